package dev.nightjar.rfm;

import static dev.nightjar.db.rfm.Tables.CUT_POINTS;
import static dev.nightjar.db.rfm.Tables.FITS;
import static dev.nightjar.db.rfm.Tables.NIGHTS;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.val;

import dev.nightjar.database.AdjacentNights;
import dev.nightjar.db.rfm.tables.records.FitsRecord;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Stores each night's scoring rules, and the cut points that they found. */
final class CutPointStore {
  private final DSLContext db;

  CutPointStore(DSLContext db) {
    this.db = db;
  }

  /** The newest earlier night with stored cut points; null if there is none. */
  @Nullable LocalDate nightBefore(LocalDate night) {
    return AdjacentNights.of(night, FITS, db).previous();
  }

  void delete(LocalDate night) {
    db.deleteFrom(FITS).where(FITS.NIGHT.eq(night)).execute();
    db.deleteFrom(CUT_POINTS).where(CUT_POINTS.NIGHT.eq(night)).execute();
  }

  /** Stores the cut points of a metric in a night, and the scores that cannot occur by them. */
  void insert(LocalDate night, MetricRule axis, Numbering numbers, Bins scale) {
    db.insertInto(FITS)
        .set(FITS.NIGHT, night)
        .set(FITS.METRIC, axis.metric().key())
        .set(FITS.RULE, axis.ruleText())
        .set(FITS.BINS, axis.bins())
        .set(FITS.DIRECTION, numbers.direction().toString())
        .set(FITS.FITTED_ON, night)
        .set(FITS.LOWEST, numbers.lowest(axis.metric()))
        .set(FITS.IMPOSSIBLE, impossible(axis, numbers, scale))
        .execute();
    scale
        .cutPoints()
        .forEach((scoresBefore, all) -> insert(night, axis.metric(), scoresBefore, all));
  }

  private static Integer[] impossible(MetricRule axis, Numbering numbers, Bins scale) {
    return scale.isEmpty()
        ? new Integer[0]
        : scale.impossible(axis.values()).stream()
            .map(score -> numbers.of(axis.metric(), score, axis.bins()))
            .sorted()
            .toArray(Integer[]::new);
  }

  private void insert(LocalDate night, Metric metric, String scoresBefore, List<CutPoint> all) {
    var insert =
        db.insertInto(
            CUT_POINTS,
            CUT_POINTS.NIGHT,
            CUT_POINTS.METRIC,
            CUT_POINTS.WITHIN,
            CUT_POINTS.POSITION,
            CUT_POINTS.VALUE,
            CUT_POINTS.TIE_KEY,
            CUT_POINTS.IS_INCLUSIVE);
    int position = 1;
    for (var each : all) {
      insert =
          insert.values(
              night,
              metric.key(),
              scoresBefore,
              position++,
              each.value(),
              each.tieKey(),
              each.isInclusive());
    }
    insert.execute();
  }

  /** Copies the cut points of one night to another. */
  void copy(LocalDate from, LocalDate to) {
    copy(FITS, FITS.NIGHT, from, to);
    copy(CUT_POINTS, CUT_POINTS.NIGHT, from, to);
  }

  private void copy(Table<?> table, Field<LocalDate> night, LocalDate from, LocalDate to) {
    var columns =
        Arrays.stream(table.fields()).map(field -> field.equals(night) ? val(to) : field).toList();
    db.insertInto(table, table.fields())
        .select(select(columns).from(table).where(night.eq(from)))
        .execute();
  }

  /** The numbers of a night's scores. */
  Numbering numbers(LocalDate night) {
    var fits = db.selectFrom(FITS).where(FITS.NIGHT.eq(night)).fetch();
    var isMirrored = fits.getValues(FITS.DIRECTION).contains(Direction._1_IS_BEST.toString());
    return new Numbering(
        isMirrored ? Direction._1_IS_BEST : Direction.N_IS_BEST,
        fits.intoMap(fit -> Metric.of(fit.getMetric()), FitsRecord::getLowest));
  }

  /** The scales of a night; without cut points if no customer was scored when they were fitted. */
  Scales scales(LocalDate night) {
    var scales = new EnumMap<Metric, Bins>(Metric.class);
    for (var metric : Metric.values()) {
      int bins =
          db.fetchSingle(FITS, FITS.NIGHT.eq(night).and(FITS.METRIC.eq(metric.key()))).getBins();
      var cutPoints =
          db.selectFrom(CUT_POINTS)
              .where(CUT_POINTS.NIGHT.eq(night), CUT_POINTS.METRIC.eq(metric.key()))
              .orderBy(CUT_POINTS.POSITION)
              .fetchGroups(
                  CUT_POINTS.WITHIN,
                  row -> new CutPoint(row.getValue(), row.getTieKey(), row.getIsInclusive()));
      scales.put(metric, new Bins(metric, bins, cutPoints));
    }
    return new Scales(scales);
  }

  /** When the cut points of a night were found, if by the same rules; otherwise null. */
  @Nullable LocalDate fittedOn(LocalDate night, List<MetricRule> axes, Numbering numbers) {
    LocalDate fittedOn = null;
    for (var axis : axes) {
      var fit = db.fetchSingle(FITS, FITS.NIGHT.eq(night).and(FITS.METRIC.eq(axis.metric().key())));
      if (!fit.getRule().equals(axis.ruleText())
          || fit.getBins() != axis.bins()
          || !fit.getDirection().equals(numbers.direction().toString())
          || fit.getLowest() != numbers.lowest(axis.metric())) {
        return null;
      }
      fittedOn = fit.getFittedOn();
    }
    return fittedOn;
  }

  /** Whether the metrics of two nights have the same definition. */
  boolean areOfOneDefinition(LocalDate night, LocalDate other) {
    return db.fetchCount(
            selectDistinct(NIGHTS.DEFINITION).from(NIGHTS).where(NIGHTS.NIGHT.in(night, other)))
        <= 1;
  }
}
