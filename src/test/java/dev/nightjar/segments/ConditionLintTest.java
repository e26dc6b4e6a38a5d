package dev.nightjar.segments;

import static dev.nightjar.segments.AMap.box;
import static dev.nightjar.segments.AMap.boxes;
import static dev.nightjar.segments.AMap.patterns;
import static dev.nightjar.segments.AMap.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.facts.FactConditions;
import dev.nightjar.facts.Range;
import dev.nightjar.segments.MapSettings.Box;
import dev.nightjar.segments.RandomMap.Facts;
import dev.nightjar.segments.RandomMap.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionLintTest {
  private static final int[][] ALL = {{1, 5}, {1, 5}, {1, 5}};

  @Test
  void aRuleWithConditionsBeforeOneWithoutIsNeitherProblemNorNote() {
    var map = AMap.of(boxes("Big", orders(5, null)), patterns("All", "???"));
    assertThat(map.problems()).isEmpty();
    assertThat(map.notes()).isEmpty();
    assertThat(map.at(5, 5, 5)).isEqualTo("All by pattern ???");
  }

  @Test
  void conditionsAloneLeaveAGap() {
    assertThat(AMap.of(boxes("Big", orders(5, null))).problems())
        .singleElement()
        .asString()
        .startsWith("no segment has 111, 112, ")
        .endsWith("(125 of 125 cells): give each to one, or name a segment under else");
    var map = AMap.of(boxes("Big", orders(5, null))).orElse("Others");
    assertThat(map.problems()).isEmpty();
    assertThat(map.at(1, 1, 1)).isEqualTo("Others by else");
  }

  @Test
  void conditionsThatAddUpToEverybodyLeaveNoGap() {
    var map = AMap.of(boxes("Few", orders(null, 4)), boxes("Many", orders(5, null)));
    assertThat(map.problems()).isEmpty();
    assertThat(map.at(1, 1, 1)).isEqualTo("Many by box orders at least 5");
    assertThat(AMap.of(boxes("Few", orders(null, 4)), boxes("Many", orders(6, null))).problems())
        .singleElement()
        .asString()
        .startsWith("no segment has 111, ");
  }

  @Test
  void aRuleThatRulesBeforeItTakeFromIsAProblem() {
    var never = boxes("Very", orders(9, null), orders(2, 2));
    var map = AMap.of(boxes("Many", orders(5, null)), never, patterns("All", "???"));
    assertThat(map.problems())
        .containsExactly(
            "Very never holds (box orders at least 9): rules before it take all of its customers:"
                + " Many (box orders at least 5): move it up, or say in a waiver why not");
    assertThat(map.waiver("so").problems()).isEmpty();
    assertThat(map.waiver("so").notes())
        .contains(
            "Very never holds (box orders at least 9): rules before it take all of its customers:"
                + " Many (box orders at least 5)");
  }

  @Test
  void whatSeveralRulesTakeTogetherIsFoundToo() {
    var map =
        AMap.of(
            boxes("Few", orders(null, 4)),
            boxes("Some", orders(5, 7)),
            boxes("Mid", orders(3, 6)),
            patterns("All", "???"));
    assertThat(map.problems())
        .singleElement()
        .asString()
        .startsWith("Mid is never reached: Some has 111, 112, ");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void conditionsThatNobodyCanMeetAreAProblem(int which) {
    var impossible =
        List.of(
                conditions(null, null, new Range(null, BigDecimal.ZERO), null),
                conditions(atLeast("50"), atMost("20"), null, null),
                conditions(atMost("-1"), null, null, null),
                conditions(null, null, null, atMost("-0.01")),
                conditions(
                    new Range(new BigDecimal("2.2"), new BigDecimal("2.8")), null, null, null))
            .get(which);
    assertThat(
            AMap.of(boxes("No", where(null, null, null, impossible)), patterns("All", "???"))
                .problems())
        .containsExactly(
            "No is never reached: no scored customer can meet its conditions: move it up, or say in a waiver why not");
  }

  @Test
  void aRangeOfNothingAndAnEmptyListAreProblems() {
    var emptied =
        where(
            "5",
            null,
            null,
            conditions(null, null, new Range(BigDecimal.TEN, BigDecimal.ONE), null));
    assertThat(
            AMap.of(boxes("No", emptied, box("1", null, null)), patterns("All", "???")).problems())
        .containsExactly(
            "No: box r 5, orders at least 10 and at most 1: orders: at-least is above at-most");
  }

  @Test
  void aThresholdBeyondTheWindowIsANote() {
    var old = where(null, null, null, conditions(atLeast("365"), null, null, null));
    var map = AMap.of(boxes("Old", old), patterns("All", "???"));
    assertThat(map.problems()).isEmpty();
    assertThat(map.notes(364))
        .containsExactly(
            "with the settings of rfm, Old never holds (box days-since-order at least 365): no"
                + " scored customer's last order is more than 364 days ago");
    assertThat(map.notes(365)).isEmpty();
  }

  /**
   * Of each rule, whether a customer can reach it is what trying all facts near thresholds says.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void whatIsReachedIsWhatBruteForceReaches(int seed) {
    var dice = new Random(seed);
    var rules = new ArrayList<Rule>();
    for (int i = 0; i < 5; i++) {
      rules.add(new Rule("S" + i, ALL, RandomMap.conditions(dice)));
    }
    if (seed % 2 == 0) { // two that add up to everybody
      rules.add(new Rule("S5", ALL, conditions(null, atMost("11"), null, null)));
      rules.add(new Rule("S6", ALL, conditions(null, atLeast("12"), null, null)));
    }
    rules.add(new Rule("S7", ALL, FactConditions.NONE));
    var map =
        AMap.of(
                rules.stream()
                    .map(each -> boxes(each.segment(), where(null, null, null, each.conditions())))
                    .toArray(MapSettings.ScoredSegment[]::new))
            .read();
    assertThat(Set.copyOf(map.segmentsByCell().values())).containsExactly(reached(rules));
  }

  private static Set<String> reached(List<Rule> rules) {
    var map = new RandomMap(rules);
    var reached = new TreeSet<String>();
    for (var days :
        near(rules, FactConditions::daysSinceOrder, FactConditions::daysSinceFirstOrder)) {
      for (var first :
          near(rules, FactConditions::daysSinceOrder, FactConditions::daysSinceFirstOrder)) {
        if (days.compareTo(first) <= 0 && days.scale() <= 0 && first.scale() <= 0) {
          for (var orders : near(rules, FactConditions::orders)) {
            if (orders.signum() > 0 && orders.scale() <= 0) {
              for (var value : near(rules, FactConditions::netValue)) {
                for (var attributes : attributes()) {
                  var facts =
                      new Facts(
                          days.intValue(), first.intValue(), orders.longValue(), value, attributes);
                  reached.add(map.first(1, 1, 1, facts).segment());
                }
              }
            }
          }
        }
      }
    }
    return reached;
  }

  /** Thresholds, and what is a little above and below them. */
  @SafeVarargs
  private static Set<BigDecimal> near(List<Rule> rules, Function<FactConditions, Range>... facts) {
    var near = new TreeSet<BigDecimal>(Set.of(BigDecimal.ZERO, BigDecimal.ONE));
    for (var fact : facts) {
      for (var rule : rules) {
        var range = fact.apply(rule.conditions());
        for (var limit : new BigDecimal[] {range.atLeast(), range.atMost()}) {
          if (limit != null) {
            near.add(limit);
            near.add(limit.add(BigDecimal.ONE));
            near.add(limit.subtract(BigDecimal.ONE));
            near.add(limit.add(new BigDecimal("0.5")));
          }
        }
      }
    }
    near.removeIf(each -> each.signum() < 0);
    return near;
  }

  private static List<Map<String, String>> attributes() {
    var all = new ArrayList<Map<String, String>>();
    for (var country : List.of("DE", "FR", "GB", "")) {
      for (var product : List.of("P1", "P2", "")) {
        var attributes = new TreeMap<String, String>();
        if (!country.isEmpty()) {
          attributes.put("country", country);
        }
        if (!product.isEmpty()) {
          attributes.put("bought", product);
        }
        all.add(attributes);
      }
    }
    return all;
  }

  private static Box orders(@Nullable Integer least, @Nullable Integer most) {
    var range =
        new Range(
            least == null ? null : BigDecimal.valueOf(least),
            most == null ? null : BigDecimal.valueOf(most));
    return where(null, null, null, conditions(null, null, range, null));
  }

  private static Range atLeast(String value) {
    return new Range(new BigDecimal(value), null);
  }

  private static Range atMost(String value) {
    return new Range(null, new BigDecimal(value));
  }

  private static FactConditions conditions(
      @Nullable Range days,
      @Nullable Range daysSinceFirst,
      @Nullable Range orders,
      @Nullable Range value) {
    return new FactConditions(any(days), any(daysSinceFirst), any(orders), any(value), Map.of());
  }

  private static Range any(@Nullable Range range) {
    return range == null ? Range.ANY : range;
  }
}
