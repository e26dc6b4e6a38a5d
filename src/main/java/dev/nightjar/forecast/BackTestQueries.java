package dev.nightjar.forecast;

import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static dev.nightjar.forecast.HistoriesQueries.HISTORIES;
import static dev.nightjar.forecast.HistoriesQueries.KEY;
import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.ntile;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import dev.nightjar.ports.ForecastBackTests.BackTest;
import dev.nightjar.ports.ForecastBackTests.Compared;
import dev.nightjar.ports.ForecastBackTests.Errors;
import dev.nightjar.ports.ForecastBackTests.Tenth;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The statements that compare a forecast with what was bought since, one method per part. */
final class BackTestQueries {
  private static final Table<Record> TESTED = table(name("tested"));
  private static final Field<Integer> TENTH = field(name("tenth"), Integer.class);

  /** What is compared: columns of the temporary table. */
  private record Quantity(String quantity) {
    private Field<BigDecimal> expected() {
      return field(DSL.name("expected_" + quantity), BigDecimal.class);
    }

    private Field<BigDecimal> actual() {
      return field(DSL.name("actual_" + quantity), BigDecimal.class);
    }

    private Field<BigDecimal> before() {
      return field(DSL.name("before_" + quantity), BigDecimal.class);
    }
  }

  private static final Quantity ORDERS = new Quantity("orders");
  private static final Quantity VALUE = new Quantity("value");

  private final DSLContext tx;
  private final LocalDate on;
  private final int days;

  /**
   * @param tx with the histories up to the date of the forecast
   */
  BackTestQueries(DSLContext tx, LocalDate on, int days) {
    this.tx = tx;
    this.on = on;
    this.days = days;
  }

  BackTest compare(
      BgNbd purchases, GammaGamma values, PurchaseHistories histories, Field<Integer> ageDays) {
    var forecasts = new ForecastTable(purchases, histories, days);
    tx.createTemporaryTable(TESTED)
        .as(tested(forecasts.rows(), ForecastTable.orderValue(values), ageDays))
        .onCommitDrop()
        .execute();
    return new BackTest(
        on,
        on.plusDays(days),
        tx.fetch(tenths()).map(BackTestQueries::tenth),
        errors(ORDERS),
        errors(VALUE));
  }

  /** One row per customer: what was expected, what was bought, and what was bought before. */
  private Select<?> tested(Table<?> forecasts, Field<Double> orderValue, Field<Integer> ageDays) {
    var around = around().asTable("around");
    var expectedOrders = ForecastTable.orders(days);
    var expectedValue = expectedOrders.times(orderValue);
    var key = KEY.collate("C");
    return select(
            ntile(10).over().orderBy(expectedValue.desc(), key).as(TENTH),
            expectedOrders.cast(SQLDataType.NUMERIC).as(ORDERS.expected()),
            expectedValue.cast(SQLDataType.NUMERIC).as(VALUE.expected()))
        .select(
            orZero(around.field(ORDERS.actual())),
            orZero(around.field(VALUE.actual())),
            orZero(around.field(ORDERS.before())),
            orZero(around.field(VALUE.before())))
        .from(HISTORIES)
        .join(forecasts)
        .on(ForecastTable.isOf(ageDays))
        .leftJoin(around)
        .on(around.field(ORDER_PARTS.CUSTOMER_KEY).eq(KEY));
  }

  /** What each customer bought in as many days before and after the date of the forecast. */
  private Select<?> around() {
    var days = HistoriesQueries.days(isAround()).asTable("days");
    var hasOrder = condition(days.field(ORDER_PARTS.IS_ORDER));
    var isAfter = days.field(ORDER_PARTS.ORDERED_ON).gt(on);
    var isBefore = days.field(ORDER_PARTS.ORDERED_ON).le(on);
    var value = days.field(ORDER_PARTS.VALUE);
    return select(days.field(ORDER_PARTS.CUSTOMER_KEY))
        .select(
            count().filterWhere(hasOrder, isAfter).cast(SQLDataType.NUMERIC).as(ORDERS.actual()),
            count().filterWhere(hasOrder, isBefore).cast(SQLDataType.NUMERIC).as(ORDERS.before()),
            sum(value).filterWhere(isAfter).as(VALUE.actual()),
            sum(value).filterWhere(isBefore).as(VALUE.before()))
        .from(days)
        .groupBy(days.field(ORDER_PARTS.CUSTOMER_KEY));
  }

  private Condition isAround() {
    return ORDER_PARTS
        .ORDERED_ON
        .gt(on.minusDays(days))
        .and(ORDER_PARTS.ORDERED_ON.le(on.plusDays(days)));
  }

  private static Field<BigDecimal> orZero(Field<BigDecimal> number) {
    return coalesce(number, inline(BigDecimal.ZERO)).as(number);
  }

  private static Select<?> tenths() {
    return select(TENTH, count())
        .select(sum(ORDERS.expected()), sum(ORDERS.actual()), sum(ORDERS.before()))
        .select(sum(VALUE.expected()), sum(VALUE.actual()), sum(VALUE.before()))
        .from(TESTED)
        .groupBy(TENTH)
        .orderBy(TENTH);
  }

  private static Tenth tenth(Record row) {
    return new Tenth(
        row.get(0, Integer.class), row.get(1, Long.class), compared(row, 2), compared(row, 5));
  }

  private static Compared compared(Record row, int from) {
    return new Compared(
        row.get(from, BigDecimal.class),
        row.get(from + 1, BigDecimal.class),
        row.get(from + 2, BigDecimal.class));
  }

  private Errors errors(Quantity quantity) {
    var row =
        tx.select(
                avg(abs(quantity.expected().minus(quantity.actual()))),
                avg(abs(quantity.before().minus(quantity.actual()))))
            .from(TESTED)
            .fetchSingle();
    return new Errors(row.value1(), row.value2());
  }
}
