package dev.nightjar.rfm;

import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static dev.nightjar.db.rfm.Tables.METRICS;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;

import dev.nightjar.rfm.RfmSettings.Counts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * What customers ordered and returned up to a night, ever and in the window.
 *
 * @param firstDay first day of the window; null for the whole history
 * @param counts what frequency counts
 */
record OrderActivity(@Nullable LocalDate firstDay, Counts counts) {
  /** The touched customers, in a temporary table. */
  static final Table<Record> TOUCHED = table(name("touched"));

  static final Field<String> TOUCHED_KEY = field(name("touched", "customer_key"), String.class);

  static final Condition IS_KEPT = ORDER_PARTS.OUTCOME.eq("kept");
  static final Field<Boolean> IS_RETURNING = field(name("is_returning"), Boolean.class);
  static final Field<BigDecimal> COUNTED = field(name("counted"), BigDecimal.class);

  private static final Condition IS_ORDER = condition(ORDER_PARTS.IS_ORDER);

  /** One row per customer with an order or return up to the night. */
  Table<?> ofAll() {
    return select(ORDER_PARTS.CUSTOMER_KEY)
        .select(
            min(ORDER_PARTS.ORDERED_ON).filterWhere(IS_ORDER).as(METRICS.FIRST_ORDERED_ON),
            max(ORDER_PARTS.ORDERED_ON).filterWhere(IS_ORDER).as(METRICS.LAST_ORDERED_ON))
        .select(sums(counts, this::isInWindow))
        .from(ORDER_PARTS)
        .where(IS_KEPT)
        .groupBy(ORDER_PARTS.CUSTOMER_KEY)
        .asTable("activity");
  }

  /**
   * The same for the touched customers: the window by its days, and the first and last order by one
   * look-up each, however long their history. All but late returns stand in an index, since a
   * customer's orders lie far apart in the table.
   */
  Table<?> ofTouched() {
    var orders =
        touched(firstDay == null ? noCondition() : ORDER_PARTS.ORDERED_ON.ge(firstDay))
            .asTable("in_window");
    var returns =
        touched(firstDay == null ? falseCondition() : returnedSince(firstDay)).asTable("late");
    var first = orderedOn(ORDER_PARTS.ORDERED_ON.asc()).asTable("first_order");
    var last = orderedOn(ORDER_PARTS.ORDERED_ON.desc()).asTable("last_order");
    var value = coalesce(orders.field(METRICS.NET_VALUE), inline(BigDecimal.ZERO));
    var late = coalesce(returns.field(METRICS.NET_VALUE), inline(BigDecimal.ZERO));
    return select(TOUCHED_KEY.as(CUSTOMERS.CUSTOMER_KEY))
        .select(
            first.field(ORDER_PARTS.ORDERED_ON).as(METRICS.FIRST_ORDERED_ON),
            last.field(ORDER_PARTS.ORDERED_ON).as(METRICS.LAST_ORDERED_ON),
            orders.field(METRICS.ORDERS_COUNT),
            value.plus(late).as(METRICS.NET_VALUE),
            orders.field(COUNTED),
            condition(coalesce(orders.field(IS_RETURNING), inline(false)))
                .or(condition(coalesce(returns.field(IS_RETURNING), inline(false))))
                .as(IS_RETURNING))
        .from(TOUCHED)
        .crossJoin(lateral(orders))
        .crossJoin(lateral(returns))
        .leftJoin(lateral(first))
        .on(trueCondition())
        .leftJoin(lateral(last))
        .on(trueCondition())
        .asTable("activity");
  }

  private Select<?> touched(Condition parts) {
    return select(sums(counts, this::isInWindow))
        .from(ORDER_PARTS)
        .where(ORDER_PARTS.CUSTOMER_KEY.eq(TOUCHED_KEY), IS_KEPT, parts);
  }

  /** Parts with a day from the given one on, of orders of earlier days. */
  private static Condition returnedSince(LocalDate first) {
    return ORDER_PARTS
        .BOOKED_ON
        .ne(ORDER_PARTS.ORDERED_ON)
        .and(ORDER_PARTS.BOOKED_ON.ge(first))
        .and(ORDER_PARTS.ORDERED_ON.lt(first));
  }

  private static Select<Record1<LocalDate>> orderedOn(SortField<LocalDate> place) {
    return select(ORDER_PARTS.ORDERED_ON)
        .from(ORDER_PARTS)
        .where(ORDER_PARTS.CUSTOMER_KEY.eq(TOUCHED_KEY), IS_ORDER)
        .orderBy(place)
        .limit(1);
  }

  /** The sums of a customer's parts on some days: orders by their day, value by its own. */
  static List<Field<?>> sums(Counts counts, Function<Field<LocalDate>, Condition> isOnDays) {
    var isOrdered = isOnDays.apply(ORDER_PARTS.ORDERED_ON);
    var isOrder = IS_ORDER.and(isOrdered);
    // lines of orders that count, without their returns
    var isBought =
        isOrdered
            .and(condition(ORDER_PARTS.IS_ORDER_KEPT))
            .and(not(condition(ORDER_PARTS.IS_RETURN)));
    var counted =
        switch (counts) {
          case ORDERS -> count().filterWhere(isOrder);
          case DAYS -> countDistinct(ORDER_PARTS.ORDERED_ON).filterWhere(isOrder);
          case LINES -> sum(ORDER_PARTS.LINES_COUNT).filterWhere(isBought);
          case UNITS -> sum(ORDER_PARTS.UNITS).filterWhere(isBought);
        };
    var isValued = isOnDays.apply(ORDER_PARTS.BOOKED_ON);
    return List.of(
        count().filterWhere(isOrder).cast(SQLDataType.BIGINT).as(METRICS.ORDERS_COUNT),
        sum(ORDER_PARTS.VALUE).filterWhere(isValued).as(METRICS.NET_VALUE),
        counted.cast(SQLDataType.NUMERIC).as(COUNTED),
        boolOr(ORDER_PARTS.IS_RETURN).filterWhere(isValued).as(IS_RETURNING));
  }

  private Condition isInWindow(Field<LocalDate> day) {
    return firstDay == null ? noCondition() : day.ge(firstDay);
  }

  /** Parts with a day from the given one on, of their order or their own, by index. */
  static Condition since(LocalDate first, Function<Field<LocalDate>, Condition> further) {
    var order = ORDER_PARTS.ORDERED_ON;
    var own = ORDER_PARTS.BOOKED_ON;
    return or(
        order.ge(first).and(further.apply(order)),
        own.ne(order).and(own.ge(first)).and(further.apply(own)));
  }
}
