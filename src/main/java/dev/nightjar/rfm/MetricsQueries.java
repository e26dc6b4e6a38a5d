package dev.nightjar.rfm;

import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static dev.nightjar.db.rfm.Sequences.RUNS;
import static dev.nightjar.db.rfm.Tables.CUT_POINTS;
import static dev.nightjar.db.rfm.Tables.FITS;
import static dev.nightjar.db.rfm.Tables.METRICS;
import static dev.nightjar.db.rfm.Tables.NIGHTS;
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
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;

import dev.nightjar.database.AdjacentNights;
import dev.nightjar.database.Differences;
import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.db.rfm.tables.records.NightsRecord;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The statements that keep the metrics, one method per part. A night recomputes only customers with
 * orders that were touched, or that entered or left the window.
 */
final class MetricsQueries {
  private static final Table<Record> TOUCHED = table(name("touched"));
  private static final Field<String> TOUCHED_KEY =
      field(name("touched", "customer_key"), String.class);
  private static final Condition IS_KEPT = ORDER_PARTS.OUTCOME.eq("kept");
  private static final Condition IS_ORDER = condition(ORDER_PARTS.IS_ORDER);
  private static final Field<Boolean> IS_RETURNING = field(name("is_returning"), Boolean.class);
  private static final Field<BigDecimal> COUNTED = field(name("counted"), BigDecimal.class);

  private final LocalDate night;
  private final RfmSettings settings;
  private final @Nullable LocalDate firstDay;

  MetricsQueries(LocalDate night, RfmSettings settings) {
    this.night = night;
    this.settings = settings;
    this.firstDay = settings.firstDay(night);
  }

  /**
   * Brings the metrics up to the night.
   *
   * @return the number of customers that changed, apart from the passing of days
   */
  long replace(DSLContext db) {
    var newest = newest(db);
    boolean isNewest = newest == null || !newest.getNight().isAfter(night);
    boolean isStep = newest != null && isNewest && newest.getDefinition().equals(definition());
    var history =
        new ValidityIntervals(METRICS, night, AdjacentNights.of(night, NIGHTS, db).next());
    long changed;
    if (isStep) {
      gatherTouched(db, newest);
      // for many customers, index look-ups take longer than adding up everybody's orders
      boolean areMany = db.fetchCount(TOUCHED) * 10L > db.fetchCount(CUSTOMERS);
      var activity = areMany ? activity() : touchedActivity();
      changed = history.replace(db, states(activity, true), touched());
    } else {
      changed = history.replace(db, states(activity(), false), null);
    }
    rememberNight(db);
    return changed;
  }

  /** Deletes the intervals that ended by a night. */
  static void forget(DSLContext db, LocalDate until) {
    ValidityIntervals.forget(db, METRICS, until);
    db.deleteFrom(NIGHTS).where(NIGHTS.NIGHT.lt(until)).execute();
    db.deleteFrom(FITS).where(FITS.NIGHT.lt(until)).execute();
    db.deleteFrom(CUT_POINTS).where(CUT_POINTS.NIGHT.lt(until)).execute();
  }

  /**
   * How the kept metrics differ from a full rebuild from all orders.
   *
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if the night's metrics are defined
   *     differently
   */
  long differences(DSLContext db) {
    var kept = db.fetchOptional(NIGHTS, NIGHTS.NIGHT.eq(night)).map(NightsRecord::getDefinition);
    if (kept.isPresent() && !kept.get().equals(definition())) {
      throw new Failure(
          FailureCode.NIGHT_REFUSED,
          """
          Night %s counted %s; the settings say %s.
          Next: nightjar verify with the settings of the night (--set rfm.window=…), or nightjar run --date %s --again\
          """
              .formatted(night, kept.get(), definition(), night));
    }
    var states = states(activity(), false);
    var metrics =
        select(states.getSelect().stream().map(METRICS::field).toList())
            .from(METRICS)
            .where(ValidityIntervals.at(METRICS, night));
    return Differences.count(db, metrics, states);
  }

  private static @Nullable NightsRecord newest(DSLContext db) {
    return db.selectFrom(NIGHTS).orderBy(NIGHTS.NIGHT.desc()).limit(1).fetchOne();
  }

  /** The definition of the metrics, as opposed to their data. */
  private String definition() {
    return "%s in %s, %s"
        .formatted(
            settings.frequency().counts().key(),
            settings.window(),
            settings.monetary().value().key());
  }

