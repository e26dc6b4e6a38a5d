package dev.nightjar.pipeline;

import dev.nightjar.database.Database;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Lets stages work on a night without leaving a trace. */
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

  /** Ends a rehearsal: its work is rolled back. */
  private static final class TheEnd extends RuntimeException {
    private final transient Object outcome;

    private TheEnd(Object outcome) {
      super(null, null, false, false);
      this.outcome = outcome;
    }
  }

  /**
   * Asks before and after the stages have worked on a night, and takes everything back.
   *
   * @param names of the stages, in the order of the night
   * @param before asks the tables as they are
   * @param after asks the tables as they would be, and takes what the question before told
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
                  var told = before.apply(transaction.dsl());
                  stages(names).forEach(stage -> stage.rehearse(transaction.dsl(), night));
                  throw new TheEnd(after.apply(transaction.dsl(), told));
                });
            throw new IllegalStateException("a rehearsal was kept");
          } catch (TheEnd end) {
            return (T) end.outcome;
          }
        });
  }

  /**
   * Makes the tables of some stages anew, beside those that nights keep up to date.
   *
   * @return by table, the rows that one of the two has and the other has not
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} where no night has come so far
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
    try (var held = lock.take(night)) {
      return work.run();
    } catch (SQLException e) {
      throw database.away(e);
    }
  }

  private List<Stage> stages(List<String> names) {
    return names.stream()
        .map(name -> stages.stream().filter(each -> each.name().equals(name)).findFirst())
        .map(stage -> stage.orElseThrow())
        .toList();
  }
}
