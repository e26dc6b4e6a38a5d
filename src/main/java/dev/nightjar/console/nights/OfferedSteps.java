package dev.nightjar.console.nights;

import dev.nightjar.console.accounts.Audit;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.pipeline.NightStop;
import dev.nightjar.ports.DeliveryApprovals;
import dev.nightjar.ports.GateApprovals;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The step that the state of a night offers, and how it is taken. The audit has it first. Nights
 * are run by the commands that the command line has, and approved by the same ports.
 */
@Component
public class OfferedSteps {
  private static final int LONGEST_REASON = 500;

  private final OneNight nights;
  private final StartedCommands commands;
  private final NightStop stop;
  private final GateApprovals gates;
  private final DeliveryApprovals changes;
  private final Audit audit;

  OfferedSteps(
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

  /** The step that helps a night in its state. */
  public Step of(LocalDate night) {
    return nights.step(night, nights.status(night));
  }

  /**
   * Takes a step, and does not wait for its end.
   *
   * @param step one that was offered; refused if it is no longer the one that helps
   * @param reason why, for approvals
   * @param by name of who takes it
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if the step does not help, or an approval has
   *     no reason; {@link FailureCode#NIGHT_RUNNING} if another night runs
   */
  public void take(Step step, LocalDate night, String reason, String by) {
    refuseUnlessItHelps(step, night);
    var why = reason.strip();
    boolean isApproval = step == Step.APPROVE || step == Step.APPROVE_CHANGES;
    if (isApproval && (why.isEmpty() || why.length() > LONGEST_REASON)) {
      throw new Failure(
          FailureCode.NIGHT_REFUSED,
          "An approval needs a reason of up to %d characters. Go back and give one."
              .formatted(LONGEST_REASON));
    }
    audit.did(by, step.label(), why, night);
    start(step, night, why, by);
  }

  private void start(Step step, LocalDate night, String why, String by) {
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
    if (step == Step.NOTHING || step != of(night)) {
      throw new Failure(
          FailureCode.NIGHT_REFUSED,
          "Night %s is in another state by now. Look at it again.".formatted(night));
    }
  }
}
