package dev.nightjar.views;

import static dev.nightjar.db.deliver.Tables.CHANGES;
import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.operations.Tables.GATE_RESULTS;
import static org.jooq.impl.DSL.select;

import dev.nightjar.pipeline.Ledger;
import dev.nightjar.pipeline.NightLock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Every business date since the first night, with how its night went.
 *
 * @param days oldest first; empty before the first night
 */
public record NightCalendar(List<Day> days) {

  /** How a night went. */
  public enum State {
    /** Finished, and nothing is left to do. */
    GOOD,
    /** Finished; a gate or check warned, a file is quarantined, or a change waits for approval. */
    WARNED,
    /** Failed or was interrupted. */
    FAILED,
    RUNNING,
    /** Never started. */
    MISSING;

    /** In small letters. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A business date.
   *
   * @param night null for a date without a night
   */
  public record Day(LocalDate date, State state, @Nullable NightSummary night) {}

  /**
   * The calendar.
   *
   * @param last the last business date that is over; nights after it are shown too
   */
  public static NightCalendar of(LocalDate last, Ledger ledger, NightLock lock, DSLContext db) {
    var nights =
        ledger.nights().stream()
            .map(entry -> NightSummary.of(entry, lock))
            .collect(Collectors.toMap(NightSummary::night, Function.identity()));
    if (nights.isEmpty()) {
      return new NightCalendar(List.of());
    }
    var dates = nights.keySet().stream().sorted().toList();
    var newest = dates.get(dates.size() - 1);
    var warned = warned(db);
    return new NightCalendar(
        dates
            .get(0)
            .datesUntil((newest.isAfter(last) ? newest : last).plusDays(1))
            .map(date -> day(date, nights.get(date), warned))
            .toList());
  }

  private static Day day(LocalDate date, @Nullable NightSummary night, Set<LocalDate> warned) {
    return new Day(date, night == null ? State.MISSING : state(night, warned), night);
  }

  private static State state(NightSummary night, Set<LocalDate> warned) {
    if (night.isRunning()) {
      return State.RUNNING;
    }
    if (!night.isFinished()) {
      return State.FAILED;
    }
    return warned.contains(night.night()) ? State.WARNED : State.GOOD;
  }

  private static Set<LocalDate> warned(DSLContext db) {
    return db.select(GATE_RESULTS.NIGHT)
        .from(GATE_RESULTS)
        .where(GATE_RESULTS.VERDICT.eq("warned"))
        .union(select(FILES.NIGHT).from(FILES).where(FILES.VERDICT.eq("quarantined")))
        .union(select(CHANGES.NIGHT).from(CHANGES).where(CHANGES.STOPPED_FOR.isNotNull()))
        .fetchSet(GATE_RESULTS.NIGHT);
  }
}
