package dev.nightjar.segments;

import dev.nightjar.facts.FactConditions;
import dev.nightjar.facts.Range;
import dev.nightjar.kit.Shop;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A map of random boxes, most of them with conditions; the last segment takes everybody else. */
record RandomMap(List<Rule> rules) {
  static final List<String> COUNTRIES = List.of("DE", "FR", "GB");
  static final List<String> PRODUCTS = List.of("P1", "P2");

  /** Scores from and to, by axis, and conditions. */
  record Rule(String segment, int[][] scores, FactConditions conditions) {
    private boolean hasCell(int r, int f, int m) {
      return isIn(scores[0], r) && isIn(scores[1], f) && isIn(scores[2], m);
    }

    private static boolean isIn(int[] range, int score) {
      return range[0] <= score && score <= range[1];
    }

    private boolean holds(Facts facts) {
      return isIn(conditions.daysSinceOrder(), BigDecimal.valueOf(facts.days()))
          && isIn(conditions.daysSinceFirstOrder(), BigDecimal.valueOf(facts.daysSinceFirst()))
          && isIn(conditions.orders(), BigDecimal.valueOf(facts.orders()))
          && isIn(conditions.netValue(), facts.value())
          && conditions.attributes().entrySet().stream()
              .allMatch(
                  each ->
                      each.getValue().contains(facts.attributes().getOrDefault(each.getKey(), "")));
    }

    private static boolean isIn(Range range, BigDecimal value) {
      return (range.atLeast() == null || value.compareTo(range.atLeast()) >= 0)
          && (range.atMost() == null || value.compareTo(range.atMost()) <= 0);
    }
  }

  /** The facts about a scored customer. */
  record Facts(
      int days,
      int daysSinceFirst,
      long orders,
      BigDecimal value,
      Map<String, String> attributes) {}

  static RandomMap of(Random dice, int size) {
    var rules = new ArrayList<Rule>();
    for (int i = 0; i < size; i++) {
      var scores = new int[][] {range(dice), range(dice), range(dice)};
      rules.add(new Rule("S" + i % 4, scores, conditions(dice)));
    }
    rules.sort((one, other) -> one.segment().compareTo(other.segment()));
    rules.add(new Rule("Rest", new int[][] {{1, 5}, {1, 5}, {1, 5}}, FactConditions.NONE));
    return new RandomMap(rules);
  }

  private static int[] range(Random dice) {
    if (dice.nextInt(3) == 0) {
      return new int[] {1, 5};
    }
    int from = 1 + dice.nextInt(5);
    return new int[] {from, from + dice.nextInt(6 - from)};
  }

  static FactConditions conditions(Random dice) {
    var attributes = new TreeMap<String, List<String>>();
    if (dice.nextInt(3) == 0) {
      attributes.put("country", some(dice, COUNTRIES));
    }
    if (dice.nextInt(4) == 0) {
      attributes.put("bought", some(dice, PRODUCTS));
    }
    return new FactConditions(
        range(dice, 40), range(dice, 80), range(dice, 6), range(dice, 400), attributes);
  }

  private static List<String> some(Random dice, List<String> values) {
    var some = values.stream().filter(each -> dice.nextBoolean()).toList();
    return some.isEmpty() ? values.subList(0, 1) : some;
  }

  private static Range range(Random dice, int most) {
    var low = dice.nextInt(4) == 0 ? BigDecimal.valueOf(dice.nextInt(most)) : null;
    var high =
        dice.nextInt(4) == 0
            ? BigDecimal.valueOf((low == null ? 0 : low.intValue()) + dice.nextInt(most))
            : null;
    return new Range(low, high);
  }

  /** Puts the map in use. */
  void in(Shop shop) {
    shop.with("segments.map=random").with("segments.maps.random.waiver=whatever the dice say");
    var segments = rules.stream().map(Rule::segment).distinct().toList();
    for (int i = 0; i < segments.size(); i++) {
      var prefix = "segments.maps.random.segments[%d].".formatted(i);
      var segment = segments.get(i);
      shop.with(prefix + "name=" + segment);
      var boxes = rules.stream().filter(each -> each.segment().equals(segment)).toList();
      for (int j = 0; j < boxes.size(); j++) {
        add(shop, prefix + "boxes[%d].".formatted(j), boxes.get(j));
      }
    }
  }

  private static void add(Shop shop, String prefix, Rule rule) {
    var axes = List.of("r", "f", "m");
    for (int i = 0; i < axes.size(); i++) {
      var range = rule.scores()[i];
      shop.with("%s%s=%d-%d".formatted(prefix, axes.get(i), range[0], range[1]));
    }
    rule.conditions()
        .ranges()
        .forEach(
            (fact, range) -> {
              add(shop, prefix + fact + ".at-least=", range.atLeast());
              add(shop, prefix + fact + ".at-most=", range.atMost());
            });
    rule.conditions()
        .attributes()
        .forEach(
            (name, values) ->
                shop.with(prefix + "attributes." + name + "=" + String.join(",", values)));
  }

  private static void add(Shop shop, String key, @Nullable BigDecimal limit) {
    if (limit != null) {
      shop.with(key + limit);
    }
  }

  /** The first rule that has the cell and holds for the facts. */
  Rule first(int r, int f, int m, Facts facts) {
    return rules.stream()
        .filter(each -> each.hasCell(r, f, m) && each.holds(facts))
        .findFirst()
        .orElseThrow();
  }
}
