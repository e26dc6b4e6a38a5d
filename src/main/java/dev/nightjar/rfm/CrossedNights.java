package dev.nightjar.rfm;

import static dev.nightjar.db.rfm.Tables.METRICS;
import static dev.nightjar.db.rfm.Tables.NIGHTS;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.db.rfm.tables.Metrics;
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
  private static final Metrics NOW = METRICS.as("now");
  private static final Metrics THEN = METRICS.as("then");

  @Override
  public Select<?> between(
      LocalDate earlier, LocalDate later, Select<Record1<String>> customers, DSLContext db) {
    var store = new CutPointStore(db);
    var before = store.scales(earlier);
    var numbers = store.numbers(later);
    var aged = new AgedMetrics(night(db, earlier), night(db, later), THEN);
    var left = aged.leftTheWindow(customers);
    var time = aged.of(left).asTable(Change.TIME.key());
    var asked = customers.asTable("asked");
    var key = asked.field(METRICS.CUSTOMER_KEY);
    return select(key)
        .select(columns(Change.METRICS, NOW, later, before, numbers))
        .select(columns(Change.TIME, time, later, before, numbers))
        .select(columns(Change.CUT_POINTS, THEN, earlier, store.scales(later), numbers))
        .from(asked)
        .join(NOW)
        .on(NOW.CUSTOMER_KEY.eq(key), ValidityIntervals.at(NOW, later))
        .join(THEN)
        .on(THEN.CUSTOMER_KEY.eq(key), ValidityIntervals.at(THEN, earlier))
        .leftJoin(left)
        .on(left.field(METRICS.CUSTOMER_KEY).eq(key))
        .crossJoin(lateral(time));
  }

  private static NightsRecord night(DSLContext db, LocalDate night) {
    return db.fetchSingle(NIGHTS, NIGHTS.NIGHT.eq(night));
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
