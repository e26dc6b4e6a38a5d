package dev.nightjar.forecast;

import static dev.nightjar.db.forecast.Tables.CUSTOMERS;
import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static dev.nightjar.db.rfm.Tables.METRICS;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import dev.nightjar.database.ValidityIntervals;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * The purchases of each customer up to a date, in the temporary table {@code histories}, one row
 * per customer with an order.
 */
final class HistoriesQueries {
  static final Table<Record> HISTORIES = table(name("histories"));
  static final Field<String> KEY = column("customer_key", String.class);
  static final Field<LocalDate> FIRST = column("first_ordered_on", LocalDate.class);
  static final Field<LocalDate> LAST = column("last_ordered_on", LocalDate.class);
  static final Field<Integer> REPEATS = column("repeat_days", Integer.class);
  static final Field<BigDecimal> VALUE = column("repeat_value", BigDecimal.class);
  static final Field<Integer> LAST_DAYS = field("{0} - {1}", Integer.class, LAST, FIRST);

  private final DSLContext tx;
  private final LocalDate night;
  private final LocalDate until;

  /**
   * @param night whose orders are known
   * @param until the last day of the histories, the night's or earlier
   */
  HistoriesQueries(DSLContext tx, LocalDate night, LocalDate until) {
    this.tx = tx;
    this.night = night;
    this.until = until;
  }

  /** Days from the first order to the last day of the histories. */
  Field<Integer> ageDays() {
    return field("{0} - {1}", Integer.class, inline(until), FIRST);
  }

  /** Fills the table. */
  void gather() {
    var days = days(ORDER_PARTS.ORDERED_ON.le(until)).asTable("days");
    var day = days.field(ORDER_PARTS.ORDERED_ON);
    var hasOrder = condition(days.field(ORDER_PARTS.IS_ORDER));
    var first = METRICS.FIRST_ORDERED_ON;
    tx.createTemporaryTable(HISTORIES)
        .as(
            select(
                    days.field(ORDER_PARTS.CUSTOMER_KEY),
                    first,
                    max(day).filterWhere(hasOrder).as(CUSTOMERS.LAST_ORDERED_ON),
                    count().filterWhere(hasOrder).minus(1).as(CUSTOMERS.REPEAT_DAYS),
                    coalesce(
                            sum(days.field(ORDER_PARTS.VALUE)).filterWhere(day.gt(first)),
                            inline(BigDecimal.ZERO))
                        .as(CUSTOMERS.REPEAT_VALUE))
                .from(days)
                .join(METRICS)
                .on(METRICS.CUSTOMER_KEY.eq(days.field(ORDER_PARTS.CUSTOMER_KEY)))
                .and(ValidityIntervals.at(METRICS, night))
                .where(first.le(until))
                .groupBy(days.field(ORDER_PARTS.CUSTOMER_KEY), first))
        .onCommitDrop()
        .execute();
    tx.execute("analyze {0}", HISTORIES);
  }

  /** One row per customer and day, so that orders of one day are one purchase. */
  static Select<?> days(Condition which) {
    return select(ORDER_PARTS.CUSTOMER_KEY, ORDER_PARTS.ORDERED_ON)
        .select(
            sum(ORDER_PARTS.VALUE).as(ORDER_PARTS.VALUE),
            boolOr(condition(ORDER_PARTS.IS_ORDER)).as(ORDER_PARTS.IS_ORDER))
        .from(ORDER_PARTS)
        .where(ORDER_PARTS.OUTCOME.eq("kept"), ORDER_PARTS.CUSTOMER_KEY.isNotNull())
        .and(which)
        .groupBy(ORDER_PARTS.CUSTOMER_KEY, ORDER_PARTS.ORDERED_ON);
  }

  /** The different histories, in the order of their numbers. */
  PurchaseHistories histories() {
    var rows =
        tx.select(REPEATS, LAST_DAYS, ageDays(), count())
            .from(HISTORIES)
            .groupBy(REPEATS, LAST_DAYS, ageDays())
            .orderBy(REPEATS, LAST_DAYS, ageDays())
            .fetch();
    return new PurchaseHistories(
        rows.stream().mapToInt(row -> row.value1()).toArray(),
        rows.stream().mapToInt(row -> row.value2()).toArray(),
        rows.stream().mapToInt(row -> row.value3()).toArray(),
        rows.stream().mapToLong(row -> row.value4()).toArray());
  }

  /** The values of the customers with repeat purchases, lowest numbers first. */
  RepeatValues values() {
    var value = VALUE.cast(SQLDataType.DOUBLE);
    var rows =
        tx.select(REPEATS, value)
            .from(HISTORIES)
            .where(REPEATS.gt(0), VALUE.gt(BigDecimal.ZERO))
            .orderBy(REPEATS, value)
            .fetch();
    return new RepeatValues(
        rows.stream().mapToInt(row -> row.value1()).toArray(),
        rows.stream().mapToDouble(row -> row.value2()).toArray());
  }

  private static <T> Field<T> column(String column, Class<T> type) {
    return field(name("histories", column), type);
  }
}
