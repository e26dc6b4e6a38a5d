package dev.nightjar.orders;

import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.ingest.Tables.ORDER_LINES;
import static dev.nightjar.db.ingest.Tables.REJECTS;
import static dev.nightjar.db.ingest.Tables.SOURCES;
import static dev.nightjar.db.orders.Tables.LINE_OUTCOMES;
import static dev.nightjar.db.orders.Tables.ORDERS;
import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The statements of the stage for one night, one method per part. */
final class OrdersQueries {
  private static final String LOADED = "loaded";
  private static final Field<BigDecimal> LINE_VALUE =
      ORDER_LINES.QUANTITY.mul(ORDER_LINES.UNIT_PRICE);
  private static final Field<LocalDate> LINE_DAY =
      ORDER_LINES.ORDERED_AT.cast(SQLDataType.LOCALDATE);
  private static final Field<String> OUTCOME = field(name("outcome"), String.class);
  private static final Field<BigDecimal> VALUE = field(name("value"), BigDecimal.class);
  private static final Field<Boolean> IS_RETURN = field(name("is_return"), Boolean.class);

  /** The number in the source; a line without one is an order of its own, named for its place. */
  private static final Field<String> ORDER_NUMBER =
      coalesce(
          ORDER_LINES.ORDER_NUMBER,
          FILES.NAME.concat(inline(":"), ORDER_LINES.LINE_NUMBER.cast(SQLDataType.VARCHAR)));

  private static final Condition IS_KEPT = OUTCOME.eq("kept");

  private final LocalDate night;

  OrdersQueries(LocalDate night) {
    this.night = night;
  }

  /** Replaces the orders, and the count of what became of each line on the way. */
  void replaceOrders(DSLContext db) {
    db.deleteFrom(ORDERS).execute();
    db.deleteFrom(LINE_OUTCOMES).where(LINE_OUTCOMES.NIGHT.eq(night)).execute();
    var repeated = repeated();
    var judged = judged(repeated);
    var orderedOn = judged.field(ORDERS.ORDERED_ON);
    db.with(repeated)
        .with(judged)
        .with(counted(judged))
        .insertInto(ORDERS, ORDERS.fields())
        .select(
            select(
                    judged.field(ORDERS.SOURCE),
                    judged.field(ORDERS.ORDER_NUMBER),
                    judged.field(ORDERS.CUSTOMER_KEY),
                    coalesce(min(orderedOn).filterWhere(not(IS_RETURN)), min(orderedOn)),
                    count().filterWhere(not(IS_RETURN)).gt(0).and(sum(VALUE).gt(BigDecimal.ZERO)),
                    count(),
                    sum(VALUE))
                .from(judged)
                .where(IS_KEPT)
                .groupBy(
                    judged.field(ORDERS.SOURCE),
                    judged.field(ORDERS.ORDER_NUMBER),
                    judged.field(ORDERS.CUSTOMER_KEY)))
        .execute();
    countRejects(db);
  }

  /** The lines that repeat another of their order, where the source counts only one of them. */
  private CommonTableExpression<?> repeated() {
    return name("repeated")
        .as(copies("drop-identical", identity(), false).union(copies("by-key", key(), true)));
  }

  private static List<Field<?>> identity() {
    return List.of(
        FILES.SOURCE,
        ORDER_NUMBER,
        ORDER_LINES.CUSTOMER_KEY,
        ORDER_LINES.ORDERED_AT,
        ORDER_LINES.PRODUCT_CODE,
        ORDER_LINES.QUANTITY,
        ORDER_LINES.UNIT_PRICE,
        ORDER_LINES.STATUS,
        ORDER_LINES.COUNTRY,
        ORDER_LINES.ATTRIBUTES);
  }

  private static List<Field<?>> key() {
    return List.of(FILES.SOURCE, ORDER_NUMBER, ORDER_LINES.PRODUCT_CODE);
  }

  /** All but the first, or all but the last, of the lines that are the same in some fields. */
  private Select<Record2<Long, Long>> copies(
      String policy, List<Field<?>> same, boolean lastCounts) {
    var copy = field(name("copy"), Integer.class);
    var order =
        Stream.of(ORDER_LINES.FILE_ID, ORDER_LINES.LINE_NUMBER)
            .map(each -> lastCounts ? each.desc() : each.asc())
            .toList();
    var copies =
        select(
                ORDER_LINES.FILE_ID,
                ORDER_LINES.LINE_NUMBER,
                rowNumber().over().partitionBy(same).orderBy(order).as(copy))
            .from(ORDER_LINES)
            .join(FILES)
            .on(FILES.FILE_ID.eq(ORDER_LINES.FILE_ID), FILES.VERDICT.eq(LOADED))
            .join(SOURCES)
            .on(SOURCES.SOURCE.eq(FILES.SOURCE), SOURCES.DUPLICATES.eq(policy))
            .where(LINE_DAY.le(night))
            .asTable("copies");
    return select(copies.field(ORDER_LINES.FILE_ID), copies.field(ORDER_LINES.LINE_NUMBER))
        .from(copies)
        .where(copy.gt(1));
  }

