package dev.nightjar.segments;

import dev.nightjar.ports.MapLinter.MapReport;
import dev.nightjar.ports.MapLinter.Overlap;
import dev.nightjar.segments.CellScores.Code;
import dev.nightjar.segments.MapSettings.ScoredSegment;
import dev.nightjar.segments.SegmentMap.Match;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds problems of a map, and facts worth knowing about it. */
final class MapLint {
  private static final int CELLS_OF_A_LINE = 20;

  private final MapSettings settings;
  private final SegmentMap map;
  private final ConditionLint conditions;
  private final List<Overlap> overlaps;
  private final List<String> unreachable;
  private final List<String> leftToElse;

  MapLint(MapSettings settings, SegmentMap map) {
    this.settings = settings;
    this.map = map;
    this.conditions = new ConditionLint(map);
    this.overlaps = overlaps();
    this.unreachable = unreachable();
    this.leftToElse =
        map.reach().entrySet().stream()
            .filter(cell -> !cell.getValue().isTotal())
            .map(cell -> cell.getKey().toString())
            .toList();
  }

  /** One line for each problem that prevents the use of the map. */
  List<String> problems() {
    if (settings.scores().cells().isEmpty()) {
      return List.of(
          "scores: must be a scale within 0 to 9: write the lowest and the highest, such as 1-5, or {r: 1-4, f: 1-2, m: 1-2}");
    }
    var problems = new ArrayList<>(map.malformed());
    settings.segments().stream()
        .filter(MapLint::hasNoRule)
        .map(each -> each.name() + " has no rule: give it codes, patterns or boxes")
        .forEach(problems::add);
    problems.addAll(rankProblems());
    if (form().equals("codes")) {
      overlaps.stream().map(MapLint::twice).forEach(problems::add);
    }
    if (settings.waiver().isBlank()) {
      Stream.concat(
              unreachable.stream().map(this::whyUnreachable), conditions.dead(unreachable).stream())
          .map(why -> why + ": move it up, or say in a waiver why not")
          .forEach(problems::add);
    }
    elseProblems(problems);
    return problems;
  }

  /**
   * @param impossible cells that nobody can be in, if the map is in use
   * @param mostDays days since the last order of a scored customer at most, if the map is in use;
   *     null for no limit
   */
  MapReport report(String name, boolean inUse, Set<Code> impossible, @Nullable Integer mostDays) {
    var empty = onlyIn(impossible);
    return new MapReport(
        name,
        inUse,
        form(),
        map.scores().toString(),
        settings.direction().toString(),
        map.matches().size(),
        leftToElse,
        overlaps,
        unreachable,
        impossible.stream().map(Code::toString).toList(),
        empty,
        settings.waiver(),
        notes(impossible, empty, mostDays));
  }

  /** Segments all of whose cells are among some. */
  private List<String> onlyIn(Set<Code> some) {
    var all = new LinkedHashMap<String, Boolean>();
    map.reach()
        .forEach(
            (code, reach) ->
                reach
                    .live()
                    .forEach(
                        match ->
                            all.merge(
                                match.segment().name(), some.contains(code), Boolean::logicalAnd)));
    return all.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
  }

  private List<String> notes(Set<Code> impossible, List<String> empty, @Nullable Integer mostDays) {
    var notes = new ArrayList<String>();
    if (!impossible.isEmpty()) {
      notes.add(
          "with the settings of rfm, %d of %d cells cannot occur: %s"
              .formatted(
                  impossible.size(),
                  map.matches().size(),
                  someOf(impossible.stream().map(Code::toString).toList())));
    }
    empty.forEach(name -> notes.add(name + " cannot occur: all of its cells are among these"));
    notes.addAll(conditions.beyond(mostDays));
    if (settings.otherwise() != null && !leftToElse.isEmpty()) {
      notes.add(
          "%d of %d cells are left to %s: %s"
              .formatted(
                  leftToElse.size(),
                  map.matches().size(),
                  settings.otherwise().name(),
                  someOf(leftToElse)));
    }
    overlaps.stream()
        .filter(each -> !unreachable.contains(each.other()))
        .map(
            each ->
                "%s goes before %s in %d: %s"
                    .formatted(
                        each.winner(), each.other(), each.cells().size(), someOf(each.cells())))
        .forEach(notes::add);
    unreachable.stream().map(this::whyUnreachable).forEach(notes::add);
    notes.addAll(conditions.dead(unreachable));
    if (!settings.waiver().isBlank()) {
      notes.add("waiver: " + settings.waiver());
    }
    return notes;
  }

