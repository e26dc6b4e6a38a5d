package dev.nightjar.segments;

import static dev.nightjar.db.rfm.Tables.FITS;
import static dev.nightjar.db.rfm.Tables.SCORES;
import static dev.nightjar.db.segments.Tables.CELLS;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static dev.nightjar.db.segments.Tables.MOVES;
import static dev.nightjar.db.segments.Tables.NIGHTS;
import static dev.nightjar.db.segments.Tables.SEGMENTS;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.nightjar.db.segments.tables.Cells;
import dev.nightjar.db.segments.tables.Memberships;
import dev.nightjar.pipeline.History;
import dev.nightjar.pipeline.Neighbours;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;

/** The statements that name each customer's segment in one night, one method per part. */
final class SegmentsQueries {
  private static final Cells NAMED = CELLS.as("named");
  private static final Cells DRIFTED = CELLS.as("drifted");
  private static final Memberships BEFORE = MEMBERSHIPS.as("before");

  private static final dev.nightjar.db.rfm.tables.Nights RFM_NIGHTS =
      dev.nightjar.db.rfm.Tables.NIGHTS;

  private final Neighbours nights;
  private final SegmentsSettings settings;
  private final SegmentMap map;

  SegmentsQueries(Neighbours nights, SegmentsSettings settings) {
    this.nights = nights;
    this.settings = settings;
    this.map = settings.segmentMap();
  }

  /** Replaces the night's map and everybody's segment. */
  void replace(DSLContext tx) {
    var night = nights.night();
    tx.deleteFrom(SEGMENTS).where(SEGMENTS.NIGHT.eq(night)).execute();
    tx.deleteFrom(NIGHTS).where(NIGHTS.NIGHT.eq(night)).execute();
    insertSegments(tx);
    insertCells(tx);
    var definition = definition(tx);
    tx.insertInto(NIGHTS, NIGHTS.fields()).values(night, settings.map(), definition).execute();
    var states = states(isRedefined(tx, definition));
    new History(MEMBERSHIPS, night, nights.next()).replace(tx, states, null);
  }

  /** Deletes what was over in a night, with the nights up to it. */
  static void forget(DSLContext tx, LocalDate until) {
    History.forget(tx, MEMBERSHIPS, until);
    tx.deleteFrom(SEGMENTS).where(SEGMENTS.NIGHT.lt(until)).execute();
    tx.deleteFrom(NIGHTS).where(NIGHTS.NIGHT.lt(until)).execute();
    tx.deleteFrom(MOVES).where(MOVES.NIGHT.lt(until)).execute();
  }

  private void insertSegments(DSLContext tx) {
    int position = 1;
    for (var segment : map.segments()) {
      tx.insertInto(SEGMENTS)
          .set(SEGMENTS.NIGHT, nights.night())
          .set(SEGMENTS.SEGMENT, segment.name())
          .set(SEGMENTS.POSITION, position++)
          .set(SEGMENTS.DESCRIPTION, segment.description())
          .set(SEGMENTS.ACTION, segment.action())
          .set(SEGMENTS.CHANNEL, segment.channel())
          .set(SEGMENTS.OFFER, segment.offer())
          .execute();
    }
  }

  private void insertCells(DSLContext tx) {
    var insert = tx.insertInto(CELLS, CELLS.fields());
    for (var cell : map.cells()) {
      insert =
          insert.values(nights.night(), cell.r(), cell.f(), cell.m(), cell.segment(), cell.rule());
    }
    insert.execute();
  }

  /**
   * What decides on segments beside the customers: the rules of the map, and how the scores are
   * made.
   */
  private String definition(DSLContext tx) {
    return Stream.concat(Stream.of(map.definition()), scoring(tx))
        .collect(Collectors.joining("\n"));
  }

  private Stream<String> scoring(DSLContext tx) {
    var metrics =
        tx.select(RFM_NIGHTS.DEFINITION)
            .from(RFM_NIGHTS)
            .where(RFM_NIGHTS.NIGHT.eq(nights.night()))
            .fetch(row -> "metrics: " + row.value1());
    var fits =
        tx.select(FITS.METRIC, FITS.RULE, FITS.BINS, FITS.DIRECTION)
            .from(FITS)
            .where(FITS.NIGHT.eq(nights.night()))
            .orderBy(FITS.METRIC)
            .fetch(
                row ->
                    "%s: %s, %d bins, %s"
                        .formatted(row.value1(), row.value2(), row.value3(), row.value4()));
    return Stream.of(metrics, fits).flatMap(List::stream);
  }

  /** Whether the night before was defined otherwise; of nights of old that is not known. */
  private boolean isRedefined(DSLContext tx, String definition) {
    return tx.fetchExists(
        NIGHTS, NIGHTS.NIGHT.eq(nights.previous()), NIGHTS.DEFINITION.notIn(definition, ""));
  }

  /** One row per customer: the segment, and when and why it was entered. */
  private Select<?> states(boolean isRedefined) {
    var segment =
        when(SCORES.STANDING.eq("prospect"), settings.prospects().name())
            .when(SCORES.STANDING.eq("net-returner"), settings.netReturners().name())
            .otherwise(NAMED.SEGMENT);
    var stays = BEFORE.SEGMENT.eq(segment);
    return select(
            SCORES.CUSTOMER_KEY,
            segment.as(MEMBERSHIPS.SEGMENT),
            SCORES.R_SCORE,
            SCORES.F_SCORE,
            SCORES.M_SCORE,
            when(stays, BEFORE.PREVIOUS_SEGMENT)
                .otherwise(BEFORE.SEGMENT)
                .as(MEMBERSHIPS.PREVIOUS_SEGMENT),
            when(stays, BEFORE.CHANGED_ON)
                .otherwise(val(nights.night()))
                .as(MEMBERSHIPS.CHANGED_ON),
            when(stays, BEFORE.CAUSE).otherwise(cause(isRedefined)).as(MEMBERSHIPS.CAUSE))
        .from(SCORES)
        .leftJoin(NAMED)
        .on(NAMED.NIGHT.eq(nights.night()))
        .and(NAMED.R_SCORE.eq(SCORES.R_SCORE))
        .and(NAMED.F_SCORE.eq(SCORES.F_SCORE))
        .and(NAMED.M_SCORE.eq(SCORES.M_SCORE))
        .leftJoin(DRIFTED)
        .on(DRIFTED.NIGHT.eq(nights.night()))
        .and(DRIFTED.R_SCORE.eq(SCORES.R_BEFORE))
        .and(DRIFTED.F_SCORE.eq(SCORES.F_BEFORE))
        .and(DRIFTED.M_SCORE.eq(SCORES.M_BEFORE))
        .leftJoin(BEFORE)
        .on(BEFORE.CUSTOMER_KEY.eq(SCORES.CUSTOMER_KEY), isHeldBefore())
        .where(SCORES.NIGHT.eq(nights.night()));
  }

  private Condition isHeldBefore() {
    return nights.previous() == null ? falseCondition() : History.at(BEFORE, nights.previous());
  }

  /** By the cut points of the night before still in the old segment: only they have drifted. */
  private static Field<String> cause(boolean isRedefined) {
    return when(BEFORE.CUSTOMER_KEY.isNull(), "new")
        .when(isRedefined ? trueCondition() : falseCondition(), "settings")
        .when(DRIFTED.SEGMENT.eq(BEFORE.SEGMENT), "drift")
        .otherwise("behaviour");
  }
}
