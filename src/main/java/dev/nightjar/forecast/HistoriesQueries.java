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
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.db.forecast.tables.records.NightsRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

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

  private static final Table<Record> READ = table(name("read_again"));
  private static final Field<String> READ_KEY =
      field(name("read_again", "customer_key"), String.class);

  private static final dev.nightjar.db.orders.tables.Customers RECORDS =
      dev.nightjar.db.orders.Tables.CUSTOMERS;

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

  /** Fills the table from all orders. */
  void gather() {
    gather(counted(noCondition()));
  }

  /**
   * Fills the table; the histories of customers whose orders were not read again since an earlier
   * night are those of that night.
   *
   * @param before the earlier night; null for none
   */
  void gatherSince(@Nullable NightsRecord before) {
    if (before == null || before.getBuild() == null) {
      gather();
      return;
    }
    var kept = CUSTOMERS.as("kept");
    var isKept = kept.NIGHT.eq(before.getNight()).and(kept.CUSTOMER_KEY.eq(METRICS.CUSTOMER_KEY));
    var read =
        select(METRICS.CUSTOMER_KEY)
            .from(METRICS)
            .leftJoin(kept)
            .on(isKept)
            .leftJoin(RECORDS)
            .on(RECORDS.CUSTOMER_KEY.eq(METRICS.CUSTOMER_KEY))
            .where(ValidityIntervals.at(METRICS, night), METRICS.FIRST_ORDERED_ON.isNotNull())
            .and(kept.NIGHT.isNull().or(RECORDS.BUILD.gt(before.getBuild())));
    tx.createTemporaryTable(READ).as(read).onCommitDrop().execute();
    tx.execute("analyze {0}", READ);
    var isRead = METRICS.CUSTOMER_KEY.in(select(READ_KEY).from(READ));
    gather(
        counted(ORDER_PARTS.CUSTOMER_KEY.in(select(READ_KEY).from(READ)))
            .unionAll(
                select(
                        kept.CUSTOMER_KEY,
                        METRICS.FIRST_ORDERED_ON,
                        kept.LAST_ORDERED_ON,
                        kept.REPEAT_DAYS,
                        kept.REPEAT_VALUE)
                    .from(kept)
                    .join(METRICS)
                    .on(isKept, ValidityIntervals.at(METRICS, night))
                    .where(METRICS.FIRST_ORDERED_ON.isNotNull(), not(isRead))));
  }

  private void gather(Select<?> rows) {
    tx.createTemporaryTable(HISTORIES).as(rows).onCommitDrop().execute();
    tx.execute("analyze {0}", HISTORIES);
  }

  /** One row per customer: the history, from the orders. */
  private Select<Record5<String, LocalDate, LocalDate, Integer, BigDecimal>> counted(
      Condition which) {
    var days = days(ORDER_PARTS.ORDERED_ON.le(until).and(which)).asTable("days");
    var day = days.field(ORDER_PARTS.ORDERED_ON);
    var hasOrder = condition(days.field(ORDER_PARTS.IS_ORDER));
    var first = METRICS.FIRST_ORDERED_ON;
    return select(
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
        .groupBy(days.field(ORDER_PARTS.CUSTOMER_KEY), first);
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
