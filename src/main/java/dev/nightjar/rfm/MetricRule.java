package dev.nightjar.rfm;

import static java.util.stream.Collectors.joining;

import dev.nightjar.rfm.BinningRule.Bounds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How a metric is scored, the defaults of all metrics filled in.
 *
 * @param bounds bins and thresholds, in the metric's unit or as shares
 * @param values that the metric can have
 */
record MetricRule(Metric metric, BinningRule rule, Bounds bounds, ValueRange values) {

  int bins() {
    return bounds.bins();
  }

  /** Distinguishes rules that find different cut points on the same customers. */
  String ruleText() {
    var text = new StringBuilder(rule.key());
    if (!bounds.thresholds().isEmpty()) {
      text.append(
          bounds.thresholds().stream()
              .map(BigDecimal::toPlainString)
              .collect(joining(", ", " ", "")));
    }
    if (bounds.isClosedAbove()) {
      text.append(", at a threshold above");
    }
    return text.append(bounds.isDescending() ? ", descending" : "").toString();
  }

  /** The cut points, lowest first, by the scores before for which they hold. */
  Map<String, List<CutPoint>> cutPoints(Sample sample) {
    return rule.cutPoints(bounds, sample);
  }

  /** The scores that no customer of any shop can have; 1 is the worst. */
  Set<Integer> impossible() {
    return rule == BinningRule.FIXED
        ? new Bins(metric, bins(), Map.of("", bounds.fixed())).impossible(values)
        : Set.of();
  }

  /** One line for each condition that does not hold, beginning with its key. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    int bins = bounds.bins();
    var thresholds = bounds.thresholds();
    if (rule == BinningRule.MEAN && bins != 2) {
      problems.add(
          "bins: must be 2, as rule mean only separates customers above it from the rest, and not "
              + bins);
    }
    if (!rule.takesThresholds() && !thresholds.isEmpty()) {
      problems.add("thresholds: rule %s takes none".formatted(rule.key()));
    } else if (rule == BinningRule.FIXED || !thresholds.isEmpty()) {
      if (thresholds.size() != bins - 1 || !isAscending()) {
        problems.add(
            "thresholds: must be %d for %d bins, each higher than the one before"
                .formatted(bins - 1, bins));
      }
      if (rule == BinningRule.PERCENT_RANK && !thresholds.stream().allMatch(MetricRule::isShare)) {
        problems.add("thresholds: rule percent-rank takes shares between 0 and 1");
      }
    }
    if (bounds.isClosedAbove() && rule != BinningRule.FIXED) {
      problems.add("at-threshold: above is for rule fixed, and this one is " + rule.key());
    }
    if (bounds.isDescending() && !rule.ranksCustomers()) {
      problems.add(
          "ranks: descending is for rules ntile and rank-first, and this one is " + rule.key());
    }
    return problems.stream().map(problem -> metric.key() + "." + problem).toList();
  }

  private boolean isAscending() {
    var thresholds = bounds.thresholds();
    return IntStream.range(1, thresholds.size())
        .allMatch(i -> thresholds.get(i - 1).compareTo(thresholds.get(i)) < 0);
  }

  private static boolean isShare(BigDecimal threshold) {
    return threshold.signum() > 0 && threshold.compareTo(BigDecimal.ONE) < 0;
  }
}