  private void rememberNight(DSLContext db) {
    db.deleteFrom(NIGHTS).where(NIGHTS.NIGHT.eq(night)).execute();
    var build = coalesce(field(select(max(CUSTOMERS.BUILD)).from(CUSTOMERS)), inline(0L));
    db.insertInto(NIGHTS)
        .set(NIGHTS.NIGHT, night)
        .set(NIGHTS.BUILD, build)
        .set(NIGHTS.DEFINITION, definition())
        .set(NIGHTS.RUN, RUNS.nextval())
        .set(NIGHTS.FIRST_DAY, firstDay)
        .set(NIGHTS.FREQUENCY_COUNTS, settings.frequency().counts().key())
        .set(NIGHTS.MONETARY_VALUE, settings.monetary().value().key())
        .execute();
  }

  /** Customers with orders that were touched, entered or left the window, or are gone. */
  private void gatherTouched(DSLContext db, NightsRecord newest) {
    var touched =
        select(CUSTOMERS.CUSTOMER_KEY)
            .from(CUSTOMERS)
            .where(CUSTOMERS.BUILD.gt(newest.getBuild()))
            .union(
                select(ORDER_PARTS.CUSTOMER_KEY)
                    .from(ORDER_PARTS)
                    .where(leftTheWindowSince(newest.getNight()), IS_KEPT))
            .union(
                select(METRICS.CUSTOMER_KEY)
                    .from(METRICS)
                    .where(METRICS.VALID_TO.isNull())
                    .andNotExists(
                        select(inline(1))
                            .from(CUSTOMERS)
                            .where(CUSTOMERS.CUSTOMER_KEY.eq(METRICS.CUSTOMER_KEY))));
    db.createTemporaryTable(TOUCHED).as(touched).onCommitDrop().execute();
    db.execute("analyze touched");
  }

  private Condition leftTheWindowSince(LocalDate before) {
    var firstDayBefore = settings.firstDay(before);
    return firstDay == null || firstDayBefore == null
        ? falseCondition()
        : since(firstDayBefore, day -> day.lt(firstDay));
  }

  private static Select<Record1<String>> touched() {
    return select(TOUCHED_KEY).from(TOUCHED);
  }

  /** One row per customer: the key, and the values in the order of the table's columns. */
  private Select<?> states(Table<?> activity, boolean touchedOnly) {
    var lastOrderedOn = activity.field(METRICS.LAST_ORDERED_ON);
    var netValue = coalesce(activity.field(METRICS.NET_VALUE), inline(BigDecimal.ZERO));
    var counted = coalesce(activity.field(COUNTED), inline(BigDecimal.ZERO));
    var isReturning = condition(coalesce(activity.field(IS_RETURNING), inline(false)));
    var standing =
        when(firstDay == null ? falseCondition() : lastOrderedOn.lt(firstDay), "lapsed")
            .when(netValue.lt(BigDecimal.ZERO), "net-returner")
            .when(isReturning.and(netValue.eq(BigDecimal.ZERO)), "net-returner")
            .when(lastOrderedOn.isNull(), "prospect")
            .otherwise("scored");
    Field<BigDecimal> orders =
        settings.frequency().counts() == RfmSettings.Counts.DAYS
            ? counted
            : activity.field(METRICS.ORDERS_COUNT).cast(BigDecimal.class);
    var monetary =
        switch (settings.monetary().value()) {
          case SUM -> netValue;
          case MEAN_ORDER -> coalesce(netValue.div(nullif(orders, BigDecimal.ZERO)), netValue);
        };
    var states =
        select(
                CUSTOMERS.CUSTOMER_KEY,
                standing.as(METRICS.STANDING),
                activity.field(METRICS.FIRST_ORDERED_ON),
                lastOrderedOn,
                coalesce(activity.field(METRICS.ORDERS_COUNT), inline(0L)).as(METRICS.ORDERS_COUNT),
                netValue.as(METRICS.NET_VALUE),
                counted.cast(SQLDataType.DOUBLE).as(METRICS.FREQUENCY),
                monetary.cast(SQLDataType.DOUBLE).as(METRICS.MONETARY))
            .from(CUSTOMERS)
            .leftJoin(activity)
            .on(activity.field(CUSTOMERS.CUSTOMER_KEY).eq(CUSTOMERS.CUSTOMER_KEY));
    return touchedOnly ? states.where(CUSTOMERS.CUSTOMER_KEY.in(touched())) : states;
  }

