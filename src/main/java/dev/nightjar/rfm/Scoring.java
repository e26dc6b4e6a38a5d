package dev.nightjar.rfm;

import static dev.nightjar.db.rfm.Tables.FITS;
import static dev.nightjar.db.rfm.Tables.METRICS;
import static dev.nightjar.db.rfm.Tables.NIGHTS;
import static dev.nightjar.db.rfm.Tables.SCORES;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import dev.nightjar.database.ValidityIntervals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Turns the metrics of a night into scores. Cut points come first and are kept; a score depends on
 * them alone, so that another night's cut points can be used as well.
 */
final class Scoring {
  private static final Condition IS_SCORED = METRICS.STANDING.eq(inline("scored"));

  private final LocalDate night;
  private final RfmSettings settings;
  private final Numbering numbers;

  Scoring(LocalDate night, RfmSettings settings, Numbering numbers) {
    this.night = night;
    this.settings = settings;
    this.numbers = numbers;
  }

  /** Replaces the night's cut points: by those of the night before, or by new ones. */
  void replaceCutPoints(DSLContext db) {
    var fits = new CutPointStore(db);
    fits.delete(night);
    var before = fits.nightBefore(night);
    if (before != null && staysFor(before, fits)) {
      fits.copy(before, night);
    } else {
      var found = new Scales(new EnumMap<>(Metric.class));
      for (var axis : settings.axes()) {
        var cutPoints = axis.cutPoints(sample(db, axis, found));
        var scale = new Bins(axis.metric(), axis.bins(), cutPoints);
        found.byMetric().put(axis.metric(), scale);
        fits.insert(night, axis, numbers, scale);
      }
    }
  }

  /**
   * Replaces the view of scores with the night's, by its cut points and those of the night before.
   * Computing scores from cut points is cheaper than storing them.
   */
  void replaceScores(DSLContext db) {
    db.createOrReplaceView(SCORES, SCORES.fields()).as(scores(db)).execute();
  }

  /** The scores that no customer can have, by metric. */
  Map<Metric, SortedSet<Integer>> impossible(DSLContext db) {
    var impossible = new EnumMap<Metric, SortedSet<Integer>>(Metric.class);
    db.selectFrom(FITS)
        .where(FITS.NIGHT.eq(night), cardinality(FITS.IMPOSSIBLE).gt(0))
        .forEach(
            fit ->
                impossible.put(
                    Metric.of(fit.getMetric()), new TreeSet<>(List.of(fit.getImpossible()))));
    return impossible;
  }

  /** Whether the cut points of the night before still hold. All are refitted, or none. */
  private boolean staysFor(LocalDate before, CutPointStore fits) {
    var fittedOn = fits.fittedOn(before, settings.axes(), numbers);
    return fittedOn != null
        && !settings.refit().isDue(fittedOn, night)
        && fits.areOfOneDefinition(before, night)
        && !fits.scales(before).isEmpty();
  }

  /** The scored customers, with their scores on the metrics scored so far. */
  private Sample sample(DSLContext db, MetricRule axis, Scales found) {
    var columns = new ArrayList<Field<?>>();
    columns.add(axis.metric().value(night).as(Sample.VALUE));
    columns.add(METRICS.CUSTOMER_KEY);
    var scoresBefore = new ArrayList<Field<Integer>>();
    if (axis.rule() == BinningRule.NESTED) {
      for (var metric : found.byMetric().keySet()) {
        var score = DSL.field(name(metric.key()), SQLDataType.INTEGER);
        columns.add(found.score(metric, night).as(score));
        scoresBefore.add(score);
      }
    }
    var customers = select(columns).from(METRICS).where(hold(db)).and(IS_SCORED);
    return new Sample(db, customers.asTable("customers"), scoresBefore);
  }

  /** One row per customer, in the column order of the view of scores. */
  private Select<?> scores(DSLContext db) {
    var fits = new CutPointStore(db);
    var tonight = fits.scales(night);
    var nightBefore = fits.nightBefore(night);
    var before = nightBefore == null ? null : fits.scales(nightBefore);
    var columns =
        new ArrayList<Field<?>>(
            List.of(
                inline(night),
                METRICS.CUSTOMER_KEY,
                METRICS.STANDING,
                Metric.recencyDays(night),
                METRICS.ORDERS_COUNT,
                METRICS.NET_VALUE,
                METRICS.FREQUENCY,
                METRICS.MONETARY));
    columns.addAll(scores(tonight, tonight, night));
    columns.addAll(scores(before, tonight, night));
    var asTheyWere = row(scores(before, tonight, nightBefore));
    var isOtherScore = row(scores(tonight, tonight, night)).isDistinctFrom(asTheyWere);
    columns.add(field(METRICS.VALID_FROM.eq(night).or(isOtherScore)));
    columns.add(METRICS.FIRST_ORDERED_ON);
    return select(columns).from(METRICS).where(hold(db));
  }

  /** The three scores by the given scales; null for metrics with another number of bins tonight. */
  private List<Field<Integer>> scores(
      @Nullable Scales scales, Scales tonight, @Nullable LocalDate asOf) {
    return Stream.of(Metric.values())
        .map(
            metric ->
                scales == null || scales.of(metric).bins() != tonight.of(metric).bins()
                    ? castNull(SQLDataType.INTEGER)
                    : score(metric, scales, asOf))
        .toList();
  }

  private Field<Integer> score(Metric metric, Scales scales, LocalDate asOf) {
    if (scales.isEmpty()) {
      return castNull(SQLDataType.INTEGER);
    }
    var score = scales.score(metric, asOf);
    return when(IS_SCORED, numbers.of(metric, score, scales.of(metric).bins()));
  }

  /** The rows of the metrics that hold in the night. */
  private Condition hold(DSLContext db) {
    // the newest night is the live partition as it stands
    return db.fetchExists(NIGHTS, NIGHTS.NIGHT.gt(night))
        ? ValidityIntervals.at(METRICS, night)
        : METRICS.VALID_TO.isNull();
  }
}
