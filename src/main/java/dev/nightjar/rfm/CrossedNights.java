package dev.nightjar.rfm;

import static dev.nightjar.db.rfm.Tables.METRICS;
import static dev.nightjar.db.rfm.Tables.NIGHTS;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.db.rfm.tables.records.NightsRecord;
import dev.nightjar.ports.CrossedScores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Scores the metrics of one night by the cut points of another. */
@Component
final class CrossedNights implements CrossedScores {

  @Override
  public Select<?> between(
      LocalDate earlier, LocalDate later, Select<Record1<String>> customers, DSLContext db) {
    var store = new CutPointStore(db);
    var before = store.scales(earlier);
    var now = metrics(later, customers).asTable(Change.METRICS.key());
    var aged =
        new AgedMetrics(night(db, earlier), night(db, later))
            .of(customers)
            .asTable(Change.TIME.key());
    var then = metrics(earlier, customers).asTable(Change.CUT_POINTS.key());
    var numbers = store.numbers(later);
    return select(now.field(METRICS.CUSTOMER_KEY))
        .select(columns(Change.METRICS, now, later, before, numbers))
        .select(columns(Change.TIME, aged, later, before, numbers))
        .select(columns(Change.CUT_POINTS, then, earlier, store.scales(later), numbers))
        .from(now)
        .join(aged)
        .on(aged.field(METRICS.CUSTOMER_KEY).eq(now.field(METRICS.CUSTOMER_KEY)))
        .join(then)
        .on(then.field(METRICS.CUSTOMER_KEY).eq(now.field(METRICS.CUSTOMER_KEY)));
  }

  private static NightsRecord night(DSLContext db, LocalDate night) {
    return db.fetchSingle(NIGHTS, NIGHTS.NIGHT.eq(night));
  }

  private static Select<?> metrics(LocalDate night, Select<Record1<String>> customers) {
    return select(
            METRICS.CUSTOMER_KEY,
            METRICS.STANDING,
            METRICS.FIRST_ORDERED_ON,
            METRICS.LAST_ORDERED_ON,
            METRICS.ORDERS_COUNT,
            METRICS.NET_VALUE,
            METRICS.FREQUENCY,
            METRICS.MONETARY)
        .from(METRICS)
        .where(ValidityIntervals.at(METRICS, night), METRICS.CUSTOMER_KEY.in(customers));
  }

  /** The standing of some metrics, the facts, and their scores on a date. */
  private static List<Field<?>> columns(
      Change change, Table<?> metrics, LocalDate asOf, Scales scales, Numbering numbers) {
    var columns = new ArrayList<Field<?>>();
    var standing = metrics.field(METRICS.STANDING);
    columns.add(standing.as(change.standing()));
    columns.add(days(metrics, METRICS.LAST_ORDERED_ON, asOf).as(change.daysSinceOrder()));
    columns.add(days(metrics, METRICS.FIRST_ORDERED_ON, asOf).as(change.daysSinceFirstOrder()));
    columns.add(metrics.field(METRICS.ORDERS_COUNT).as(change.orders()));
    columns.add(metrics.field(METRICS.NET_VALUE).as(change.netValue()));
    for (var metric : Metric.values()) {
      var score =
          scales.isEmpty()
              ? castNull(SQLDataType.INTEGER)
              : scales.score(
                  metric, each -> each.value(metrics, asOf), metrics.field(METRICS.CUSTOMER_KEY));
      int bins = scales.of(metric).bins();
      columns.add(
          when(standing.eq(inline("scored")), numbers.of(metric, score, bins))
              .as(change.score(metric.key())));
    }
    return columns;
  }

  private static Field<Integer> days(Table<?> metrics, Field<LocalDate> day, LocalDate until) {
    return field("{0} - {1}", Integer.class, inline(until), metrics.field(day));
  }
}
