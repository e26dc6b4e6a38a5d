package dev.nightjar.console.nights;

import dev.nightjar.console.accounts.Audit;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.pipeline.NightStop;
import dev.nightjar.ports.DeliveryApprovals;
import dev.nightjar.ports.GateApprovals;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Takes the step that a page offered. The audit has it first. Nights are run by the commands that
 * the command line has, and approved by the same ports.
 */
@Controller
class NightSteps {
  private static final int LONGEST_REASON = 500;

  private final OneNight nights;
  private final StartedCommands commands;
  private final NightStop stop;
  private final GateApprovals gates;
  private final DeliveryApprovals changes;
  private final Audit audit;

  NightSteps(
      OneNight nights,
      StartedCommands commands,
      NightStop stop,
      GateApprovals gates,
      DeliveryApprovals changes,
      Audit audit) {
    this.nights = nights;
    this.commands = commands;
    this.stop = stop;
    this.gates = gates;
    this.changes = changes;
    this.audit = audit;
  }

  /**
   * Takes a step.
   *
   * @param step the one that the page offered; refused if it is no longer the one that helps
   * @param reason why, for approvals
   */
  @PostMapping("/nights/{night}")
  String take(
      @PathVariable LocalDate night,
      @RequestParam Step step,
      @RequestParam(defaultValue = "") String reason,
      Principal who) {
    refuseUnlessItHelps(step, night);
    var why = reason.strip();
    boolean isApproval = step == Step.APPROVE || step == Step.APPROVE_CHANGES;
    if (isApproval && (why.isEmpty() || why.length() > LONGEST_REASON)) {
      throw new Failure(
          FailureCode.NIGHT_REFUSED,
          "An approval needs a reason of up to %d characters. Go back and give one."
              .formatted(LONGEST_REASON));
    }
    audit.did(who.getName(), step.label(), why, night);
    take(step, night, why, who.getName());
    return "redirect:/nights/" + night;
  }

  private void take(Step step, LocalDate night, String why, String by) {
    var date = night.toString();
    switch (step) {
      case RUN -> commands.start(night, by, List.of("run", "--date", date));
      case RUN_AGAIN -> commands.start(night, by, List.of("run", "--date", date, "--again"));
      case RESUME -> commands.start(night, by, List.of("resume", "--date", date));
      case STOP -> stop.request();
      case APPROVE -> {
        gates.approve(night, why, by);
        commands.start(night, by, List.of("resume", "--date", date));
      }
      case APPROVE_CHANGES -> {
        changes.approve(nights.status(night).orElseThrow().waiting(), by, why);
        commands.start(night, by, List.of("run", "--date", date, "--again"));
      }
      case NOTHING -> throw new IllegalArgumentException("nothing is to be done");
    }
  }

  private void refuseUnlessItHelps(Step step, LocalDate night) {
    if (step == Step.NOTHING || step != nights.step(night, nights.status(night))) {
      throw new Failure(
          FailureCode.NIGHT_REFUSED,
          "Night %s is in another state by now. Look at it again.".formatted(night));
    }
  }
}
