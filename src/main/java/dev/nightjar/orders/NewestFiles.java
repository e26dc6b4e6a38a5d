package dev.nightjar.orders;

import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static dev.nightjar.orders.FreshParts.FRESH;
import static dev.nightjar.orders.FreshParts.FRESH_TABLE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import dev.nightjar.db.ingest.tables.records.SourcesRecord;
import dev.nightjar.db.orders.tables.OrderParts;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * If several files of a source have an order, the newest replaces the whole order: the parts of the
 * others stay, with an outcome of their own. The newest file is the one with the latest day; of
 * files that end on the same day, the one that landed last. So it does not matter in which order
 * exports of different days land.
 */
final class NewestFiles {
  private static final String SUPERSEDED = "superseded";
  private static final OrderParts SHARED = ORDER_PARTS.as("shared");
  private static final OrderParts NEWEST = ORDER_PARTS.as("newest");
  private static final Table<Record> NEWEST_TABLE = table(name("newest"));

  private NewestFiles() {}

  /** The outcome of a part of another night, as if no newer file had its order. */
  static Field<String> ownOutcome(OrderParts parts) {
    return coalesce(parts.OWN_OUTCOME, parts.OUTCOME).as(parts.OUTCOME);
  }

  /** Leaves out the fresh parts of orders that a newer file has. */
  static void leaveOutOlder(DSLContext db, List<SourcesRecord> policies) {
    gather(db, sourcesWithSeveralFiles(db, policies));
    db.update(FRESH_TABLE.as(FRESH))
        .set(FRESH.OWN_OUTCOME, FRESH.OUTCOME)
        .set(FRESH.OUTCOME, inline(SUPERSEDED))
        .from(NEWEST_TABLE)
        .where(NEWEST.SOURCE.eq(FRESH.SOURCE), NEWEST.ORDER_NUMBER.eq(FRESH.ORDER_NUMBER))
        .and(FRESH.FILE_ID.ne(NEWEST.FILE_ID))
        .execute();
  }

  /** The number of orders of which some files have a newer version than all others. */
  static long replacedBy(DSLContext db, List<Long> files) {
    return db.fetchCount(NEWEST_TABLE, NEWEST.FILE_ID.in(files));
  }

  private static List<String> sourcesWithSeveralFiles(DSLContext db, List<SourcesRecord> policies) {
    var sources =
        policies.stream()
            .filter(policy -> policy.getDuplicates().equals("newest-file"))
            .map(SourcesRecord::getSource)
            .toList();
    return db.select(FILES.SOURCE)
        .from(FILES)
        .where(FILES.SOURCE.in(sources), FILES.VERDICT.eq("loaded"))
        .groupBy(FILES.SOURCE)
        .having(count().gt(1))
        .fetch(FILES.SOURCE);
  }

  /** The newest file of each fresh order that several files have. */
  private static void gather(DSLContext db, List<String> sources) {
    var shared =
        select(FRESH.SOURCE, FRESH.ORDER_NUMBER)
            .from(FRESH_TABLE)
            .where(FRESH.SOURCE.in(sources))
            .groupBy(FRESH.SOURCE, FRESH.ORDER_NUMBER)
            .having(min(FRESH.FILE_ID).ne(max(FRESH.FILE_ID)))
            .asTable(SHARED.getName());
    db.createTemporaryTable(NEWEST_TABLE)
        .as(
            select(FRESH.SOURCE, FRESH.ORDER_NUMBER, FRESH.FILE_ID)
                .distinctOn(FRESH.SOURCE, FRESH.ORDER_NUMBER)
                .from(FRESH_TABLE)
                .join(shared)
                .on(SHARED.SOURCE.eq(FRESH.SOURCE), SHARED.ORDER_NUMBER.eq(FRESH.ORDER_NUMBER))
                .join(FILES)
                .on(FILES.FILE_ID.eq(FRESH.FILE_ID))
                .orderBy(
                    FRESH.SOURCE,
                    FRESH.ORDER_NUMBER,
                    FILES.LATEST_DAY.desc().nullsLast(),
                    FRESH.FILE_ID.desc()))
        .onCommitDrop()
        .execute();
    db.execute("analyze newest");
  }
}
