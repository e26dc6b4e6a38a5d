package dev.nightjar.views;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.nightjar.pipeline.Ledger;
import dev.nightjar.pipeline.NightLock;
import dev.nightjar.ports.ExtractWithdrawals.Pending;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How a night stands.
 *
 * @param summary its keys stand in JSON next to those of the other parts
 * @param stages in the order in which they started
 * @param withdrawals extracts that still hold an erased person, as their store could not be reached
 * @param isOvertaken whether another night has run since, so that this one can only run again
 */
public record NightStatus(
    @JsonUnwrapped NightSummary summary,
    List<Ledger.StageEntry> stages,
    SourceStatus sources,
    Rejects rejects,
    List<Pending> withdrawals,
    @JsonIgnore boolean isOvertaken) {

  /**
   * The state of a night.
   *
   * @param date null for the night that is running, else the newest
   * @param zone of the business
   * @param withdrawals those that are pending
   * @return empty where the night never started
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
                withdrawals,
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

  /** The stage that failed. */
  public Optional<Ledger.StageEntry> failed() {
    return stages.stream().filter(stage -> stage.failureCode() != null).findFirst();
  }
}