  private String form() {
    var segments = settings.segments();
    return Stream.of(
            segments.stream().anyMatch(each -> !each.codes().isBlank()) ? "codes" : "",
            segments.stream().anyMatch(each -> !each.patterns().isBlank()) ? "patterns" : "",
            segments.stream().anyMatch(each -> !each.boxes().isEmpty()) ? "boxes" : "",
            map.conditionalRules().isEmpty() ? "" : "conditions")
        .filter(kind -> !kind.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static boolean hasNoRule(ScoredSegment segment) {
    return segment.codes().isBlank() && segment.patterns().isBlank() && segment.boxes().isEmpty();
  }

  /** Either all segments have ranks, or the map's order is the ranking. */
  private List<String> rankProblems() {
    var unranked = settings.segments().stream().filter(each -> each.rank() == null).toList();
    if (!unranked.isEmpty() && unranked.size() < settings.segments().size()) {
      return unranked.stream()
          .map(each -> each.name() + " has no rank, and others have one: rank all or none")
          .toList();
    }
    var seen = new HashSet<Integer>();
    return settings.segments().stream()
        .filter(each -> each.rank() != null && !seen.add(each.rank()))
        .map(each -> "rank %d of %s is taken: give it another".formatted(each.rank(), each.name()))
        .toList();
  }

  private void elseProblems(List<String> problems) {
    var otherwise = settings.otherwise();
    if (otherwise == null && !leftToElse.isEmpty()) {
      problems.add(
          "no segment has %s (%d of %d cells): give each to one, or name a segment under else"
              .formatted(someOf(leftToElse), leftToElse.size(), map.matches().size()));
    }
    if (otherwise != null && otherwise.name() == null) {
      problems.add("else has no name: write else: {name: Others}");
    }
    if (otherwise != null && leftToElse.isEmpty()) {
      problems.add("else is never reached, every cell has a rule: remove it");
    }
  }

  /** The cells of rules that nobody reaches there, grouped by pair of segments. */
  private List<Overlap> overlaps() {
    Map<List<String>, LinkedHashSet<String>> cells = new LinkedHashMap<>();
    map.matches()
        .forEach(
            (code, found) ->
                takenOver(found, map.reach().get(code).live())
                    .forEach(
                        pair ->
                            cells
                                .computeIfAbsent(pair, each -> new LinkedHashSet<>())
                                .add(code.toString())));
    return cells.entrySet().stream()
        .map(
            each ->
                new Overlap(
                    each.getKey().get(0), each.getKey().get(1), List.copyOf(each.getValue())))
        .toList();
  }

  /** Each segment that nobody reaches by a rule, after the last segment before it. */
  private static List<List<String>> takenOver(List<Match> found, List<Match> live) {
    var pairs = new ArrayList<List<String>>();
    String winner = null;
    for (var match : found) {
      if (live.contains(match)) {
        winner = match.segment().name();
      } else if (winner != null) {
        pairs.add(List.of(winner, match.segment().name()));
      }
    }
    return pairs;
  }

  private List<String> unreachable() {
    var reached =
        map.reach().values().stream()
            .flatMap(each -> each.live().stream())
            .map(Match::segment)
            .collect(Collectors.toSet());
    return settings.segments().stream()
        .filter(each -> !map.rules(each).isEmpty() && !reached.contains(each))
        .map(ScoredSegment::name)
        .toList();
  }

  private String whyUnreachable(String name) {
    var nobody = conditions.whyNobody(name);
    if (nobody != null) {
      return name + " is never reached: " + nobody;
    }
    var taken =
        overlaps.stream()
            .filter(each -> each.other().equals(name))
            .map(each -> "%s has %s".formatted(each.winner(), someOf(each.cells())))
            .collect(Collectors.joining("; "));
    return name + " is never reached: " + (taken.isEmpty() ? "its rules have no cell" : taken);
  }

  private static String twice(Overlap overlap) {
    return "%s of %s is also of %s: keep each code once"
        .formatted(someOf(overlap.cells()), overlap.winner(), overlap.other());
  }

  private static String someOf(List<String> cells) {
    var some = String.join(", ", cells.subList(0, Math.min(cells.size(), CELLS_OF_A_LINE)));
    int more = cells.size() - CELLS_OF_A_LINE;
    return more > 0 ? "%s and %d more".formatted(some, more) : some;
  }
}
