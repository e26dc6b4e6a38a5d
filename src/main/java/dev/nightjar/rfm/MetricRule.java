package dev.nightjar.rfm;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How a metric is scored, the defaults of all metrics filled in.
 *
 * @param thresholds of the rules that take them, in ascending order
 */
record MetricRule(Metric metric, BinningRule rule, int bins, List<BigDecimal> thresholds) {

  /** Distinguishes rules that find different cut points on the same customers. */
  String ruleText() {
    return thresholds.isEmpty()
        ? rule.key()
        : rule.key()
            + thresholds.stream().map(BigDecimal::toPlainString).collect(joining(", ", " ", ""));
  }

  /** The cut points, lowest first, by the scores before for which they hold. */
  Map<String, List<CutPoint>> cutPoints(Sample sample) {
    return rule.cutPoints(new BinningRule.Bounds(bins, thresholds), sample);
  }

  /** One line for each condition that does not hold, beginning with its key. */
  List<String> problems() {
    var problems = new ArrayList<String>();
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
    return problems.stream().map(problem -> metric.key() + "." + problem).toList();
  }

  private boolean isAscending() {
    return IntStream.range(1, thresholds.size())
        .allMatch(i -> thresholds.get(i - 1).compareTo(thresholds.get(i)) < 0);
  }

  private static boolean isShare(BigDecimal threshold) {
    return threshold.signum() > 0 && threshold.compareTo(BigDecimal.ONE) < 0;
  }
}
