package dev.nightjar.deliver;

import static dev.nightjar.db.deliver.Tables.SENT_ROWS;
import static dev.nightjar.db.deliver.Tables.STATES;
import static dev.nightjar.deliver.DifferenceQueries.DIFFERENCES;
import static dev.nightjar.deliver.DifferenceQueries.IS_ADD;
import static dev.nightjar.deliver.DifferenceQueries.IS_CHANGE;
import static dev.nightjar.deliver.DifferenceQueries.KEY;
import static dev.nightjar.deliver.DifferenceQueries.TONIGHT_ROWS;
import static dev.nightjar.deliver.RefusedQueries.REFUSED;
import static dev.nightjar.deliver.RefusedQueries.REFUSED_KEY;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import dev.nightjar.database.DifferingRows;
import dev.nightjar.database.Statistics;
import dev.nightjar.db.deliver.tables.records.StatesRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * What one destination has of one audience, and what a night changes there. Works in a session of
 * its own; temporary tables hold the night's rows and the differences.
 *
 * <p>A night that is delivered once more is compared with what was there before it, so that the
 * same rows give the same files. If its rows differ now, rows that it sent before can be there, and
 * rows that it removed can be missing: the former are removed again, the latter added again. With
 * {@code before} the rows confirmed before the night, and {@code after} those confirmed with it
 * (the same where it was not confirmed yet): removes are before or after and not now, adds are now
 * and not before and after.
 */
final class DestinationState implements AutoCloseable {
  private final Connection session;
  private final DSLContext db;
  private final Holding holding;
  private final LocalDate night;
  private final @Nullable StatesRecord state;
  private final DifferenceQueries queries;
  private final RemovesQueries removes;
  private boolean hasOnlyDiffering; // of the rows of the night
  private long lost;

  /**
   * @param session in which no transaction is open
   */
  DestinationState(Connection session, Holding holding, LocalDate night) {
    this.session = session;
    this.db = DSL.using(session, SQLDialect.POSTGRES);
    this.holding = holding;
    this.night = night;
    this.state = confirmed(db, holding);
    var contentsBefore = state == null ? holding.contents() : List.of(state.getColumns());
    this.queries = new DifferenceQueries(holding, night, contentsBefore);
    this.removes = new RemovesQueries(holding, queries);
    close();
    DifferenceQueries.createTonight(db);
  }

  /** What was confirmed last; null where nothing was. */
  static @Nullable StatesRecord confirmed(DSLContext db, Holding holding) {
    return db.fetchOne(
        STATES,
        STATES.DESTINATION.eq(holding.destination()),
        STATES.AUDIENCE.eq(holding.audience()));
  }

  /** What destinations have of audiences by a night, or got in it. */
  static List<StatesRecord> held(DSLContext db, LocalDate night) {
    return db.fetch(
        STATES, STATES.NIGHT.eq(night).or(STATES.NIGHT.lt(night).and(STATES.CUSTOMERS.gt(0L))));
  }

  /** Whether a later night was confirmed, so that this one must not change anything. */
  boolean isOver() {
    return state != null && state.getNight().isAfter(night);
  }

  /** The session's connection. */
  Connection session() {
    return session;
  }

  /** Takes the night's rows as COPY text: key, fingerprint, cells. Closing it completes them. */
  OutputStream tonight() throws IOException, SQLException {
    return new PGCopyOutputStream(
        session.unwrap(PGConnection.class), "copy tonight from stdin", 1 << 16);
  }

  /**
   * Takes the night's rows likewise, in the order of their keys, and keeps only those that differ
   * from what is there. A night that is delivered once more keeps all.
   *
   * @param reading a connection for what is there, while this session takes rows
   */
  OutputStream tonight(Connection reading) throws IOException, SQLException {
    if (state == null || !state.getNight().isBefore(night)) {
      return tonight();
    }
    hasOnlyDiffering = true;
    var there =
        reading
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy (%s) to stdout".formatted(holding.keysAndFingerprints()));
    return new DifferingRows(there, tonight());
  }

  /**
   * Finds the differences, once the night's rows are there.
   *
   * @param customers how many rows there are
   */
  ChangeCounts compare(long customers) {
    return inMemory(tx -> compare(tx, customers));
  }

  private ChangeCounts inMemory(Function<DSLContext, ChangeCounts> comparison) {
    return db.transactionResult(
        transaction -> {
          transaction.dsl().execute("set local work_mem = '128MB'");
          return comparison.apply(transaction.dsl());
        });
  }

  private ChangeCounts compare(DSLContext tx, long customers) {
    tx.createTemporaryTable(DIFFERENCES)
        .as(hasOnlyDiffering ? DifferenceQueries.found() : queries.differences())
        .execute();
    tx.execute("analyze differences");
    lost = removes.gather(tx, hasOnlyDiffering);
    long refused = new RefusedQueries(holding, night).gather(tx);
    return change(tx, customers, refused);
  }

