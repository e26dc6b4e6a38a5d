package dev.nightjar.uplift;

import java.util.Arrays;

/** The revenue of each exported and each held-out customer of a simulated campaign. */
record RevenueSet(double[] exported, double[] heldOut) {
  /** Whether there are enough buyers for a verdict. */
  boolean isJudged() {
    return !groups().hasTooFewBuyers();
  }

  GroupComparison groups() {
    return new GroupComparison(group(exported), group(heldOut));
  }

  private static UpliftGroup group(double[] revenues) {
    return new UpliftGroup(
        revenues.length,
        Arrays.stream(revenues).average().orElse(0),
        Arrays.stream(revenues).filter(each -> each > 0).count());
  }

  /** The difference of the means, and the second and third moment of its error. */
  Moments moments() {
    var one = moments(exported);
    var other = moments(heldOut);
    return new Moments(
        one.mean() - other.mean(), one.second() + other.second(), one.third() - other.third());
  }

  private static Moments moments(double[] values) {
    double n = values.length;
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = 0;
    double cubes = 0;
    for (double value : values) {
      double distance = value - mean;
      squares += distance * distance;
      cubes += distance * distance * distance;
    }
    return new Moments(mean, squares / (n - 1) / n, cubes / n / n / n);
  }

  /** A mean, and the second and third moment of its error. */
  record Moments(double mean, double second, double third) {}
}
