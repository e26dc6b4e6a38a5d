package dev.nightjar.pipeline;

import dev.nightjar.database.Database;
import dev.nightjar.home.BadSettings;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.Settings;
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
  private final NightLock lock;
  private final Ledger ledger;
  private final Settings settings;
  private final Executions executions;
  private final List<Stage> stages;

  Nights(
      Database database,
      NightLock lock,
      Ledger ledger,
      Settings settings,
      Executions executions,
      List<Stage> stages) {
    this.database = database;
    this.lock = lock;
    this.ledger = ledger;
    this.settings = settings;
    this.executions = executions;
    this.stages = stages;
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
      work(night);
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
   * @return the night; empty if every night is finished
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if another night has run since; also the
   *     failure of a stage
   */
  public Optional<Night> resume(@Nullable LocalDate date) {
    refuseProblems();
    database.migrate();
    var unfinished = date == null ? oldestUnfinished() : ledger.lastRevision(date);
    if (date != null && unfinished.isEmpty()) {
      throw new Failure(
          FailureCode.NIGHT_REFUSED,
          "Night %s has not run yet.%nNext: nightjar run --date %s".formatted(date, date));
    }
    if (unfinished.isEmpty() || unfinished.get().isFinished()) {
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
    work(night);
    return Optional.of(night);
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

  private void work(Night night) {
    try (var hold = lock.take(night)) {
      ledger.nightStarted(night, settings.json());
      var execution = executions.start(night);
      var failures = execution.getAllFailureExceptions();
      if (!failures.isEmpty() || execution.getStatus() != BatchStatus.COMPLETED) {
        ledger.nightEnded(night, false);
        throw failure(night, failures);
      }
      ledger.nightEnded(night, true);
    } catch (Failure e) {
      throw e;
    } catch (Exception e) {
      throw failure(night, List.of(e));
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
    if (first != null && Database.isAway(first)) {
      return database.away(first);
    }
    return new StageFailed(
        FailureCode.STAGE_BROKEN, night, "The night failed unexpectedly; see the log.", first);
  }
}
