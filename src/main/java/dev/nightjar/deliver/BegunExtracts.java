package dev.nightjar.deliver;

import static dev.nightjar.db.deliver.Tables.SENT_ROWS;
import static dev.nightjar.db.deliver.Tables.STATES;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import dev.nightjar.database.Statistics;
import dev.nightjar.db.deliver.tables.records.StatesRecord;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What batches can have changed at a destination that takes them: it has some of an extract before
 * all of it is confirmed. So what an extract adds and removes is noted before its first batch goes,
 * as rows that are uncertain from that night on. Until a delivery is confirmed, each one removes
 * those of them that are not its own, and adds those that are once more.
 *
 * @param since first night from which on it is uncertain what is there
 */
record BegunExtracts(Holding holding, LocalDate night, LocalDate since) {

  /** Whether batches were begun and not all confirmed. */
  static boolean areIn(@Nullable StatesRecord state) {
    return state != null && state.getBegunSince() != null;
  }

  /** The first night from which on it is uncertain what a destination has. */
  static LocalDate since(@Nullable StatesRecord state, LocalDate night) {
    var since = state == null ? null : state.getBegunSince();
    return since == null || since.isAfter(night) ? night : since;
  }

  /** The newest of a night, the one that is confirmed and that of which batches were begun. */
  static LocalDate newest(@Nullable StatesRecord state, LocalDate night) {
    return state == null
        ? night
        : Stream.of(night, state.getNight(), state.getBegunNight())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElseThrow();
  }

  /**
   * Notes what an extract adds and removes.
   *
   * @param before the state; null if nothing was ever sent
   * @param hash of the extract; with the same files as before, it goes on under its number
   * @param queries on the differences of the night
   * @return the state with the number of the extract
   */
  StatesRecord begin(
      DSLContext tx, @Nullable StatesRecord before, String hash, DifferenceQueries queries) {
    var row = before == null ? first(tx) : before;
    boolean goesOn = hash.equals(row.getBegunHash()) && night.equals(row.getBegunNight());
    queries.rearrange(tx);
    row.setColumns(holding.contents().toArray(String[]::new));
    row.setBegunSince(since);
    row.setBegunNight(night);
    row.setBegunNumber(row.getBegunNumber() + (goesOn ? 0 : 1));
    row.setBegunHash(hash);
    if (before == null) {
      row.insert();
    } else {
      row.update();
    }
    queries.removeGone(tx);
    var isThere =
        selectOne()
            .from(SENT_ROWS)
            .where(queries.isThere(), SENT_ROWS.CUSTOMER_KEY.eq(DifferenceQueries.KEY))
            .and(SENT_ROWS.FINGERPRINT.eq(DifferenceQueries.FINGERPRINT));
    queries.insert(tx, row.getBegunNumber(), notExists(isThere));
    Statistics.refresh(tx);
    return row;
  }

  private StatesRecord first(DSLContext tx) {
    var row = tx.newRecord(STATES);
    row.setDestination(holding.destination());
    row.setAudience(holding.audience());
    row.setCustomers(0L);
    row.setBegunNumber(0);
    return row;
  }

  /** Nothing is uncertain any more. */
  static void end(StatesRecord row) {
    row.setBegunSince(null);
    row.setBegunNight(null);
    row.setBegunHash(null);
  }

  /** Forgets what was uncertain, so that what was there before is there again. */
  void forget(DSLContext tx) {
    tx.deleteFrom(SENT_ROWS).where(holding.is(SENT_ROWS), SENT_ROWS.SENT_ON.ge(since)).execute();
    tx.update(SENT_ROWS)
        .setNull(SENT_ROWS.REMOVED_ON)
        .where(holding.is(SENT_ROWS), SENT_ROWS.REMOVED_ON.ge(since))
        .execute();
  }
}
