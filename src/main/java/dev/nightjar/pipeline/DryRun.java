package dev.nightjar.pipeline;

import dev.nightjar.database.Database;
import dev.nightjar.database.RehearsableSource;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Runs stages in a transaction that is rolled back. */
@Component
public class DryRun {
  private final DSLContext db;
  private final Database database;
  private final NightLock lock;
  private final Ledger ledger;
  private final List<Stage> stages;
  private final RehearsableSource source;

  DryRun(
      DSLContext db,
      Database database,
      NightLock lock,
      Ledger ledger,
      List<Stage> stages,
      RehearsableSource source) {
    this.db = db;
    this.database = database;
    this.lock = lock;
    this.ledger = ledger;
    this.stages = stages;
    this.source = source;
  }

  /** Ends a dry run, so that its work is rolled back. */
  private static final class Rollback extends RuntimeException {
    private final transient Object outcome;

    private Rollback(Object outcome) {
      super(null, null, false, false);
      this.outcome = outcome;
    }
  }

  /**
   * Reads the tables before and after the stages have worked on a night, and rolls everything back.
   *
   * @param names of the stages, in the order of the night
   * @param before reads the tables as they are
   * @param after reads the tables as they would be; its second argument is the result of {@code
   *     before}
   */
  public <B, T> T of(
      Night night,
      List<String> names,
      Function<DSLContext, B> before,
      BiFunction<DSLContext, B, T> after) {
    return alone(
        night,
        () ->
            undone(
                transaction -> {
                  var found = before.apply(transaction);
                  stages(names).forEach(stage -> stage.rehearse(transaction, night));
                  return after.apply(transaction, found);
                }));
  }

  @SuppressWarnings("unchecked")
  private <T> T undone(Function<DSLContext, T> work) {
    try {
      db.transaction(
          transaction -> {
            throw new Rollback(work.apply(transaction.dsl()));
          });
      throw new IllegalStateException("a dry run was committed");
    } catch (Rollback end) {
      return (T) end.outcome;
    }
  }

  /**
   * Runs stages as a night runs them, each with the transactions that it wants, and rolls
   * everything back.
   *
   * @param names of the stages, in the order of the night
   * @param before reads the tables as they are
   * @param after reads the tables as they would be; its second argument is the result of {@code
   *     before}
   * @throws Failure of a stage
   */
  public <B, T> T whole(
      Night night,
      List<String> names,
      Progress progress,
      Function<DSLContext, B> before,
      BiFunction<DSLContext, B, T> after) {
    database.migrate();
    return alone(
        night,
        () ->
            undone(
                transaction -> {
                  var found = before.apply(transaction);
                  transaction.connection(
                      connection -> source.share(connection, () -> run(night, names, progress)));
                  return after.apply(transaction, found);
                }));
  }

  private boolean run(Night night, List<String> names, Progress progress) {
    for (var stage : stages(names)) {
      progress.started(stage.name());
      progress.finished(stage.name(), stage.run(night));
    }
    return true;
  }

  /**
   * Rebuilds the tables of some stages, and compares them with those that nights update.
   *
   * @return by table, the number of rows that only one of the two has
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if no night has finished these stages
   */
  public Map<String, Long> verify(List<String> names) {
    database.migrate();
    var nights = names.stream().map(ledger::lastFinished).distinct().toList();
    if (nights.size() > 1 || nights.get(0).isEmpty()) {
      throw new Failure(
          FailureCode.NIGHT_REFUSED,
          nights.size() > 1
              ? "A night stopped between %s.%nNext: nightjar resume"
                  .formatted(String.join(" and ", names))
              : "No night has run yet.%nNext: nightjar run".formatted());
    }
    var night = nights.get(0).get();
    return alone(
        night,
        () -> {
          var differences = new TreeMap<String, Long>();
          for (var stage : stages(names)) {
            db.transaction(t -> differences.putAll(stage.verify(t.dsl(), night)));
          }
          return differences;
        });
  }

  private <T> T alone(Night night, Supplier<T> work) {
    return lock.alone("dry run of night " + night.date(), work);
  }

  private List<Stage> stages(List<String> names) {
    return names.stream()
        .map(name -> stages.stream().filter(each -> each.name().equals(name)).findFirst())
        .map(stage -> stage.orElseThrow())
        .toList();
  }
}