  /** One row per line of a loaded file, with its value and what becomes of it. */
  private CommonTableExpression<?> judged(CommonTableExpression<?> repeated) {
    var isRepeated = repeated.field(ORDER_LINES.LINE_NUMBER).isNotNull();
    return name("judged")
        .as(
            select(
                    FILES.SOURCE,
                    ORDER_NUMBER.as(ORDERS.ORDER_NUMBER),
                    ORDER_LINES.CUSTOMER_KEY,
                    LINE_DAY.as(ORDERS.ORDERED_ON),
                    coalesce(field(isReturn()), inline(false)).as(IS_RETURN),
                    when(isReturn(), abs(LINE_VALUE).neg()).otherwise(LINE_VALUE).as(VALUE),
                    outcome(isRepeated).as(OUTCOME))
                .from(ORDER_LINES)
                .join(FILES)
                .on(FILES.FILE_ID.eq(ORDER_LINES.FILE_ID), FILES.VERDICT.eq(LOADED))
                .join(SOURCES)
                .on(SOURCES.SOURCE.eq(FILES.SOURCE))
                .leftJoin(repeated)
                .on(
                    repeated.field(ORDER_LINES.FILE_ID).eq(ORDER_LINES.FILE_ID),
                    repeated.field(ORDER_LINES.LINE_NUMBER).eq(ORDER_LINES.LINE_NUMBER)));
  }

  private Field<String> outcome(Condition isRepeated) {
    var ignoresReturns = SOURCES.RETURNS.eq("ignore");
    return when(LINE_DAY.gt(night), "after-night")
        .when(ORDER_LINES.CUSTOMER_KEY.isNull(), "no-customer")
        .when(not(isStatusKept()), "status-not-kept")
        .when(isRepeated, "duplicate")
        .when(ignoresReturns.and(isReturn()), "return")
        .when(ignoresReturns.and(LINE_VALUE.le(BigDecimal.ZERO)), "no-value")
        .otherwise("kept");
  }

  private static Condition isStatusKept() {
    return cardinality(SOURCES.KEPT_STATUSES)
        .eq(0)
        .or(coalesce(field(ORDER_LINES.STATUS.eq(any(SOURCES.KEPT_STATUSES))), inline(false)));
  }

  private static Condition isReturn() {
    return ORDER_LINES
        .ORDER_NUMBER
        .startsWith(SOURCES.RETURN_PREFIX)
        .or(ORDER_LINES.STATUS.eq(any(SOURCES.RETURN_STATUSES)))
        .or(
            condition(SOURCES.IS_NEGATIVE_QUANTITY_RETURN)
                .and(
                    ORDER_LINES
                        .QUANTITY
                        .lt(BigDecimal.ZERO)
                        .or(SOURCES.FEED.eq("orders").and(LINE_VALUE.lt(BigDecimal.ZERO)))));
  }

  /** Stores how many lines had which outcome. */
  private CommonTableExpression<?> counted(CommonTableExpression<?> judged) {
    return name("counted")
        .as(
            DSL.insertInto(LINE_OUTCOMES, LINE_OUTCOMES.fields())
                .select(
                    select(val(night), judged.field(LINE_OUTCOMES.SOURCE), OUTCOME, count())
                        .from(judged)
                        .groupBy(judged.field(LINE_OUTCOMES.SOURCE), OUTCOME))
                .returning(LINE_OUTCOMES.LINES));
  }

  private void countRejects(DSLContext db) {
    db.insertInto(LINE_OUTCOMES, LINE_OUTCOMES.fields())
        .select(
            select(val(night), FILES.SOURCE, inline("rejected"), count())
                .from(REJECTS)
                .join(FILES)
                .on(FILES.FILE_ID.eq(REJECTS.FILE_ID), FILES.VERDICT.eq(LOADED))
                .join(SOURCES)
                .on(SOURCES.SOURCE.eq(FILES.SOURCE), SOURCES.FEED.in("order-lines", "orders"))
                .groupBy(FILES.SOURCE))
        .execute();
  }
}
