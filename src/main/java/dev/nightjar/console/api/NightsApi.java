package dev.nightjar.console.api;

import dev.nightjar.console.nights.OfferedSteps;
import dev.nightjar.console.nights.OneNight;
import dev.nightjar.console.nights.StartedCommands;
import dev.nightjar.console.nights.StartedCommands.Started;
import dev.nightjar.console.nights.Step;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.pipeline.Ledger;
import dev.nightjar.pipeline.NightLock;
import dev.nightjar.views.NightStatus;
import dev.nightjar.views.NightSummary;
import java.net.URI;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Nights with their stages, and the steps that run, resume and approve them. */
@RestController
@RequestMapping("/api/v1/nights")
class NightsApi {
  private final OneNight nights;
  private final OfferedSteps steps;
  private final StartedCommands commands;
  private final Ledger ledger;
  private final NightLock lock;

  NightsApi(
      OneNight nights,
      OfferedSteps steps,
      StartedCommands commands,
      Ledger ledger,
      NightLock lock) {
    this.nights = nights;
    this.steps = steps;
    this.commands = commands;
    this.ledger = ledger;
    this.lock = lock;
  }

  /**
   * Why a night can pass.
   *
   * @param reason for the record
   */
  record Approval(String reason) {
    Approval {
      Texts.require(reason);
    }
  }

  /**
   * @param before the night after the newest one of the answer; null for the newest of all
   */
  @GetMapping
  ResponseEntity<List<NightSummary>> nights(
      @RequestParam(defaultValue = Pages.LIMIT) int limit,
      @RequestParam @Nullable LocalDate before) {
    var all =
        NightSummary.newest(Integer.MAX_VALUE, ledger, lock).stream()
            .filter(each -> before == null || each.night().isBefore(before))
            .toList();
    return Pages.of(all, limit, last -> "/api/v1/nights?before=" + last.night());
  }

  @GetMapping("/{night}")
  NightStatus night(@PathVariable LocalDate night) {
    return nights
        .status(night)
        .orElseThrow(
            () -> refused("Night %1$s has not run.%nNext: POST /api/v1/nights/%1$s/run", night));
  }

  @GetMapping("/{night}/stages")
  List<Ledger.StageEntry> stages(@PathVariable LocalDate night) {
    return night(night).stages();
  }

  /** The command that was started last by the console or the API, if it is about this night. */
  @GetMapping("/{night}/command")
  Started command(@PathVariable LocalDate night) {
    return commands
        .of(night)
        .orElseThrow(
            () ->
                refused(
                    "The last command that was started here is not about night %1$s.%nNext: GET"
                        + " /api/v1/nights/%1$s",
                    night));
  }

  @PostMapping("/{night}/run")
  ResponseEntity<Started> run(@PathVariable LocalDate night, Principal who) {
    return take(List.of(Step.RUN, Step.RUN_AGAIN), night, "", who);
  }

  @PostMapping("/{night}/resume")
  ResponseEntity<Started> resume(@PathVariable LocalDate night, Principal who) {
    return take(List.of(Step.RESUME), night, "", who);
  }

  @PostMapping("/{night}/approve")
  ResponseEntity<Started> approve(
      @PathVariable LocalDate night, @RequestBody Approval approval, Principal who) {
    return take(List.of(Step.APPROVE, Step.APPROVE_CHANGES), night, approval.reason(), who);
  }

  private ResponseEntity<Started> take(
      List<Step> wanted, LocalDate night, String reason, Principal who) {
    var offered = steps.of(night);
    if (!wanted.contains(offered)) {
      throw refused(
          offered == Step.NOTHING
              ? "Night %1$s needs no step.%nNext: GET /api/v1/nights/%1$s"
              : "Night %1$s needs another step: "
                  + offered.label().toLowerCase(Locale.ROOT)
                  + ".%nNext: GET /api/v1/nights/%1$s",
          night);
    }
    steps.take(offered, night, reason, who.getName());
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/nights/%s/command".formatted(night)))
        .body(command(night));
  }

  private static Failure refused(String message, LocalDate night) {
    return new Failure(FailureCode.NIGHT_REFUSED, message.formatted(night));
  }
}
