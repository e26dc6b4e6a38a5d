package dev.nightjar.rfm;

import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static dev.nightjar.db.rfm.Sequences.RUNS;
import static dev.nightjar.db.rfm.Tables.CUT_POINTS;
import static dev.nightjar.db.rfm.Tables.FITS;
import static dev.nightjar.db.rfm.Tables.METRICS;
import static dev.nightjar.db.rfm.Tables.NIGHTS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import dev.nightjar.database.AdjacentNights;
import dev.nightjar.database.Differences;
import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.db.rfm.tables.records.NightsRecord;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The statements that keep the metrics, one method per part. A night recomputes only customers with
 * orders that were touched, or that entered or left the window.
 */
final class MetricsQueries {
  private final LocalDate night;
  private final RfmSettings settings;
  private final @Nullable LocalDate firstDay;
  private final MetricsDefinition definition;
  private final OrderActivity activity;

  MetricsQueries(LocalDate night, RfmSettings settings) {
    this.night = night;
    this.settings = settings;
    this.firstDay = settings.firstDay(night);
    this.definition = MetricsDefinition.of(settings);
    this.activity = new OrderActivity(firstDay, settings.frequency().counts());
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
      boolean areMany = db.fetchCount(OrderActivity.TOUCHED) * 10L > db.fetchCount(CUSTOMERS);
      changed =
          history.replace(
              db, states(areMany ? activity.ofAll() : activity.ofTouched(), true), touched());
    } else {
      changed = history.replace(db, states(activity.ofAll(), false), null);
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
    var states = states(activity.ofAll(), false);
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
        .formatted(definition.counts().key(), settings.window(), definition.value().key());
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
                    .where(leftTheWindowSince(newest.getNight()), OrderActivity.IS_KEPT))
            .union(
                select(METRICS.CUSTOMER_KEY)
                    .from(METRICS)
                    .where(METRICS.VALID_TO.isNull())
                    .andNotExists(
                        select(inline(1))
                            .from(CUSTOMERS)
                            .where(CUSTOMERS.CUSTOMER_KEY.eq(METRICS.CUSTOMER_KEY))));
    db.createTemporaryTable(OrderActivity.TOUCHED).as(touched).onCommitDrop().execute();
    db.execute("analyze touched");
  }

  private Condition leftTheWindowSince(LocalDate before) {
    var firstDayBefore = settings.firstDay(before);
    return firstDay == null || firstDayBefore == null
        ? falseCondition()
        : OrderActivity.since(firstDayBefore, day -> day.lt(firstDay));
  }

  private static Select<Record1<String>> touched() {
    return select(OrderActivity.TOUCHED_KEY).from(OrderActivity.TOUCHED);
  }

  /** One row per customer: the key, and the values in the order of the table's columns. */
  private Select<?> states(Table<?> activity, boolean touchedOnly) {
    var lastOrderedOn = activity.field(METRICS.LAST_ORDERED_ON);
    var netValue = coalesce(activity.field(METRICS.NET_VALUE), inline(BigDecimal.ZERO));
    var counted = coalesce(activity.field(OrderActivity.COUNTED), inline(BigDecimal.ZERO));
    var isReturning =
        condition(coalesce(activity.field(OrderActivity.IS_RETURNING), inline(false)));
    var standing = standing(netValue, isReturning, lastOrderedOn, firstDay);
    var orders = activity.field(METRICS.ORDERS_COUNT).cast(BigDecimal.class);
    var monetary = definition.monetary(netValue, counted, orders);
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

  /**
   * @param isReturning whether there is a return in the window
   * @param firstDay of the window; null for the whole history
   */
  static Field<String> standing(
      Field<BigDecimal> netValue,
      Condition isReturning,
      Field<LocalDate> lastOrderedOn,
      @Nullable LocalDate firstDay) {
    return when(firstDay == null ? falseCondition() : lastOrderedOn.lt(firstDay), "lapsed")
        .when(netValue.lt(BigDecimal.ZERO), "net-returner")
        .when(netValue.eq(BigDecimal.ZERO).and(isReturning), "net-returner")
        .when(lastOrderedOn.isNull(), "prospect")
        .otherwise("scored");
  }
}
