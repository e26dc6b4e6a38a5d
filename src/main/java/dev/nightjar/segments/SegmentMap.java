package dev.nightjar.segments;

import dev.nightjar.segments.CellScores.Code;
import dev.nightjar.segments.MapSettings.ScoredSegment;
import dev.nightjar.segments.MapSettings.Scores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A segment map with parsed rules: the rules of each cell, in the order in which they are tried.
 */
final class SegmentMap {
  private static final CellScores FIVE = Scores.of("1-5").cells().orElseThrow();

  private final MapSettings settings;
  private final List<Segment> unscored;
  private final CellScores scores;
  private final Map<ScoredSegment, List<CellRule>> rules = new LinkedHashMap<>();
  private final Map<Code, List<Match>> matches = new LinkedHashMap<>();
  private final Map<Code, Reach> reach;
  private final List<String> malformed = new ArrayList<>();

  /**
   * A cell by its scores, with what takes the customers for whom no condition holds.
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
    this.reach = reach(null);
  }

  /**
   * What the rules of a cell come to.
   *
   * @param live the matches that a customer can reach, in the order in which they are tried
   * @param isTotal whether the last of them takes every customer that the others leave
   */
  record Reach(List<Match> live, boolean isTotal) {

    /** The rules that are tried for their conditions; the last one of a total cell needs none. */
    List<Match> tried() {
      return isTotal ? live.subList(0, live.size() - 1) : live;
    }
  }

  /** The reach of every cell. */
  Map<Code, Reach> reach() {
    return reach;
  }

  /**
   * The reach of every cell, if the last order of a scored customer is not older than some days.
   *
   * @param mostDays null for no limit
   */
  Map<Code, Reach> reach(@Nullable Integer mostDays) {
    var conditions =
        rules.values().stream().flatMap(List::stream).map(CellRule::conditions).toList();
    var regions = new FactRegions(conditions, mostDays);
    var reach = new LinkedHashMap<Code, Reach>();
    matches.forEach((code, found) -> reach.put(code, reach(found, regions)));
    return reach;
  }

  /** Whether no scored customer of any shop can meet a rule's conditions. */
  boolean excludesEverybody(CellRule rule) {
    return new FactRegions(List.of(rule.conditions()), null).of(rule.conditions()).isEmpty();
  }

  private static Reach reach(List<Match> found, FactRegions regions) {
    var live = new ArrayList<Match>();
    var left = List.of(regions.everybody());
    for (var match : found) {
      var area = regions.of(match.rule().conditions());
      if (left.stream().anyMatch(piece -> !piece.and(area).isEmpty())) {
        live.add(match);
        left = left.stream().flatMap(piece -> piece.without(area).stream()).toList();
      }
    }
    return new Reach(live, left.isEmpty());
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

  /** Every cell with the segment that takes the customers for whom no condition holds. */
  List<Cell> cells() {
    var cells = new ArrayList<Cell>();
    reach.forEach(
        (code, each) -> {
          var last = each.isTotal() ? each.live().get(each.live().size() - 1) : null;
          var segment = last == null ? settings.otherwise() : last.segment().segment();
          if (segment != null) {
            var rule = last == null ? "else" : last.rule().text();
            cells.add(new Cell(code.r(), code.f(), code.m(), segment.name(), rule));
          }
        });
    return cells;
  }

  /** The segments that customers of each cell can reach. */
  Map<Code, Set<String>> segmentsByCell() {
    var segments = new LinkedHashMap<Code, Set<String>>();
    reach.forEach(
        (code, each) -> {
          var names = new LinkedHashSet<String>();
          each.live().forEach(match -> names.add(match.segment().name()));
          if (!each.isTotal() && settings.otherwise() != null) {
            names.add(settings.otherwise().name());
          }
          segments.put(code, names);
        });
    return segments;
  }

  /** The rules with conditions that are tried in any cell, in the order of the map. */
  List<ConditionalRule> conditionalRules() {
    var tried = new ArrayList<ConditionalRule>();
    for (var match : conditional()) {
      var rule = match.rule();
      var cells = cellsThatTry(rule);
      if (!cells.isEmpty()) {
        tried.add(
            new ConditionalRule(
                tried.size() + 1, match.segment().name(), rule.text(), cells, rule.conditions()));
      }
    }
    return tried;
  }

  private List<String> cellsThatTry(CellRule rule) {
    return reach.entrySet().stream()
        .filter(each -> each.getValue().tried().stream().anyMatch(match -> match.rule() == rule))
        .map(each -> each.getKey().toString())
        .toList();
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

  /** Every cell, in the map's own scores, with all segments that have it, the first first. */
  Map<Code, List<Match>> matches() {
    return matches;
  }

  /** The well-formed rules of a segment. */
  List<CellRule> rules(ScoredSegment segment) {
    return rules.getOrDefault(segment, List.of());
  }

  /** The well-formed rules of the segment of a name. */
  List<CellRule> rules(String segment) {
    return rules.entrySet().stream()
        .filter(each -> segment.equals(each.getKey().name()))
        .flatMap(each -> each.getValue().stream())
        .toList();
  }

  /** The rules with conditions, in the order of the map. */
  List<Match> conditional() {
    var conditional = new ArrayList<Match>();
    rules.forEach(
        (segment, each) ->
            each.stream()
                .filter(CellRule::isConditional)
                .forEach(rule -> conditional.add(new Match(segment, rule))));
    return conditional;
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