  /**
   * Whether people who are at the destination refused or were erased, while the night's own rows
   * are not there.
   *
   * @param published keys of the members of the night that are published
   */
  boolean hasRefused(Select<Record1<String>> published) {
    if (state == null || isOver()) {
      return false;
    }
    var change =
        inMemory(
            tx -> {
              // of a night that was computed before an erasure, the erased are still members
              queries.putBack(
                  tx,
                  SENT_ROWS
                      .CUSTOMER_KEY
                      .in(published)
                      .andNot(RefusedQueries.isEmptied(SENT_ROWS.FINGERPRINT)));
              return compare(tx, tx.fetchCount(TONIGHT_ROWS));
            });
    return change.refused() > 0;
  }

  /**
   * Puts the rows that were there before the night in the place of its own, without the people who
   * refused or were erased, and compares again.
   */
  ChangeCounts keepAllButRefused() {
    return inMemory(
        tx -> {
          queries.putBack(
              tx,
              notExists(selectOne().from(REFUSED).where(REFUSED_KEY.eq(SENT_ROWS.CUSTOMER_KEY))));
          dropFound(tx);
          hasOnlyDiffering = false;
          return compare(tx, tx.fetchCount(TONIGHT_ROWS));
        });
  }

  /**
   * Rows that are to be removed, but by nothing that the columns hold: what identified these people
   * is no longer among them.
   */
  long lost() {
    return lost;
  }

  /**
   * A statement for the cells of one kind of file.
   *
   * @param kinds all kinds that the destination gets
   */
  String rows(FileKind kind, Collection<FileKind> kinds) {
    return queries.rows(kind, kinds, RemovesQueries.rows(kind, kinds));
  }

  private ChangeCounts change(DSLContext tx, long customers, long refused) {
    var counts =
        tx.select(
                count().filterWhere(condition(IS_ADD).andNot(IS_CHANGE)),
                count().filterWhere(condition(IS_ADD).and(IS_CHANGE)),
                countDistinct(KEY).filterWhere(not(condition(IS_ADD)).andNot(IS_CHANGE)))
            .from(DIFFERENCES)
            .fetchSingle();
    boolean isAgain = state != null && state.getNight().equals(night);
    var since = state == null ? null : isAgain ? state.getPreviousNight() : state.getNight();
    var before =
        state == null ? null : isAgain ? state.getPreviousCustomers() : state.getCustomers();
    // an erasure takes the row at once if the destination gets no removes
    long rowsBefore =
        isAgain ? queries.rowsBefore(tx) : customers - counts.value1() + counts.value3();
    long erased = before == null ? 0 : before - rowsBefore;
    return new ChangeCounts(
        since,
        before == null ? 0 : before,
        customers,
        counts.value1(),
        counts.value2(),
        counts.value3() + erased,
        RemovesQueries.replaced(tx),
        refused + erased);
  }

  /**
   * Makes the night's rows the state of the destination, once their delivery is confirmed.
   *
   * @param tx a transaction of this session
   */
  void advance(DSLContext tx, long customers) {
    boolean isAgain = state != null && state.getNight().equals(night);
    if (state == null) {
      queries.insertFirst(tx);
    } else {
      replaceRows(tx, isAgain);
    }
    saveState(tx, isAgain, customers);
    if (state == null) {
      // rows of an audience that the statistics do not know are planned as one
      tx.execute("analyze {0}", SENT_ROWS);
    } else {
      Statistics.refresh(tx);
    }
  }

  private void replaceRows(DSLContext tx, boolean isAgain) {
    if (isAgain) {
      tx.deleteFrom(SENT_ROWS).where(holding.is(SENT_ROWS), SENT_ROWS.SENT_ON.eq(night)).execute();
      tx.update(SENT_ROWS)
          .setNull(SENT_ROWS.REMOVED_ON)
          .where(holding.is(SENT_ROWS), SENT_ROWS.REMOVED_ON.eq(night))
          .execute();
    }
    // what the night before took away is needed no longer
    tx.deleteFrom(SENT_ROWS).where(holding.is(SENT_ROWS), SENT_ROWS.REMOVED_ON.lt(night)).execute();
    queries.rearrange(tx);
    queries.removeGone(tx);
    queries.insertNew(tx);
  }

  private void saveState(DSLContext tx, boolean isAgain, long customers) {
    var row = tx.newRecord(STATES);
    row.setDestination(holding.destination());
    row.setAudience(holding.audience());
    row.setNight(night);
    row.setCustomers(customers);
    row.setColumns(holding.contents().toArray(String[]::new));
    if (state != null) {
      row.setPreviousNight(isAgain ? state.getPreviousNight() : state.getNight());
      row.setPreviousCustomers(isAgain ? state.getPreviousCustomers() : state.getCustomers());
    }
    row.merge();
  }

  @Override
  public void close() {
    dropFound(db);
    DifferenceQueries.dropTonight(db);
  }

  private static void dropFound(DSLContext db) {
    DifferenceQueries.drop(db);
    RemovesQueries.drop(db);
    RefusedQueries.drop(db);
  }
}
