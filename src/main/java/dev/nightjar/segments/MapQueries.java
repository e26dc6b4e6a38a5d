package dev.nightjar.segments;

import static dev.nightjar.db.rfm.Tables.FITS;
import static dev.nightjar.db.segments.Tables.CELLS;
import static dev.nightjar.db.segments.Tables.SEGMENTS;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** The statements that keep the map of one night. */
final class MapQueries {
  private static final dev.nightjar.db.rfm.tables.Nights RFM_NIGHTS =
      dev.nightjar.db.rfm.Tables.NIGHTS;

  private final LocalDate night;
  private final SegmentsSettings settings;
  private final SegmentMap map;

  MapQueries(LocalDate night, SegmentsSettings settings) {
    this.night = night;
    this.settings = settings;
    this.map = settings.segmentMap();
  }

  /** The choice of a rule by the facts about a customer. */
  RuleChoice choice() {
    return new RuleChoice(map.conditionalRules());
  }

  /** Replaces the night's segments, cells and rules. */
  void replace(DSLContext tx) {
    tx.deleteFrom(SEGMENTS).where(SEGMENTS.NIGHT.eq(night)).execute();
    insertSegments(tx);
    insertCells(tx);
    choice().insert(tx, night);
  }

  /** Segments of the map without a cell that tonight's scores can reach. */
  List<String> impossible(DSLContext tx) {
    var scores =
        tx.select(FITS.METRIC, FITS.IMPOSSIBLE)
            .from(FITS)
            .where(FITS.NIGHT.eq(night))
            .fetchMap(FITS.METRIC, row -> List.of(row.value2()));
    var segments = new LinkedHashMap<String, Boolean>();
    map.segmentsByCell()
        .forEach(
            (code, reached) -> {
              var isImpossible =
                  scores.getOrDefault("recency", List.of()).contains(code.r())
                      || scores.getOrDefault("frequency", List.of()).contains(code.f())
                      || scores.getOrDefault("monetary", List.of()).contains(code.m());
              reached.forEach(
                  segment -> segments.merge(segment, isImpossible, Boolean::logicalAnd));
            });
    return map.segments().stream()
        .map(Segment::name)
        .filter(name -> segments.getOrDefault(name, false))
        .toList();
  }

  /** What decides on segments besides the customers: the rules of the map, and the scoring. */
  String definition(DSLContext tx) {
    return Stream.concat(Stream.of(map.definition()), scoring(tx))
        .collect(Collectors.joining("\n"));
  }

  private Stream<String> scoring(DSLContext tx) {
    var metrics =
        tx.select(RFM_NIGHTS.DEFINITION)
            .from(RFM_NIGHTS)
            .where(RFM_NIGHTS.NIGHT.eq(night))
            .fetch(row -> "metrics: " + row.value1());
    var fits =
        tx.select(FITS.METRIC, FITS.RULE, FITS.BINS, FITS.DIRECTION)
            .from(FITS)
            .where(FITS.NIGHT.eq(night))
            .orderBy(FITS.METRIC)
            .fetch(
                row ->
                    "%s: %s, %d bins, %s"
                        .formatted(row.value1(), row.value2(), row.value3(), row.value4()));
    return Stream.of(metrics, fits).flatMap(List::stream);
  }

  private void insertSegments(DSLContext tx) {
    boolean hasWindow =
        tx.fetchExists(RFM_NIGHTS, RFM_NIGHTS.NIGHT.eq(night), RFM_NIGHTS.FIRST_DAY.isNotNull());
    int position = 1;
    for (var segment : map.segments()) {
      if (segment == settings.lapsed() && !hasWindow) {
        continue; // the whole history is older than nobody's last order
      }
      tx.insertInto(SEGMENTS)
          .set(SEGMENTS.NIGHT, night)
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
      insert = insert.values(night, cell.r(), cell.f(), cell.m(), cell.segment(), cell.rule());
    }
    insert.execute();
  }
}
