package dev.nightjar.orders;

import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.orders.Tables.FILE_OUTCOMES;
import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static dev.nightjar.orders.FreshParts.FRESH;
import static dev.nightjar.orders.FreshParts.FRESH_TABLE;
import static dev.nightjar.orders.LineClassification.LINES;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import dev.nightjar.database.Differences;
import dev.nightjar.db.ingest.tables.records.SourcesRecord;
import dev.nightjar.db.orders.tables.OrderParts;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * The statements that turn lines into parts of orders. Temporary tables hold what a night touches:
 * {@code touched_orders}, and all parts of these orders in {@code fresh}.
 */
final class PartsQueries {
  private static final OrderParts TOUCHED = ORDER_PARTS.as("touched_orders");
  static final Table<Record> TOUCHED_TABLE = table(name("touched_orders"));
  private static final OrderParts ENTANGLED = ORDER_PARTS.as("entangled");
  private static final Table<Record> ENTANGLED_TABLE = table(name("entangled"));
  private static final OrderParts LOCATED = ORDER_PARTS.as("located");
  private static final Table<Record> LOCATED_TABLE = table(name("located"));
  private static final Set<String> WHOLE_ORDER =
      Set.of(
          ORDER_PARTS.ORDERED_ON.getName(),
          ORDER_PARTS.IS_ORDER_KEPT.getName(),
          ORDER_PARTS.IS_ORDER.getName());

  private final LocalDate night;
  private final TouchedFiles files;

  PartsQueries(LocalDate night, TouchedFiles files) {
    this.night = night;
    this.files = files;
  }

  /** Whether a part is of a touched order. */
  static Condition isTouched(OrderParts parts) {
    return isOf(TOUCHED, parts);
  }

  private static Condition isOf(OrderParts order, OrderParts parts) {
    return order.SOURCE.eq(parts.SOURCE).and(order.ORDER_NUMBER.eq(parts.ORDER_NUMBER));
  }

  /** Reads the touched files, and collects every order with lines in them, now or before. */
  void gather(DSLContext db) {
    if (isFirst(db)) {
      // the first night groups all orders: in memory and in parallel
      db.execute("set local work_mem = '128MB'");
      db.execute("set local hash_mem_multiplier = 4");
      db.execute("set local parallel_tuple_cost = 0.005");
      db.execute("set local maintenance_work_mem = '256MB'");
    }
    read(db);
    db.createTemporaryTable(TOUCHED_TABLE)
        .as(
            select(ORDER_PARTS.SOURCE, ORDER_PARTS.ORDER_NUMBER)
                .from(ORDER_PARTS)
                .where(ORDER_PARTS.FILE_ID.in(files.all()))
                .union(
                    select(FRESH.SOURCE, FRESH.ORDER_NUMBER)
                        .from(FRESH_TABLE)
                        .where(exists(selectOne().from(ORDER_PARTS)))))
        .onCommitDrop()
        .execute();
    db.execute("analyze fresh, touched_orders");
    readEntangledOrders(db);
  }

  /** Reads the touched files, and nothing else. */
  void read(DSLContext db) {
    db.createTemporaryTable(FRESH_TABLE).as(partsOfTouchedFiles(db)).onCommitDrop().execute();
  }

  /** The parts made of the lines of the touched files alone. */
  private Select<?> partsOfTouchedFiles(DSLContext db) {
    Select<Record> parts = select(columns(ORDER_PARTS)).from(ORDER_PARTS).limit(0);
    for (var source : files.loaded().entrySet()) {
      if (TouchedFiles.FEEDS_OF_ORDERS.contains(source.getKey().getFeed())) {
        var judge = new LineClassification(source.getKey(), night);
        parts = parts.unionAll(judge.parts(LINES, areIn(db, source.getValue())));
      }
    }
    return parts;
  }

  /**
   * Whether a line is in one of some files, as a condition on these or on all others, whichever are
   * fewer.
   */
  private static Condition areIn(DSLContext db, List<Long> ids) {
    var others =
        db.select(FILES.FILE_ID)
            .from(FILES)
            .where(FILES.FILE_ID.notIn(ids))
            .limit(ids.size())
            .fetch(FILES.FILE_ID);
    return others.size() < ids.size() ? LINES.FILE_ID.notIn(others) : LINES.FILE_ID.in(ids);
  }

  /**
   * If a policy compares the lines of an order, and some of them are in files that the night did
   * not touch, reads and classifies all of them together.
   */
  private void readEntangledOrders(DSLContext db) {
    var comparing = comparing();
    var isElsewhere =
        ORDER_PARTS.FILE_ID.notIn(files.all()).and(ORDER_PARTS.SOURCE.in(comparing.keySet()));
    db.createTemporaryTable(ENTANGLED_TABLE)
        .as(
            selectDistinct(ORDER_PARTS.SOURCE, ORDER_PARTS.ORDER_NUMBER)
                .from(ORDER_PARTS)
                .join(TOUCHED_TABLE)
                .on(isTouched(ORDER_PARTS))
                .where(isElsewhere))
        .onCommitDrop()
        .execute();
    db.execute("analyze entangled");
    locate(db, isElsewhere);
    db.deleteFrom(FRESH_TABLE).using(ENTANGLED_TABLE).where(isOf(ENTANGLED, FRESH)).execute();
    comparing.forEach(
        (source, policy) -> {
          var lines =
              LINES
                  .join(LOCATED_TABLE)
                  .on(LINES.FILE_ID.eq(LOCATED.FILE_ID))
                  .and(LINES.LINE_NUMBER.between(LOCATED.FIRST_LINE, LOCATED.LAST_LINE))
                  .and(LineClassification.orderNumber(policy).eq(LOCATED.ORDER_NUMBER));
          db.insertInto(FRESH_TABLE)
              .select(new LineClassification(policy, night).parts(lines, LOCATED.SOURCE.eq(source)))
              .execute();
        });
  }

