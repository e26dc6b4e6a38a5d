package dev.nightjar.pipeline;

import dev.nightjar.database.Database;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
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

  DryRun(DSLContext db, Database database, NightLock lock, Ledger ledger, List<Stage> stages) {
    this.db = db;
    this.database = database;
    this.lock = lock;
    this.ledger = ledger;
    this.stages = stages;
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
  @SuppressWarnings("unchecked")
  public <B, T> T of(
      Night night,
      List<String> names,
      Function<DSLContext, B> before,
      BiFunction<DSLContext, B, T> after) {
    return alone(
        night,
        () -> {
          try {
            db.transaction(
                transaction -> {
                  var found = before.apply(transaction.dsl());
                  stages(names).forEach(stage -> stage.rehearse(transaction.dsl(), night));
                  throw new Rollback(after.apply(transaction.dsl(), found));
                });
            throw new IllegalStateException("a dry run was committed");
          } catch (Rollback end) {
            return (T) end.outcome;
          }
        });
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

  private interface Work<T> {
    T run();
  }

  private <T> T alone(Night night, Work<T> work) {
    return lock.alone("dry run of night " + night.date(), work::run);
  }

  private List<Stage> stages(List<String> names) {
    return names.stream()
        .map(name -> stages.stream().filter(each -> each.name().equals(name)).findFirst())
        .map(stage -> stage.orElseThrow())
        .toList();
  }
}
