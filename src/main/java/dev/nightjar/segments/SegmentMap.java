package dev.nightjar.segments;

import dev.nightjar.segments.CellScores.Code;
import dev.nightjar.segments.MapSettings.ScoredSegment;
import dev.nightjar.segments.MapSettings.Scores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A segment map with parsed rules: the segment and the rule of each cell. */
final class SegmentMap {
  private static final CellScores FIVE = Scores.of("1-5").cells().orElseThrow();

  private final MapSettings settings;
  private final List<Segment> unscored;
  private final CellScores scores;
  private final Map<ScoredSegment, List<CellRule>> rules = new LinkedHashMap<>();
  private final Map<Code, List<Match>> matches = new LinkedHashMap<>();
  private final List<String> malformed = new ArrayList<>();

  /**
   * A cell by its scores.
   *
   * @param rule the rule, such as {@code code 543} or {@code else}
   */
  record Cell(int r, int f, int m, String segment, String rule) {}

  /** A segment that has a cell, and its rule. */
  record Match(ScoredSegment segment, CellRule rule) {}

  /**
   * @param unscored the segments that are not defined by scores, best first
   */
  SegmentMap(MapSettings settings, List<Segment> unscored) {
    this.settings = settings;
    this.unscored = unscored;
    this.scores = settings.scores().cells().orElse(FIVE);
    settings.segments().forEach(segment -> rules.put(segment, read(segment)));
    scores.codes().forEach(code -> matches.put(code, matches(code)));
  }

  /** Every segment, best first; those without a rule last. */
  List<Segment> segments() {
    var rank =
        Comparator.comparing(
            ScoredSegment::rank, Comparator.nullsLast(Comparator.<Integer>naturalOrder()));
    var scored = settings.segments().stream().sorted(rank).map(ScoredSegment::segment);
    return Stream.of(scored, Stream.ofNullable(settings.otherwise()), unscored.stream())
        .flatMap(each -> each)
        .toList();
  }

  /** Every cell with the segment that takes it. */
  List<Cell> cells() {
    var cells = new ArrayList<Cell>();
    matches.forEach(
        (code, found) -> {
          var segment = found.isEmpty() ? settings.otherwise() : found.get(0).segment().segment();
          if (segment != null) {
            var rule = found.isEmpty() ? "else" : found.get(0).rule().text();
            cells.add(new Cell(code.r(), code.f(), code.m(), segment.name(), rule));
          }
        });
    return cells;
  }

  /** The rules of the map as a text, for comparison; without the playbook. */
  String definition() {
    var lines = new ArrayList<String>();
    lines.add("scores %s, %s".formatted(scores, settings.direction()));
    rules.forEach(
        (segment, each) ->
            lines.add(
                each.stream()
                    .map(CellRule::text)
                    .collect(Collectors.joining("; ", segment.name() + ": ", ""))));
    if (settings.otherwise() != null) {
      lines.add(settings.otherwise().name() + ": else");
    }
    lines.add(
        segments().stream().map(Segment::name).collect(Collectors.joining(" > ", "order: ", "")));
    return String.join("\n", lines);
  }

  CellScores scores() {
    return scores;
  }

  /** Every cell, in the map's own scores, with all segments that have it, the winner first. */
  Map<Code, List<Match>> matches() {
    return matches;
  }

  /** The well-formed rules of a segment. */
  List<CellRule> rules(ScoredSegment segment) {
    return rules.getOrDefault(segment, List.of());
  }

  /** One line for each malformed rule. */
  List<String> malformed() {
    return malformed;
  }

  private List<Match> matches(Code code) {
    var found = new ArrayList<Match>();
    rules.forEach(
        (segment, each) ->
            each.stream()
                .filter(rule -> rule.cells().test(code))
                .forEach(rule -> found.add(new Match(segment, rule))));
    return found;
  }

  private List<CellRule> read(ScoredSegment segment) {
    return Stream.of(
            read(segment, words(segment.codes()), CellRule::code),
            read(segment, words(segment.patterns()), CellRule::pattern),
            read(segment, segment.boxes(), CellRule::box))
        .flatMap(List::stream)
        .toList();
  }

  private <T> List<CellRule> read(
      ScoredSegment segment, List<T> written, BiFunction<T, CellScores, CellRule> reader) {
    var read = new ArrayList<CellRule>();
    for (var each : written) {
      try {
        read.add(reader.apply(each, scores));
      } catch (CellRule.Malformed e) {
        malformed.add("%s: %s".formatted(segment.name(), e.getMessage()));
      }
    }
    return read;
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+"));
  }
}
