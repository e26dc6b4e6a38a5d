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
import static org.jooq.impl.DSL.noCondition;
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
  private final BegunExtracts begun;
  private @Nullable StatesRecord state;
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
    this.state = holding.confirmed(db);
    var contentsBefore = state == null ? holding.contents() : List.of(state.getColumns());
    this.begun = new BegunExtracts(holding, night, BegunExtracts.since(state, night));
    this.queries = new DifferenceQueries(holding, night, begun.since(), contentsBefore);
    this.removes = new RemovesQueries(holding, queries);
    close();
    DifferenceQueries.createTonight(db);
  }

  /** Whether a later night was sent, so that this one must not change anything. */
  boolean isOver() {
    return BegunExtracts.newest(state, night).isAfter(night);
  }

  /** Whether the night itself is confirmed. */
  private boolean isAgain() {
    return state != null && night.equals(state.getNight());
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
   * from what is there. Where that is uncertain, it keeps all.
   *
   * @param reading a connection for what is there, while this session takes rows
   */
  OutputStream tonight(Connection reading) throws IOException, SQLException {
    hasOnlyDiffering =
        state != null && !BegunExtracts.areIn(state) && state.getNight().isBefore(night);
    return hasOnlyDiffering ? new DifferingRows(holding.there(reading), tonight()) : tonight();
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
    var since = state == null ? null : isAgain() ? state.getPreviousNight() : state.getNight();
    var before =
        state == null ? null : isAgain() ? state.getPreviousCustomers() : state.getCustomers();
    // an erasure takes the row at once if the destination gets no removes
    long rowsBefore =
        isAgain() || BegunExtracts.areIn(state)
            ? queries.rowsBefore(tx)
            : customers - counts.value1() + counts.value3();
    long erased = before == null ? 0 : Math.max(0, before - rowsBefore);
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

  /** Notes what batches of an extract can change, see {@link BegunExtracts#begin}; its number. */
  int begin(DSLContext tx, String hash) {
    state = begun.begin(tx, state, hash, queries);
    return state.getBegunNumber();
  }

  /**
   * Makes the night's rows the state of the destination, once their delivery is confirmed.
   *
   * @param tx a transaction of this session
   */
  void advance(DSLContext tx, long customers) {
    if (state == null) {
      queries.insert(tx, 0, noCondition()); // nothing is there that could be there again
    } else {
      replaceRows(tx, state);
    }
    saveState(tx, customers);
    if (state == null || state.getNight() == null) {
      // rows of an audience that the statistics do not know are planned as one
      tx.execute("analyze {0}", SENT_ROWS);
    } else {
      Statistics.refresh(tx);
    }
  }

  private void replaceRows(DSLContext tx, StatesRecord there) {
    if (isAgain() || BegunExtracts.areIn(there)) {
      begun.forget(tx);
    }
    // what the night before took away is needed no longer
    tx.deleteFrom(SENT_ROWS).where(holding.is(SENT_ROWS), SENT_ROWS.REMOVED_ON.lt(night)).execute();
    if (!List.of(there.getColumns()).equals(holding.contents())) {
      queries.rearrange(tx);
    }
    queries.removeGone(tx);
    queries.insertNew(tx);
  }

  private void saveState(DSLContext tx, long customers) {
    var row = tx.newRecord(STATES);
    row.setDestination(holding.destination());
    row.setAudience(holding.audience());
    row.setNight(night);
    row.setCustomers(customers);
    row.setColumns(holding.contents().toArray(String[]::new));
    if (state != null) {
      BegunExtracts.end(row);
      row.setPreviousNight(isAgain() ? state.getPreviousNight() : state.getNight());
      row.setPreviousCustomers(isAgain() ? state.getPreviousCustomers() : state.getCustomers());
    }
    row.merge();
  }

  @Override
  public void close() {
    dropFound(db);
    db.dropTemporaryTableIfExists(TONIGHT_ROWS).execute();
  }

  private static void dropFound(DSLContext db) {
    DifferenceQueries.drop(db);
    RemovesQueries.drop(db);
    RefusedQueries.drop(db);
  }
}
