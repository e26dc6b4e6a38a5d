package dev.nightjar.pipeline;

import dev.nightjar.database.Database;
import dev.nightjar.database.DatabaseFault;
import dev.nightjar.home.BadSettings;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.FullDisk;
import dev.nightjar.home.LogLines;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.stereotype.Component;

/** Runs and resumes nights. */
@Component
public class Nights {
  private final Database database;
  private final NightStop stop;
  private final Ledger ledger;
  private final Executions executions;
  private final List<Stage> stages;
  private final NightEvents events;

  Nights(
      Database database,
      NightStop stop,
      Ledger ledger,
      Executions executions,
      List<Stage> stages,
      NightEvents events) {
    this.database = database;
    this.stop = stop;
    this.ledger = ledger;
    this.executions = executions;
    this.stages = stages;
    this.events = events;
  }

  /** Configuration problems other than settings. Needs no database. */
  public List<String> problems() {
    return stages.stream().flatMap(stage -> stage.problems().stream()).toList();
  }

  /**
   * Runs a night.
   *
   * @param again whether to run it as a new revision, whatever its state
   * @return the night; empty if it is finished already
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if it was started and is not finished; also
   *     the failure of a stage
   */
  public Optional<Night> run(LocalDate date, boolean again) {
    refuseProblems();
    database.migrate();
    var last = ledger.lastRevision(date);
    if (again || last.isEmpty()) {
      var night = new Night(date, last.map(Ledger.Entry::revision).orElse(0) + 1);
      work(night, last);
      return Optional.of(night);
    }
    if (last.get().isFinished()) {
      return Optional.empty();
    }
    throw new Failure(
        FailureCode.NIGHT_REFUSED,
        """
        Night %s was started and is not finished.
        Next: nightjar resume --date %s (continues it), or nightjar run --date %s --again\
        """
            .formatted(date, date, date));
  }

  /**
   * Resumes a night that failed or was killed, at its first unfinished stage.
   *
   * @param date the night; null for the oldest unfinished night that no other night has overtaken
   * @return the night; empty if the given night is finished
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if there is nothing to resume, or another
   *     night has run since; also the failure of a stage
   */
  public Optional<Night> resume(@Nullable LocalDate date) {
    refuseProblems();
    database.migrate();
    var unfinished = date == null ? oldestUnfinished() : ledger.lastRevision(date);
    if (unfinished.isEmpty()) {
      throw nothingToResume(date);
    }
    if (unfinished.get().isFinished()) {
      return Optional.empty();
    }
    var night = unfinished.get().asNight();
    if (ledger.isOvertaken(night)) {
      throw new Failure(
          FailureCode.NIGHT_REFUSED,
          """
          Another night has run since night %s stopped, so its earlier stages are out of date.
          Next: nightjar run --date %s --again\
          """
              .formatted(night.date(), night.date()));
    }
    work(night, unfinished);
    return Optional.of(night);
  }

  /**
   * After a night that ended before it was recorded, success here would hide that it is missing.
   */
  private Failure nothingToResume(@Nullable LocalDate date) {
    if (date != null) {
      return new Failure(
          FailureCode.NIGHT_REFUSED,
          "Night %s has not run yet.%nNext: nightjar run --date %s".formatted(date, date));
    }
    var newest = ledger.newest();
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        newest
                .map(
                    night ->
                        "Nothing to resume: every night that was started is finished; the newest is"
                            + " that of %s.".formatted(night.night()))
                .orElse("No night has run yet.")
            + "\nNext: nightjar run");
  }

  /** What a finished night leaves to do, of all stages. */
  public List<Failure> warnings(Night night) {
    return stages.stream().flatMap(stage -> stage.warnings(night).stream()).toList();
  }

  /** Unfinished nights before a date, oldest first. */
  public List<LocalDate> unfinishedBefore(LocalDate date) {
    return unfinished().map(Ledger.Entry::night).filter(night -> night.isBefore(date)).toList();
  }

  /** The oldest unfinished night that can be resumed; if none can, the oldest. */
  private Optional<Ledger.Entry> oldestUnfinished() {
    return unfinished()
        .filter(night -> !ledger.isOvertaken(night.asNight()))
        .findFirst()
        .or(() -> unfinished().findFirst());
  }

  private Stream<Ledger.Entry> unfinished() {
    return ledger.nights().stream()
        .filter(night -> !night.isFinished())
        .sorted(Comparator.comparing(Ledger.Entry::night));
  }

  /**
   * Refuses to start with configuration problems.
   *
   * @throws BadSettings with every problem
   */
  public void refuseProblems() {
    var problems = problems();
    if (!problems.isEmpty()) {
      throw new BadSettings(problems);
    }
  }

  /**
   * Works on a night.
   *
   * @param known its entry when this was decided; another process can have been faster
   */
  private void work(Night night, Optional<Ledger.Entry> known) {
    LogLines.mark("night", night.date().toString());
    LogLines.mark("revision", night.revision());
    try (var watch = stop.take(night)) {
      if (!ledger.lastRevision(night.date()).equals(known)) {
        throw new Failure(
            FailureCode.NIGHT_REFUSED,
            "Another process has worked on night %s in the meantime.%nNext: nightjar status --date %s"
                .formatted(night.date(), night.date()));
      }
      ledger.nightStarted(night);
      events.started(night);
      var failure = attempt(night);
      if (failure == null || !stop.isSignalled()) {
        ledger.nightEnded(night, failure == null);
      }
      if (failure != null) {
        events.failed(night, failure);
        throw failure;
      }
      events.finished(night, warnings(night));
    } catch (Failure e) {
      throw e;
    } catch (Exception e) {
      throw failure(night, List.of(e));
    } finally {
      LogLines.unmark("night");
      LogLines.unmark("revision");
    }
  }

  /** Runs the stages; null if all are finished. */
  private @Nullable Failure attempt(Night night) {
    try {
      stages.forEach(stage -> stage.prepare(night));
      var execution = executions.start(night);
      var failures = execution.getAllFailureExceptions();
      return failures.isEmpty() && execution.getStatus() == BatchStatus.COMPLETED
          ? null
          : failure(night, failures);
    } catch (Exception e) {
      return failure(night, List.of(e));
    }
  }

  private Failure failure(Night night, List<Throwable> failures) {
    for (var thrown : failures) {
      for (var cause = thrown; cause != null; cause = cause.getCause()) {
        if (cause instanceof Failure failure) {
          return failure;
        }
      }
    }
    var first = failures.isEmpty() ? null : failures.get(0);
    if (first != null && DatabaseFault.isAway(first)) {
      return database.away(first);
    }
    if (first != null && FullDisk.is(first)) {
      return FullDisk.failure(first);
    }
    return new StageFailed(
        FailureCode.STAGE_BROKEN, night, "The night failed unexpectedly; see the log.", first);
  }
}
