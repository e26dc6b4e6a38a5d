package dev.nightjar.views;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.nightjar.pipeline.Ledger;
import dev.nightjar.pipeline.NightLock;
import dev.nightjar.ports.DeliveryApprovals.Stop;
import dev.nightjar.ports.ExtractWithdrawals.Pending;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The state of a night, stage by stage.
 *
 * @param summary its keys are at the top level of the JSON
 * @param stages one entry per stage, in the order of their start
 * @param leftOutStatuses one entry per source and status that does not count
 * @param withdrawals one entry per destination with extracts that still contain an erased person
 * @param waiting one entry per change that waits for an approval
 * @param gates one entry per check and per result of a gate
 * @param isOvertaken whether another night has run since; then this night can be run again, not
 *     resumed
 */
public record NightStatus(
    @JsonUnwrapped NightSummary summary,
    List<Ledger.StageEntry> stages,
    SourceStatus sources,
    Rejects rejects,
    LeftOutStatuses leftOutStatuses,
    List<Pending> withdrawals,
    List<Stop> waiting,
    GateResults gates,
    @JsonIgnore boolean isOvertaken) {

  /**
   * The state of a night.
   *
   * @param date null for the running night, or the newest if none runs
   * @param zone time zone of the business
   * @param withdrawals pending withdrawals
   * @return empty if the night never started
   */
  public static Optional<NightStatus> of(
      @Nullable LocalDate date,
      ZoneId zone,
      Ledger ledger,
      NightLock lock,
      DSLContext db,
      List<Pending> withdrawals) {
    var summary =
        date == null
            ? newest(ledger, lock)
            : ledger.lastRevision(date).map(entry -> NightSummary.of(entry, lock));
    return summary.map(
        night ->
            new NightStatus(
                night,
                ledger.stages(night.asNight()),
                SourceStatus.of(night.night(), zone, db),
                Rejects.of(night.night(), db),
                LeftOutStatuses.of(night.night(), db),
                withdrawals,
                PendingApprovals.of(db).of(night.night()),
                GateResults.of(night.night(), db),
                ledger.isOvertaken(night.asNight())));
  }

  private static Optional<NightSummary> newest(Ledger ledger, NightLock lock) {
    var nights = ledger.nights();
    return nights.stream()
        .map(entry -> NightSummary.of(entry, lock))
        .filter(NightSummary::isRunning)
        .findFirst()
        .or(() -> nights.stream().findFirst().map(entry -> NightSummary.of(entry, lock)));
  }

  /** Whether a file is quarantined as a whole, so that no reject says what to do. */
  public boolean hasUnexplainedQuarantine() {
    return sources.hasQuarantined() && (rejects.rejects().isEmpty() || rejects.isOfALoadedFile());
  }

  /** The stage that failed. */
  public Optional<Ledger.StageEntry> failed() {
    return stages.stream().filter(stage -> stage.failureCode() != null).findFirst();
  }
}