  /** The files and lines of the entangled orders. */
  private static void locate(DSLContext db, Condition isElsewhere) {
    var places = List.of(FRESH.SOURCE, FRESH.ORDER_NUMBER, FRESH.FILE_ID);
    var parts =
        select(columns(FRESH))
            .from(FRESH_TABLE)
            .unionAll(
                select(columns(ORDER_PARTS))
                    .from(ORDER_PARTS)
                    .join(ENTANGLED_TABLE)
                    .on(isOf(ENTANGLED, ORDER_PARTS))
                    .where(isElsewhere))
            .asTable(FRESH.getName());
    db.createTemporaryTable(LOCATED_TABLE)
        .as(
            select(places)
                .select(
                    min(FRESH.FIRST_LINE).as(FRESH.FIRST_LINE),
                    max(FRESH.LAST_LINE).as(FRESH.LAST_LINE))
                .from(parts)
                .join(ENTANGLED_TABLE)
                .on(isOf(ENTANGLED, FRESH))
                .where(exists(selectOne().from(ENTANGLED_TABLE)))
                .groupBy(places))
        .onCommitDrop()
        .execute();
    db.execute("analyze located");
  }

  /** The policies that compare lines, by source. */
  private Map<String, SourcesRecord> comparing() {
    return files.policies().stream()
        .filter(LineClassification::comparesLines)
        .collect(Collectors.toMap(SourcesRecord::getSource, policy -> policy));
  }

  /** Replaces the parts of every touched order. */
  void replace(DSLContext db) {
    boolean isFirst = isFirst(db);
    if (!isFirst) {
      takeOldPartsAlong(db);
    }
    compareOrders(db);
    if (isFirst) {
      FirstLoad.into(db, ORDER_PARTS, () -> insertParts(db));
    } else {
      FileOutcomes.adjustOthers(db, files.all(), TOUCHED_TABLE, isTouched(ORDER_PARTS));
      db.deleteFrom(ORDER_PARTS).using(TOUCHED_TABLE).where(isTouched(ORDER_PARTS)).execute();
      insertParts(db);
    }
  }

  /** What parts take from the other parts of their orders. */
  private void compareOrders(DSLContext db) {
    NewestFiles.leaveOutOlder(db, files.policies());
    WholeOrder.gather(db);
  }

  private static boolean isFirst(DSLContext db) {
    return !db.fetchExists(ORDER_PARTS);
  }

  /** Parts of touched orders that are in other files, and stay as they are. */
  private void takeOldPartsAlong(DSLContext db) {
    db.insertInto(FRESH_TABLE)
        .select(
            select(asInTheirFiles())
                .from(ORDER_PARTS)
                .join(TOUCHED_TABLE)
                .on(isTouched(ORDER_PARTS))
                .where(ORDER_PARTS.FILE_ID.notIn(files.all()))
                .andNotExists(
                    selectOne().from(ENTANGLED_TABLE).where(isOf(ENTANGLED, ORDER_PARTS))))
        .execute();
  }

  /** The columns of kept parts without what newer files made of them. */
  private static List<Field<?>> asInTheirFiles() {
    return Arrays.stream(columns(ORDER_PARTS))
        .<Field<?>>map(
            column ->
                column.equals(ORDER_PARTS.OUTCOME)
                    ? NewestFiles.ownOutcome(ORDER_PARTS)
                    : column.equals(ORDER_PARTS.OWN_OUTCOME)
                        ? inline((String) null, SQLDataType.VARCHAR).as(ORDER_PARTS.OWN_OUTCOME)
                        : column)
        .toList();
  }

  /** Inserts all parts of the touched orders. */
  private void insertParts(DSLContext db) {
    db.insertInto(ORDER_PARTS, ORDER_PARTS.fields()).select(wholeParts()).execute();
  }

  /** The fresh parts, each with the values of its whole order. */
  private Select<?> wholeParts() {
    return WholeOrder.parts(columns(FRESH));
  }

  /** All columns of the parts, except those that need the whole order. */
  private static Field<?>[] columns(OrderParts parts) {
    return Arrays.stream(parts.fields())
        .filter(column -> !WHOLE_ORDER.contains(column.getName()))
        .toArray(Field<?>[]::new);
  }

  /** How the kept parts and counts differ from those of a full rebuild, in a gathered table. */
  Map<String, Long> differences(DSLContext db) {
    compareOrders(db);
    return Map.of(
        "orders.order_parts",
        Differences.count(db, select(ORDER_PARTS.fields()).from(ORDER_PARTS), wholeParts()),
        "orders.file_outcomes",
        Differences.count(
            db,
            select(FILE_OUTCOMES.fields()).from(FILE_OUTCOMES),
            FileOutcomes.outcomes(FRESH_TABLE, FRESH, noCondition())));
  }
}
