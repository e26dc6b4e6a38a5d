package dev.nightjar.segments;

import dev.nightjar.facts.FactConditions;
import dev.nightjar.facts.Range;
import dev.nightjar.segments.MapSettings.Box;
import dev.nightjar.segments.MapSettings.Direction;
import dev.nightjar.segments.MapSettings.ScoredSegment;
import dev.nightjar.segments.MapSettings.Scores;
import dev.nightjar.segments.SegmentMap.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A segment map that a test writes. */
record AMap(MapSettings settings) {
  static final Segment PROSPECTS = segment("Prospects");
  static final Segment LAPSED = segment("Lapsed");
  static final Segment NET_RETURNERS = segment("Net returners");

  static AMap of(ScoredSegment... segments) {
    return new AMap(
        new MapSettings(Scores.of("1-5"), Direction.N_IS_BEST, "", List.of(segments), null));
  }

  AMap scores(String scores) {
    return scores(scores, scores, scores);
  }

  AMap scores(String r, String f, String m) {
    return new AMap(
        new MapSettings(
            new Scores(r, f, m),
            settings.direction(),
            settings.waiver(),
            settings.segments(),
            settings.otherwise()));
  }

  AMap orElse(String name) {
    return new AMap(
        new MapSettings(
            settings.scores(),
            settings.direction(),
            settings.waiver(),
            settings.segments(),
            segment(name)));
  }

  AMap waiver(String waiver) {
    return new AMap(
        new MapSettings(
            settings.scores(),
            settings.direction(),
            waiver,
            settings.segments(),
            settings.otherwise()));
  }

  SegmentMap read() {
    return new SegmentMap(settings, List.of(LAPSED, PROSPECTS, NET_RETURNERS));
  }

  List<String> problems() {
    return new MapLint(settings, read()).problems();
  }

  List<String> notes() {
    return notes(null);
  }

  /** The notes, if no last order of a scored customer is more than some days ago. */
  List<String> notes(@Nullable Integer mostDays) {
    return new MapLint(settings, read()).report("own", true, Set.of(), mostDays).notes();
  }

  /** The segment of a cell and the rule that gave it. */
  String at(int r, int f, int m) {
    return read().cells().stream()
        .filter(cell -> cell.r() == r && cell.f() == f && cell.m() == m)
        .map(cell -> cell.segment() + " by " + cell.rule())
        .findFirst()
        .orElse("none");
  }

  /** The cells of a segment, side by side as they are stored. */
  List<String> cellsOf(String segment) {
    return read().cells().stream()
        .filter(cell -> cell.segment().equals(segment))
        .map(AMap::code)
        .toList();
  }

  static String code(Cell cell) {
    return "" + cell.r() + cell.f() + cell.m();
  }

  static Segment segment(String name) {
    return new Segment(name, "", "", "", "");
  }

  static ScoredSegment codes(String name, String codes) {
    return scored(name, null, codes, "", List.of());
  }

  static ScoredSegment patterns(String name, String patterns) {
    return scored(name, null, "", patterns, List.of());
  }

  static ScoredSegment boxes(String name, Box... boxes) {
    return scored(name, null, "", "", List.of(boxes));
  }

  static ScoredSegment ranked(int rank, String name, String patterns) {
    return scored(name, rank, "", patterns, List.of());
  }

  static Box box(@Nullable String r, @Nullable String f, @Nullable String m) {
    return where(r, f, m, FactConditions.NONE);
  }

  static Box fm(@Nullable String r, String fm) {
    return box(r, null, null, fm);
  }

  static Box box(@Nullable String r, @Nullable String f, @Nullable String m, @Nullable String fm) {
    return new Box(r, f, m, fm, Range.ANY, Range.ANY, Range.ANY, Range.ANY, Map.of());
  }

  /** A box with conditions. */
  static Box where(
      @Nullable String r, @Nullable String f, @Nullable String m, FactConditions conditions) {
    return new Box(
        r,
        f,
        m,
        null,
        conditions.daysSinceOrder(),
        conditions.daysSinceFirstOrder(),
        conditions.orders(),
        conditions.netValue(),
        conditions.attributes());
  }

  static ScoredSegment scored(
      String name, @Nullable Integer rank, String codes, String patterns, List<Box> boxes) {
    return new ScoredSegment(name, rank, codes, patterns, boxes, "", "", "", "");
  }

  /** Every code of five scores but some. */
  static String without(String... codes) {
    var others = new ArrayList<>(allCodes());
    others.removeAll(List.of(codes));
    return String.join(" ", others);
  }

  static TreeSet<String> allCodes() {
    var codes = new TreeSet<String>();
    Scores.of("1-5").cells().orElseThrow().codes().forEach(code -> codes.add(code.toString()));
    return codes;
  }
}
