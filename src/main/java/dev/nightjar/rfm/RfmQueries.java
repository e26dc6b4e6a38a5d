package dev.nightjar.rfm;

import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.db.orders.Tables.ORDERS;
import static dev.nightjar.db.rfm.Tables.CUT_POINTS;
import static dev.nightjar.db.rfm.Tables.SCORES;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.arrayGet;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.percentileCont;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The statements of the stage for one night and window, one method per part. */
final class RfmQueries {
  private final LocalDate night;
  private final @Nullable LocalDate firstDay;
  private final int bins;

  /**
   * @param firstDay first day of the window; null for all history
   * @param bins scores per metric
   */
  RfmQueries(LocalDate night, @Nullable LocalDate firstDay, int bins) {
    this.night = night;
    this.firstDay = firstDay;
    this.bins = bins;
  }

  /** Replaces the night's cut points. */
  void replaceCutPoints(DSLContext db) {
    db.deleteFrom(CUT_POINTS).where(CUT_POINTS.NIGHT.eq(night)).execute();
    var quantiles = db.fetchSingle(quantiles());
    var insert =
        db.insertInto(
            CUT_POINTS, CUT_POINTS.NIGHT, CUT_POINTS.METRIC, CUT_POINTS.POSITION, CUT_POINTS.VALUE);
    for (var metric : Metric.values()) {
      for (int position = 1; position < bins; position++) {
        var value = quantiles.get(metric.key() + position, Double.class);
        if (value != null) {
          insert = insert.values(night, metric.key(), position, value);
        }
      }
    }
    insert.execute();
  }

  /** Replaces the night's scores, reading its cut points. */
  void replaceScores(DSLContext db) {
    db.deleteFrom(SCORES).where(SCORES.NIGHT.eq(night)).execute();
    db.insertInto(SCORES, SCORES.fields()).select(scored()).execute();
  }

  /** One row per customer, in the column order of the table of scores. */
  private Select<?> scored() {
    var metrics = metrics().asTable("metrics");
    var cuts = cuts().asTable("cuts");
    var columns = new ArrayList<Field<?>>(List.of(val(night)));
    columns.addAll(List.of(metrics.fields()));
    for (var metric : Metric.values()) {
      var below = cutsBelow(metric.in(metrics), cuts.field(metric.key(), Double[].class));
      var score = metric == Metric.RECENCY ? inline(bins).minus(below) : below.plus(1);
      columns.add(when(isScored(metrics), score));
    }
    return select(columns).from(metrics).crossJoin(cuts);
  }

  /** One row: an array of cut points for each metric, lowest first. */
  private Select<?> cuts() {
    var arrays = new ArrayList<Field<?>>();
    for (var metric : Metric.values()) {
      arrays.add(
          arrayAgg(CUT_POINTS.VALUE)
              .orderBy(CUT_POINTS.POSITION)
              .filterWhere(CUT_POINTS.METRIC.eq(metric.key()))
              .as(metric.key()));
    }
    return select(arrays).from(CUT_POINTS).where(CUT_POINTS.NIGHT.eq(night));
  }

  /** How many cut points lie below a value: bins are closed on the right. */
  private Field<Integer> cutsBelow(Field<Double> value, Field<Double[]> cuts) {
    Field<Integer> below = inline(0);
    for (int position = 1; position < bins; position++) {
      below = below.plus(when(value.gt(arrayGet(cuts, position)), 1).otherwise(0));
    }
    return below;
  }

  private static Condition isScored(Table<?> metrics) {
    return metrics.field(SCORES.STANDING).eq("scored");
  }

  /**
   * One row of type-7 quantiles of the scored customers (linear interpolation; Hyndman and Fan,
   * "Sample Quantiles in Statistical Packages", The American Statistician 50, 1996), which is what
   * {@code percentile_cont} computes.
   */
  private Select<?> quantiles() {
    var metrics = metrics().asTable("metrics");
    var quantiles = new ArrayList<Field<?>>();
    for (var metric : Metric.values()) {
      for (int position = 1; position < bins; position++) {
        // i * (1 / n), not i / n: the probabilities of numpy.linspace, on which pandas.qcut stands
        quantiles.add(
            percentileCont(inline(position * (1.0 / bins)))
                .withinGroupOrderBy(metric.in(metrics))
                .as(metric.key() + position));
      }
    }
    return select(quantiles).from(metrics).where(isScored(metrics));
  }

  /** One row per customer: what the scores stand on, and who is scored. */
  private Select<?> metrics() {
    var activity = activity().asTable("activity");
    var lastOrderedOn = activity.field(SCORES.LAST_ORDERED_ON);
    var netValue = coalesce(activity.field(SCORES.NET_VALUE), inline(BigDecimal.ZERO));
    var isActive = activity.field("is_active", Boolean.class);
    var standing =
        when(netValue.lt(BigDecimal.ZERO), "net-returner")
            .when(lastOrderedOn.isNull(), "prospect")
            .when(condition(isActive).and(netValue.eq(BigDecimal.ZERO)), "net-returner")
            .otherwise("scored");
    return select(
            CUSTOMERS.CUSTOMER_KEY,
            standing.as(SCORES.STANDING),
            activity.field(SCORES.FIRST_ORDERED_ON),
            lastOrderedOn,
            daysUntilNight(lastOrderedOn).as(SCORES.RECENCY_DAYS),
            coalesce(activity.field(SCORES.ORDERS_COUNT), inline(0L)).as(SCORES.ORDERS_COUNT),
            netValue.as(SCORES.NET_VALUE))
        .from(CUSTOMERS)
        .leftJoin(activity)
        .on(activity.field(ORDERS.CUSTOMER_KEY).eq(CUSTOMERS.CUSTOMER_KEY));
  }

  /** One row per customer with an order or return up to the night. */
  private Select<?> activity() {
    return select(
            ORDERS.CUSTOMER_KEY,
            min(ORDERS.ORDERED_ON).filterWhere(ORDERS.IS_KEPT).as(SCORES.FIRST_ORDERED_ON),
            max(ORDERS.ORDERED_ON).filterWhere(ORDERS.IS_KEPT).as(SCORES.LAST_ORDERED_ON),
            count()
                .filterWhere(condition(ORDERS.IS_KEPT).and(isInWindow()))
                .as(SCORES.ORDERS_COUNT),
            sum(ORDERS.NET_VALUE).filterWhere(isInWindow()).as(SCORES.NET_VALUE),
            count().filterWhere(isInWindow()).gt(0).as("is_active"))
        .from(ORDERS)
        .where(ORDERS.ORDERED_ON.le(night))
        .groupBy(ORDERS.CUSTOMER_KEY);
  }

  private Condition isInWindow() {
    return firstDay == null ? noCondition() : ORDERS.ORDERED_ON.ge(firstDay);
  }

  private Field<Integer> daysUntilNight(Field<LocalDate> day) {
    return DSL.field("{0} - {1}", Integer.class, val(night), day);
  }
}
