package dev.nightjar.doctor;

import dev.nightjar.doctor.Finding.Verdict;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.FailureCode;
import dev.nightjar.operations.Schedule;
import dev.nightjar.pipeline.Ledger;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.NightLock;
import dev.nightjar.ports.DeliveryApprovals.Stop;
import dev.nightjar.ports.ExtractWithdrawals;
import dev.nightjar.ports.ExtractWithdrawals.Pending;
import dev.nightjar.views.GateResults;
import dev.nightjar.views.NightSummary;
import dev.nightjar.views.PendingApprovals;
import dev.nightjar.views.SourceStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/** What earlier nights left to do. */
final class NightsCheck {
  private static final String NIGHTS = "nights";
  private static final String FEEDS = "feeds";
  private static final String APPROVALS = "approvals";

  private static final Set<String> STALE = Set.of("missing", "quarantined");

  private final ApplicationContext context;
  private final DSLContext db;
  private final Ledger ledger;
  private final List<Finding> findings = new ArrayList<>();

  private NightsCheck(ApplicationContext context) {
    this.context = context;
    this.db = context.getBean(DSLContext.class);
    this.ledger = context.getBean(Ledger.class);
  }

  /** Needs tables that are up to date. */
  static List<Finding> of(ApplicationContext context) {
    var check = new NightsCheck(context);
    var nights =
        NightSummary.newest(Integer.MAX_VALUE, check.ledger, context.getBean(NightLock.class));
    check.nights(nights);
    check.missed();
    nights.stream().findFirst().ifPresent(newest -> check.feeds(newest.night()));
    check.findings.addAll(approvals(check.db));
    Pending.lines(context.getBean(ExtractWithdrawals.class).pending())
        .forEach(
            line ->
                check.findings.add(
                    Finding.fail(
                        "erasures",
                        "delivered extracts still contain an erased person: " + line,
                        "nightjar purge (tries again, as every night does)")));
    return check.findings;
  }

  private void nights(List<NightSummary> nights) {
    var open = new ArrayList<Finding>();
    for (var night : nights) {
      if (night.isRunning()) {
        open.add(Finding.ok(NIGHTS, "night %s is running".formatted(night.night())));
      } else if (night.finishedAt() == null) {
        open.add(unfinished(night));
      }
    }
    findings.addAll(
        Finding.orOk(
            open,
            NIGHTS,
            nights.isEmpty()
                ? "no night has run yet"
                : "every night that was started is finished; the newest is that of "
                    + nights.get(0).night()));
  }

  private Finding unfinished(NightSummary summary) {
    var night = new Night(summary.night(), summary.revision());
    var code =
        ledger.stages(night).stream()
            .filter(stage -> stage.failureCode() != null)
            .map(stage -> " at %s with %s".formatted(stage.stage(), stage.failureCode()))
            .findFirst()
            .orElse("");
    var what = "night %s is %s%s".formatted(night.date(), summary.status(), code);
    if (ledger.isOvertaken(night)) {
      return Finding.warn(
          NIGHTS,
          what + ", and another has run since",
          "nightjar run --date %s --again".formatted(night.date()));
    }
    return Finding.fail(
        NIGHTS,
        what,
        code.endsWith(FailureCode.GATE_STOPPED.name())
            ? "nightjar approve --date %1$s --reason \"…\", then nightjar resume --date %1$s"
                .formatted(night.date())
            : "nightjar status --date %1$s, then nightjar resume --date %1$s"
                .formatted(night.date()));
  }

  /** With a schedule, a business date that was over a day ago has its night. */
  private void missed() {
    var schedule = context.getBean(Schedule.class);
    var last = context.getBean(BusinessSettings.class).lastDate(context.getBean(Clock.class));
    schedule
        .next(context.getBean(Clock.class))
        .ifPresent(run -> findings.add(Finding.ok("schedule", run.text())));
    ledger
        .newestFinished()
        .filter(newest -> schedule.isSet() && newest.isBefore(last.minusDays(1)))
        .ifPresent(
            newest ->
                findings.add(
                    Finding.fail(
                        "schedule",
                        "no night after %s has finished, in spite of schedule.cron"
                            .formatted(newest),
                        "see that nightjar serve runs; nightjar backfill --from %s --to %s"
                            .formatted(newest.plusDays(1), last))));
  }

  /** The files that came or did not, and gates that were not content with them. */
  private void feeds(LocalDate night) {
    var zone = context.getBean(BusinessSettings.class).zone();
    var open = new ArrayList<Finding>();
    for (var each : SourceStatus.of(night, zone, db).sources()) {
      if (STALE.contains(each.state())) {
        open.add(
            Finding.warn(
                FEEDS,
                "%s: %s in night %s; last file: %s"
                    .formatted(
                        each.source(),
                        each.state(),
                        night,
                        each.lastFile() == null ? "none" : each.lastFile() + ", " + each.cameAt()),
                "ask the sender of %s for the file (nightjar status --date %s)"
                    .formatted(each.source(), night)));
      }
    }
    for (var each : GateResults.of(night, db).results()) {
      if (each.isJudged() && !each.isPassed() && each.approvedBy() == null) {
        open.add(
            Finding.warn(
                "gates",
                "%s in night %s: %s".formatted(each.gate(), night, each.finding()),
                "nightjar status --date " + night));
      }
    }
    findings.addAll(
        Finding.orOk(open, FEEDS, "every file that night %s expected came".formatted(night)));
  }

  /** Changes that wait at destinations. */
  static List<Finding> approvals(DSLContext db) {
    return Finding.orOk(
        Stop.lines(PendingApprovals.of(db).open()).stream()
            .map(line -> Finding.ofText(APPROVALS, Verdict.WARN, line))
            .toList(),
        APPROVALS,
        "no change waits for an approval");
  }
}
