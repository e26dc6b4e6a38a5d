package dev.nightjar.rfm;

import static dev.nightjar.db.orders.Tables.FILES;
import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static dev.nightjar.db.rfm.Tables.METRICS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.db.rfm.tables.records.NightsRecord;
import java.math.BigDecimal;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of a night as its orders look on a later date: the days since the last order have
 * grown, and orders have left the window. Orders that arrived after the night are not in them.
 *
 * @param later a night whose metrics are defined in the same way
 */
record AgedMetrics(NightsRecord night, NightsRecord later) {

  /** One row per customer of the night, in the columns of the metrics. */
  Select<?> of(Select<Record1<String>> customers) {
    var left = leftTheWindow(customers).asTable("left_window");
    var isUntouched = left.field(ORDER_PARTS.CUSTOMER_KEY).isNull();
    var netValue = METRICS.NET_VALUE.minus(orZero(left.field(METRICS.NET_VALUE)));
    var orders = METRICS.ORDERS_COUNT.minus(coalesce(left.field(METRICS.ORDERS_COUNT), inline(0L)));
    var counted =
        METRICS.FREQUENCY.cast(BigDecimal.class).minus(orZero(left.field(OrderActivity.COUNTED)));
    var standing =
        MetricsQueries.standing(
            netValue, hasReturnInWindow(), METRICS.LAST_ORDERED_ON, later.getFirstDay());
    var monetary =
        MetricsDefinition.of(night).monetary(netValue, counted, orders.cast(BigDecimal.class));
    return select(
            METRICS.CUSTOMER_KEY,
            when(isUntouched, METRICS.STANDING).otherwise(standing).as(METRICS.STANDING),
            METRICS.FIRST_ORDERED_ON,
            METRICS.LAST_ORDERED_ON,
            orders.as(METRICS.ORDERS_COUNT),
            netValue.as(METRICS.NET_VALUE),
            counted.cast(SQLDataType.DOUBLE).as(METRICS.FREQUENCY),
            when(isUntouched, METRICS.MONETARY)
                .otherwise(monetary.cast(SQLDataType.DOUBLE))
                .as(METRICS.MONETARY))
        .from(METRICS)
        .leftJoin(left)
        .on(left.field(ORDER_PARTS.CUSTOMER_KEY).eq(METRICS.CUSTOMER_KEY))
        .where(ValidityIntervals.at(METRICS, night.getNight()))
        .and(METRICS.CUSTOMER_KEY.in(customers));
  }

  /** The sums, by customer, of the known orders and returns that only the night's window holds. */
  private Select<?> leftTheWindow(Select<Record1<String>> customers) {
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
        .groupBy(ORDER_PARTS.CUSTOMER_KEY);
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
                .where(ORDER_PARTS.CUSTOMER_KEY.eq(METRICS.CUSTOMER_KEY), isKnown())
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
