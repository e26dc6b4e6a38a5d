package dev.nightjar.segments;

import dev.nightjar.segments.CellScores.Code;
import dev.nightjar.segments.SegmentMap.Match;
import dev.nightjar.segments.SegmentMap.Reach;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds rules whose conditions no customer can meet, or only customers that rules before take. */
final class ConditionLint {
  private static final String NOBODY = "no scored customer can meet its conditions";

  private final SegmentMap map;
  private final Set<Match> live;

  ConditionLint(SegmentMap map) {
    this.map = map;
    this.live = rules(map.reach());
  }

  /** One line for each such rule, except of the named segments. */
  List<String> dead(List<String> except) {
    return map.conditional().stream()
        .filter(match -> !except.contains(match.segment().name()))
        .filter(match -> !live.contains(match))
        .map(
            match ->
                "%s never holds (%s): %s"
                    .formatted(match.segment().name(), match.rule().text(), whyDead(match.rule())))
        .toList();
  }

  /** Why customers reach no rule of a segment; null if that is not due to conditions. */
  @Nullable String whyNobody(String segment) {
    var rules = map.rules(segment);
    return !rules.isEmpty() && rules.stream().allMatch(map::excludesEverybody) ? NOBODY : null;
  }

  /**
   * One line for each rule that holds for nobody in the window of the scores.
   *
   * @param mostDays days since the last order of a scored customer at most; null for no limit
   */
  List<String> beyond(@Nullable Integer mostDays) {
    if (mostDays == null) {
      return List.of();
    }
    var within = rules(map.reach(mostDays));
    return live.stream()
        .filter(match -> !within.contains(match))
        .map(
            match ->
                "with the settings of rfm, %s never holds (%s): no scored customer's last order is more than %d days ago"
                    .formatted(match.segment().name(), match.rule().text(), mostDays))
        .toList();
  }

  private static Set<Match> rules(Map<Code, Reach> reach) {
    return reach.values().stream()
        .flatMap(each -> each.live().stream())
        .filter(match -> match.rule().isConditional())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private String whyDead(CellRule rule) {
    if (map.excludesEverybody(rule)) {
      return NOBODY;
    }
    var before =
        map.matches().values().stream()
            .filter(found -> found.stream().anyMatch(match -> match.rule() == rule))
            .flatMap(found -> before(rule, found))
            .map(match -> "%s (%s)".formatted(match.segment().name(), match.rule().text()))
            .distinct()
            .toList();
    return before.isEmpty()
        ? "it has no cell"
        : "rules before it take all of its customers: " + String.join("; ", before);
  }

  private static Stream<Match> before(CellRule rule, List<Match> found) {
    return found.stream().takeWhile(match -> match.rule() != rule);
  }
}
