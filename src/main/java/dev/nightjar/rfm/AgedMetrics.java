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
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

/**
 * The metrics of a night as its orders look on a later date: the days since the last order have
 * grown, and orders have left the window. Orders that arrived after the night are not in them.
 *
 * @param definition of the metrics in both nights
 */
record AgedMetrics(LocalDate night, LocalDate later, MetricsDefinition definition) {
  private static final Condition IS_KEPT = ORDER_PARTS.OUTCOME.eq("kept");

  /** One row per customer of the night: key, standing, day of the last order, F and M. */
  Select<?> of(Select<Record1<String>> customers) {
    var left = leftTheWindow(customers).asTable("left_window");
    var isUntouched = left.field(ORDER_PARTS.CUSTOMER_KEY).isNull();
    var counted = left.field(MetricsQueries.COUNTED);
    var netValue = METRICS.NET_VALUE.minus(orZero(left.field(METRICS.NET_VALUE)));
    var frequency = METRICS.FREQUENCY.minus(coalesce(counted, inline(0L)).cast(SQLDataType.DOUBLE));
    var standing = MetricsQueries.standing(netValue, hasReturnInWindow(), METRICS.LAST_ORDERED_ON);
    var monetary = definition.monetary(netValue, frequency.cast(BigDecimal.class));
    return select(
            METRICS.CUSTOMER_KEY,
            when(isUntouched, METRICS.STANDING).otherwise(standing).as(METRICS.STANDING),
            METRICS.LAST_ORDERED_ON,
            frequency.as(METRICS.FREQUENCY),
            when(isUntouched, METRICS.MONETARY)
                .otherwise(monetary.cast(SQLDataType.DOUBLE))
                .as(METRICS.MONETARY))
        .from(METRICS)
        .leftJoin(left)
        .on(left.field(ORDER_PARTS.CUSTOMER_KEY).eq(METRICS.CUSTOMER_KEY))
        .where(ValidityIntervals.at(METRICS, night), METRICS.CUSTOMER_KEY.in(customers));
  }

  /** The sums, by customer, of the known orders that only the window of the night holds. */
  private Select<?> leftTheWindow(Select<Record1<String>> customers) {
    var first = definition.firstDay(night);
    var firstLater = definition.firstDay(later);
    var hasLeft =
        first == null || firstLater == null
            ? falseCondition()
            : ORDER_PARTS.ORDERED_ON.ge(first).and(ORDER_PARTS.ORDERED_ON.lt(firstLater));
    return select(ORDER_PARTS.CUSTOMER_KEY)
        .select(MetricsQueries.sums(definition.counts(), hasLeft))
        .from(ORDER_PARTS)
        .join(FILES)
        .on(FILES.FILE_ID.eq(ORDER_PARTS.FILE_ID))
        .where(isKnown(), hasLeft, ORDER_PARTS.CUSTOMER_KEY.in(customers))
        .groupBy(ORDER_PARTS.CUSTOMER_KEY);
  }

  private Condition hasReturnInWindow() {
    var first = definition.firstDay(later);
    return first == null
        ? falseCondition()
        : exists(
            selectOne()
                .from(ORDER_PARTS)
                .join(FILES)
                .on(FILES.FILE_ID.eq(ORDER_PARTS.FILE_ID))
                .where(ORDER_PARTS.CUSTOMER_KEY.eq(METRICS.CUSTOMER_KEY), isKnown())
                .and(ORDER_PARTS.IS_RETURN)
                .and(ORDER_PARTS.ORDERED_ON.between(first, night)));
  }

  /** Whether the night knew the lines. */
  private Condition isKnown() {
    return IS_KEPT.and(FILES.NIGHT.le(night));
  }

  private static Field<BigDecimal> orZero(Field<BigDecimal> value) {
    return coalesce(value, inline(BigDecimal.ZERO));
  }
}
