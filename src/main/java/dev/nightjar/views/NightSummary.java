package dev.nightjar.views;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.nightjar.pipeline.Ledger;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.NightLock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last revision of a night. One per night.
 *
 * @param status running, finished, failed, or interrupted if it was started and no process works on
 *     it
 * @param finishedAt null for an unfinished night
 */
public record NightSummary(
    LocalDate night,
    int revision,
    String status,
    OffsetDateTime startedAt,
    @Nullable OffsetDateTime finishedAt) {
  private static final String RUNNING = "running";
  private static final String INTERRUPTED = "interrupted";

  /** The newest nights, newest first. */
  public static List<NightSummary> newest(int limit, Ledger ledger, NightLock lock) {
    return ledger.nights().stream().limit(limit).map(entry -> of(entry, lock)).toList();
  }

  static NightSummary of(Ledger.Entry entry, NightLock lock) {
    var status = entry.status().equals(RUNNING) && !lock.isTaken() ? INTERRUPTED : entry.status();
    return new NightSummary(
        entry.night(), entry.revision(), status, entry.startedAt(), entry.finishedAt());
  }

  @JsonIgnore
  public boolean isRunning() {
    return status.equals(RUNNING);
  }

  @JsonIgnore
  public boolean isFinished() {
    return status.equals("finished");
  }

  @JsonIgnore
  public boolean isInterrupted() {
    return status.equals(INTERRUPTED);
  }

  Night asNight() {
    return new Night(night, revision);
  }
}
