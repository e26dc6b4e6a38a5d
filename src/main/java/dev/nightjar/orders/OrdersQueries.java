package dev.nightjar.orders;

import static dev.nightjar.db.ingest.Tables.CUSTOMER_RECORDS;
import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.ingest.Tables.ORDER_LINES;
import static dev.nightjar.db.ingest.Tables.REJECTS;
import static dev.nightjar.db.ingest.Tables.SOURCES;
import static dev.nightjar.db.orders.Tables.CUSTOMERS;
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
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
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

  /** Replaces the customers: everyone whom a record or an order line of the time names. */
  void replaceCustomers(DSLContext db) {
    db.deleteFrom(CUSTOMERS).execute();
    var records = latestRecords();
    var buyers = buyers();
    db.with(records)
        .with(buyers)
        .insertInto(CUSTOMERS, CUSTOMERS.fields())
        .select(
            select(
                    coalesce(
                        records.field(CUSTOMERS.CUSTOMER_KEY),
                        buyers.field(CUSTOMERS.CUSTOMER_KEY)),
                    records.field(CUSTOMERS.FIRST_NAME),
                    records.field(CUSTOMERS.LAST_NAME),
                    records.field(CUSTOMERS.EMAIL),
                    records.field(CUSTOMERS.PHONE),
                    coalesce(records.field(CUSTOMERS.COUNTRY), buyers.field(CUSTOMERS.COUNTRY)),
                    records.field(CUSTOMERS.CITY),
                    records.field(CUSTOMERS.HAS_CONSENT),
                    coalesce(records.field(CUSTOMERS.IS_OPTED_OUT), inline(false)))
                .from(records)
                .fullJoin(buyers)
                .on(records.field(CUSTOMERS.CUSTOMER_KEY).eq(buyers.field(CUSTOMERS.CUSTOMER_KEY))))
        .execute();
  }

  /** The second and further identical lines of an order, where the source drops them. */
  private CommonTableExpression<?> repeated() {
    var copy = field(name("copy"), Integer.class);
    var copies =
        select(
                ORDER_LINES.FILE_ID,
                ORDER_LINES.LINE_NUMBER,
                rowNumber()
                    .over()
                    .partitionBy(
                        FILES.SOURCE,
                        ORDER_LINES.ORDER_NUMBER,
                        ORDER_LINES.CUSTOMER_KEY,
                        ORDER_LINES.ORDERED_AT,
                        ORDER_LINES.PRODUCT_CODE,
                        ORDER_LINES.QUANTITY,
                        ORDER_LINES.UNIT_PRICE,
                        ORDER_LINES.STATUS,
                        ORDER_LINES.COUNTRY)
                    .orderBy(ORDER_LINES.FILE_ID, ORDER_LINES.LINE_NUMBER)
                    .as(copy))
            .from(ORDER_LINES)
            .join(FILES)
            .on(FILES.FILE_ID.eq(ORDER_LINES.FILE_ID), FILES.VERDICT.eq(LOADED))
            .join(SOURCES)
            .on(SOURCES.SOURCE.eq(FILES.SOURCE), SOURCES.DUPLICATES.eq("drop-identical"))
            .asTable("copies");
    return name("repeated")
        .as(
            select(copies.field(ORDER_LINES.FILE_ID), copies.field(ORDER_LINES.LINE_NUMBER))
                .from(copies)
                .where(copy.gt(1)));
  }

  /** One row per line of a loaded file, with its value and what becomes of it. */
  private CommonTableExpression<?> judged(CommonTableExpression<?> repeated) {
    var isRepeated = repeated.field(ORDER_LINES.LINE_NUMBER).isNotNull();
    return name("judged")
        .as(
            select(
                    FILES.SOURCE,
                    ORDER_LINES.ORDER_NUMBER,
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
                .and(ORDER_LINES.QUANTITY.lt(BigDecimal.ZERO)));
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
                .on(SOURCES.SOURCE.eq(FILES.SOURCE), SOURCES.FEED.eq("order-lines"))
                .groupBy(FILES.SOURCE))
        .execute();
  }

  /**
   * The latest record of each customer, of whatever date: consent and opt-out always hold as last
   * told, also for a night of long ago.
   */
  private CommonTableExpression<?> latestRecords() {
    return name("records")
        .as(
            select(
                    CUSTOMER_RECORDS.CUSTOMER_KEY,
                    CUSTOMER_RECORDS.FIRST_NAME,
                    CUSTOMER_RECORDS.LAST_NAME,
                    CUSTOMER_RECORDS.EMAIL,
                    CUSTOMER_RECORDS.PHONE,
                    CUSTOMER_RECORDS.COUNTRY,
                    CUSTOMER_RECORDS.CITY,
                    CUSTOMER_RECORDS.HAS_CONSENT,
                    CUSTOMER_RECORDS.IS_OPTED_OUT)
                .distinctOn(CUSTOMER_RECORDS.CUSTOMER_KEY)
                .from(CUSTOMER_RECORDS)
                .join(FILES)
                .on(FILES.FILE_ID.eq(CUSTOMER_RECORDS.FILE_ID), FILES.VERDICT.eq(LOADED))
                .orderBy(
                    CUSTOMER_RECORDS.CUSTOMER_KEY,
                    CUSTOMER_RECORDS.UPDATED_AT.desc().nullsLast(),
                    CUSTOMER_RECORDS.FILE_ID.desc(),
                    CUSTOMER_RECORDS.LINE_NUMBER.desc()));
  }

  /** Everyone whom a line up to the night names, with the country of the latest one. */
  private CommonTableExpression<?> buyers() {
    return name("buyers")
        .as(
            select(ORDER_LINES.CUSTOMER_KEY, ORDER_LINES.COUNTRY)
                .distinctOn(ORDER_LINES.CUSTOMER_KEY)
                .from(ORDER_LINES)
                .join(FILES)
                .on(FILES.FILE_ID.eq(ORDER_LINES.FILE_ID), FILES.VERDICT.eq(LOADED))
                .where(ORDER_LINES.CUSTOMER_KEY.isNotNull())
                .and(ORDER_LINES.ORDERED_AT.lt(night.plusDays(1).atStartOfDay()))
                .orderBy(
                    ORDER_LINES.CUSTOMER_KEY,
                    ORDER_LINES.ORDERED_AT.desc(),
                    ORDER_LINES.COUNTRY.asc().nullsLast()));
  }
}
