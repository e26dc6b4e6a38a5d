package dev.nightjar.orders;

import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static dev.nightjar.orders.FreshParts.FRESH;
import static dev.nightjar.orders.FreshParts.FRESH_TABLE;
import static dev.nightjar.orders.OrderAmounts.KEPT;
import static org.jooq.impl.DSL.boolAnd;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import dev.nightjar.db.orders.tables.OrderParts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.WindowSpecificationOrderByStep;

/** The values that a part takes from its whole order, for the fresh parts. */
final class WholeOrder {
  private static final Condition IS_KEPT = FRESH.OUTCOME.eq(KEPT);
  private static final Condition IS_PURCHASE = IS_KEPT.and(not(FRESH.IS_RETURN));

  private static final OrderParts PARTED = ORDER_PARTS.as("parted");
  private static final Table<Record> PARTED_TABLE = table(name("parted"));

  private WholeOrder() {}

  /**
   * The fresh parts in the order of the table's columns: most are the only part of their order, and
   * need no comparison.
   *
   * @param columns of the fresh parts
   */
  static Select<?> parts(Field<?>[] columns) {
    var isParted =
        PARTED
            .SOURCE
            .eq(FRESH.SOURCE)
            .and(PARTED.ORDER_NUMBER.eq(FRESH.ORDER_NUMBER))
            .and(PARTED.CUSTOMER_KEY.eq(FRESH.CUSTOMER_KEY));
    return select(columns)
        .select(columnsOfOnlyPart())
        .from(FRESH_TABLE)
        .whereNotExists(selectOne().from(PARTED_TABLE).where(isParted))
        .unionAll(
            select(columns).select(columns()).from(FRESH_TABLE).join(PARTED_TABLE).on(isParted));
  }

  /** Collects the orders with more than one kept part. */
  static void gather(DSLContext db) {
    var order = List.of(FRESH.SOURCE, FRESH.ORDER_NUMBER, FRESH.CUSTOMER_KEY);
    db.createTemporaryTable(PARTED_TABLE)
        .as(select(order).from(FRESH_TABLE).where(IS_KEPT).groupBy(order).having(count().gt(1)))
        .onCommitDrop()
        .execute();
    db.execute("analyze parted");
  }

  private static List<Field<?>> columns() {
    return List.of(
        orderedOn().as(ORDER_PARTS.ORDERED_ON),
        field(isKept()).as(ORDER_PARTS.IS_ORDER_KEPT),
        field(isKept().and(isFirstPart())).as(ORDER_PARTS.IS_ORDER));
  }

  /** The same columns of a part that is the only kept one of its order, or is not kept. */
  private static List<Field<?>> columnsOfOnlyPart() {
    var isKept = field(IS_PURCHASE.and(FRESH.VALUE.gt(BigDecimal.ZERO).or(FRESH.IS_FREE)));
    return List.of(
        FRESH.BOOKED_ON.as(ORDER_PARTS.ORDERED_ON),
        isKept.as(ORDER_PARTS.IS_ORDER_KEPT),
        isKept.as(ORDER_PARTS.IS_ORDER));
  }

  private static Field<LocalDate> orderedOn() {
    return when(
            IS_KEPT,
            coalesce(
                min(FRESH.BOOKED_ON).filterWhere(IS_PURCHASE).over(order()),
                min(FRESH.BOOKED_ON).filterWhere(IS_KEPT).over(order())))
        .otherwise(FRESH.BOOKED_ON);
  }

  private static Condition isKept() {
    return IS_KEPT
        .and(count().filterWhere(IS_PURCHASE).over(order()).gt(0))
        .and(value(IS_KEPT).gt(BigDecimal.ZERO).or(isFree()));
  }

  /** A fully returned order is worth nothing too, but was not free. */
  private static Condition isFree() {
    return condition(boolAnd(FRESH.IS_FREE).filterWhere(IS_PURCHASE).over(order()))
        .and(value(IS_KEPT).eq(BigDecimal.ZERO));
  }

  private static Field<BigDecimal> value(Condition which) {
    return sum(FRESH.VALUE).filterWhere(which).over(order());
  }

  private static Condition isFirstPart() {
    var keptFirst = field(not(IS_KEPT));
    return rowNumber()
        .over(order().orderBy(keptFirst, FRESH.IS_RETURN, FRESH.FILE_ID, FRESH.BOOKED_ON))
        .eq(1);
  }

  /** If two customers share an order number, it is two orders. */
  private static WindowSpecificationOrderByStep order() {
    return partitionBy(FRESH.SOURCE, FRESH.ORDER_NUMBER, FRESH.CUSTOMER_KEY);
  }
}
