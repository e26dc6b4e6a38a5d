package dev.nightjar.operations;

import dev.nightjar.pipeline.Ledger;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Nights;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs the nights of a period that are missing, have failed, or are to be repeated. */
@Component
public class Backfill {
  /** Nights from which the duration of one is estimated. */
  private static final int KNOWN_NIGHTS = 15;

  private final Nights nights;
  private final Ledger ledger;

  Backfill(Nights nights, Ledger ledger) {
    this.nights = nights;
    this.ledger = ledger;
  }

  /** Which nights of a period are run. */
  public enum Only {
    /** Those that were never started. */
    MISSING,
    /** Those that were started and not finished. */
    FAILED,
    /** All, finished ones as their next revision. */
    ALL
  }

  /** What is done to a night. */
  public enum Deed {
    RUN,
    RESUME,
    RUN_AGAIN
  }

  /**
   * The nights to run.
   *
   * @param only null for those that are not finished
   * @return oldest first
   */
  public List<LocalDate> plan(LocalDate from, LocalDate to, @Nullable Only only) {
    var finished =
        ledger.nights().stream()
            .collect(Collectors.toMap(Ledger.Entry::night, Ledger.Entry::isFinished));
    Predicate<LocalDate> isWanted =
        night ->
            only == null
                ? !finished.getOrDefault(night, false)
                : switch (only) {
                  case MISSING -> !finished.containsKey(night);
                  case FAILED -> finished.containsKey(night) && !finished.get(night);
                  case ALL -> true;
                };
    return from.datesUntil(to.plusDays(1)).filter(isWanted).toList();
  }

  /** What {@link #run} does to a night. */
  public Deed deed(LocalDate night) {
    var last = ledger.lastRevision(night);
    if (last.isEmpty()) {
      return Deed.RUN;
    }
    return last.get().isFinished() || ledger.isOvertaken(last.get().asNight())
        ? Deed.RUN_AGAIN
        : Deed.RESUME;
  }

  /**
   * Runs, resumes or repeats a night.
   *
   * @throws dev.nightjar.home.Failure if it does not finish
   */
  public Night run(LocalDate night) {
    var done =
        switch (deed(night)) {
          case RUN -> nights.run(night, false);
          case RUN_AGAIN -> nights.run(night, true);
          case RESUME -> nights.resume(night);
        };
    return done.orElseThrow();
  }

  /** How long a night takes: the median of the newest ones; empty if none has finished. */
  public Optional<Duration> usual() {
    var known =
        ledger.nights().stream()
            .filter(night -> night.finishedAt() != null)
            .limit(KNOWN_NIGHTS)
            .map(night -> Duration.between(night.startedAt(), night.finishedAt()))
            .sorted()
            .toList();
    return known.isEmpty() ? Optional.empty() : Optional.of(known.get(known.size() / 2));
  }
}