  /** One row per customer with an order or return up to the night. */
  private Table<?> activity() {
    return select(ORDER_PARTS.CUSTOMER_KEY)
        .select(
            min(ORDER_PARTS.ORDERED_ON).filterWhere(IS_ORDER).as(METRICS.FIRST_ORDERED_ON),
            max(ORDER_PARTS.ORDERED_ON).filterWhere(IS_ORDER).as(METRICS.LAST_ORDERED_ON))
        .select(inWindow())
        .from(ORDER_PARTS)
        .where(IS_KEPT)
        .groupBy(ORDER_PARTS.CUSTOMER_KEY)
        .asTable("activity");
  }

  /**
   * The same for the touched customers: the window by its days, and the first and last order by one
   * index look-up each, however long their history.
   */
  private Table<?> touchedActivity() {
    var window =
        select(inWindow())
            .from(ORDER_PARTS)
            .where(ORDER_PARTS.CUSTOMER_KEY.eq(TOUCHED_KEY), IS_KEPT)
            .and(firstDay == null ? noCondition() : since(firstDay, day -> noCondition()))
            .asTable("in_window");
    var first = orderedOn(ORDER_PARTS.ORDERED_ON.asc()).asTable("first_order");
    var last = orderedOn(ORDER_PARTS.ORDERED_ON.desc()).asTable("last_order");
    return select(TOUCHED_KEY.as(CUSTOMERS.CUSTOMER_KEY))
        .select(
            first.field(ORDER_PARTS.ORDERED_ON).as(METRICS.FIRST_ORDERED_ON),
            last.field(ORDER_PARTS.ORDERED_ON).as(METRICS.LAST_ORDERED_ON))
        .select(window.fields())
        .from(TOUCHED)
        .crossJoin(lateral(window))
        .leftJoin(lateral(first))
        .on(trueCondition())
        .leftJoin(lateral(last))
        .on(trueCondition())
        .asTable("activity");
  }

  private static Select<Record1<LocalDate>> orderedOn(SortField<LocalDate> place) {
    return select(ORDER_PARTS.ORDERED_ON)
        .from(ORDER_PARTS)
        .where(ORDER_PARTS.CUSTOMER_KEY.eq(TOUCHED_KEY), IS_ORDER)
        .orderBy(place)
        .limit(1);
  }

  /** The sums of a customer's parts in the window: orders by their day, value by its own. */
  private List<Field<?>> inWindow() {
    var isOrder = IS_ORDER.and(isInWindow(ORDER_PARTS.ORDERED_ON));
    var counted =
        switch (settings.frequency().counts()) {
          case ORDERS -> count().filterWhere(isOrder);
          case DAYS -> countDistinct(ORDER_PARTS.ORDERED_ON).filterWhere(isOrder);
          case LINES -> sum(ORDER_PARTS.LINES_COUNT).filterWhere(isBought());
          case UNITS -> sum(ORDER_PARTS.UNITS).filterWhere(isBought());
        };
    var isValued = isInWindow(ORDER_PARTS.BOOKED_ON);
    return List.of(
        count().filterWhere(isOrder).cast(SQLDataType.BIGINT).as(METRICS.ORDERS_COUNT),
        sum(ORDER_PARTS.VALUE).filterWhere(isValued).as(METRICS.NET_VALUE),
        counted.cast(SQLDataType.NUMERIC).as(COUNTED),
        boolOr(ORDER_PARTS.IS_RETURN).filterWhere(isValued).as(IS_RETURNING));
  }

  /** Lines of orders that count, without their returns. */
  private Condition isBought() {
    return isInWindow(ORDER_PARTS.ORDERED_ON)
        .and(condition(ORDER_PARTS.IS_ORDER_KEPT))
        .and(not(condition(ORDER_PARTS.IS_RETURN)));
  }

  private Condition isInWindow(Field<LocalDate> day) {
    return firstDay == null ? noCondition() : day.ge(firstDay);
  }

  /** Parts with a day from the given one on, of their order or their own, by index. */
  private static Condition since(LocalDate first, Function<Field<LocalDate>, Condition> further) {
    var order = ORDER_PARTS.ORDERED_ON;
    var own = ORDER_PARTS.BOOKED_ON;
    return or(
        order.ge(first).and(further.apply(order)),
        own.ne(order).and(own.ge(first)).and(further.apply(own)));
  }
}
