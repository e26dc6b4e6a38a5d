package dev.nightjar.rfm;

import static dev.nightjar.db.orders.Tables.FILES;
import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import dev.nightjar.db.rfm.tables.Metrics;
import dev.nightjar.db.rfm.tables.records.NightsRecord;
import java.math.BigDecimal;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of a night as its orders look on a later date: the days since the last order have
 * grown, and orders have left the window. Orders that arrived after the night are not in them.
 *
 * @param later a night whose metrics are defined in the same way
 * @param metrics those of the night
 */
record AgedMetrics(NightsRecord night, NightsRecord later, Metrics metrics) {

  /**
   * One row: the metrics of a customer but for the key.
   *
   * @param left the sums that left the window
   */
  Select<?> of(Table<?> left) {
    var isUntouched = left.field(ORDER_PARTS.CUSTOMER_KEY).isNull();
    var netValue = metrics.NET_VALUE.minus(orZero(left.field(metrics.NET_VALUE)));
    var orders = metrics.ORDERS_COUNT.minus(coalesce(left.field(metrics.ORDERS_COUNT), inline(0L)));
    var counted =
        metrics.FREQUENCY.cast(BigDecimal.class).minus(orZero(left.field(OrderActivity.COUNTED)));
    var standing =
        MetricsQueries.standing(
            netValue, hasReturnInWindow(), metrics.LAST_ORDERED_ON, later.getFirstDay());
    var monetary =
        MetricsDefinition.of(night).monetary(netValue, counted, orders.cast(BigDecimal.class));
    return select(
        when(isUntouched, metrics.STANDING).otherwise(standing).as(metrics.STANDING),
        metrics.FIRST_ORDERED_ON,
        metrics.LAST_ORDERED_ON,
        orders.as(metrics.ORDERS_COUNT),
        netValue.as(metrics.NET_VALUE),
        counted.cast(SQLDataType.DOUBLE).as(metrics.FREQUENCY),
        when(isUntouched, metrics.MONETARY)
            .otherwise(monetary.cast(SQLDataType.DOUBLE))
            .as(metrics.MONETARY));
  }

  /** The sums, by customer, of the known orders and returns that only the night's window holds. */
  Table<?> leftTheWindow(Select<Record1<String>> customers) {
    var first = night.getFirstDay();
    var firstLater = later.getFirstDay();
    boolean hasWindow = first != null && firstLater != null;
    return select(ORDER_PARTS.CUSTOMER_KEY)
        .select(
            OrderActivity.sums(
                MetricsDefinition.of(night).counts(),
                day -> hasWindow ? day.ge(first).and(day.lt(firstLater)) : falseCondition()))
        .from(ORDER_PARTS)
        .join(FILES)
        .on(FILES.FILE_ID.eq(ORDER_PARTS.FILE_ID))
        .where(isKnown(), ORDER_PARTS.CUSTOMER_KEY.in(customers))
        .and(hasWindow ? OrderActivity.since(first, day -> day.lt(firstLater)) : falseCondition())
        .groupBy(ORDER_PARTS.CUSTOMER_KEY)
        .asTable("left_window");
  }

  private Condition hasReturnInWindow() {
    var first = later.getFirstDay();
    return first == null
        ? falseCondition()
        : exists(
            selectOne()
                .from(ORDER_PARTS)
                .join(FILES)
                .on(FILES.FILE_ID.eq(ORDER_PARTS.FILE_ID))
                .where(ORDER_PARTS.CUSTOMER_KEY.eq(metrics.CUSTOMER_KEY), isKnown())
                .and(ORDER_PARTS.IS_RETURN)
                .and(ORDER_PARTS.BOOKED_ON.between(first, night.getNight())));
  }

  /** Whether the night knew the lines. */
  private Condition isKnown() {
    return OrderActivity.IS_KEPT.and(FILES.NIGHT.le(night.getNight()));
  }

  private static Field<BigDecimal> orZero(@Nullable Field<BigDecimal> value) {
    return coalesce(value, inline(BigDecimal.ZERO));
  }
}
