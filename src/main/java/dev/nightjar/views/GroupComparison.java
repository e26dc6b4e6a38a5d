package dev.nightjar.views;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A comparison of the exported and the held-out customers of an audience.
 *
 * @param exported the exported customers
 * @param heldOut the customers of the holdout
 */
record GroupComparison(UpliftGroup exported, UpliftGroup heldOut) {
  private static final double CONFIDENCE = 0.95;
  private static final double POWER = 0.8;
  private static final NormalDistribution NORMAL = new NormalDistribution();
  private static final double Z = NORMAL.inverseCumulativeProbability((1 + CONFIDENCE) / 2);

  boolean isTooSmall() {
    return Math.min(exported.customers(), heldOut.customers()) < UpliftGroup.FEWEST;
  }

  /**
   * The difference in revenue per customer, with Welch's interval for two means (Welch 1947) and
   * the degrees of freedom of Satterthwaite (1946).
   */
  UpliftDifference revenue() {
    double difference = exported.revenue() - heldOut.revenue();
    double one = squaredError(exported);
    double other = squaredError(heldOut);
    if (one + other == 0) {
      return new UpliftDifference(difference, difference, difference);
    }
    double freedom =
        Math.pow(one + other, 2)
            / (one * one / (exported.customers() - 1) + other * other / (heldOut.customers() - 1));
    double half =
        new TDistribution(freedom).inverseCumulativeProbability((1 + CONFIDENCE) / 2)
            * Math.sqrt(one + other);
    return new UpliftDifference(difference, difference - half, difference + half);
  }

  private static double squaredError(UpliftGroup group) {
    return group.variance() / group.customers();
  }

  /** The variance of the indicator that a customer bought. */
  private static double rateVariance(UpliftGroup group) {
    return group.rate() * (1 - group.rate());
  }

  /**
   * The difference in the share of customers that bought again, with the interval from Wilson
   * scores (Newcombe 1998, method 10), which is also valid for small groups.
   */
  UpliftDifference repurchase() {
    double p = exported.rate();
    double q = heldOut.rate();
    double low = Math.hypot(p - wilson(exported, -1), wilson(heldOut, 1) - q);
    double high = Math.hypot(wilson(exported, 1) - p, q - wilson(heldOut, -1));
    return new UpliftDifference(p - q, p - q - low, p - q + high);
  }

  /** A limit of Wilson's interval for the share of buyers: the lower for -1, the upper for 1. */
  private static double wilson(UpliftGroup group, int side) {
    double n = group.customers();
    double p = group.rate();
    return (2 * n * p + Z * Z + side * Z * Math.sqrt(Z * Z + 4 * n * p * (1 - p)))
        / (2 * (n + Z * Z));
  }

  /**
   * The size of the holdout that detects a true difference of the observed size with a power of 80
   * %, with exported customers in the current proportion; 0 for no difference.
   */
  long neededForRevenue() {
    return needed(revenue().value(), exported.variance(), heldOut.variance());
  }

  /** The same for the share of customers that bought again. */
  long neededForRepurchase() {
    return needed(repurchase().value(), rateVariance(exported), rateVariance(heldOut));
  }

  private long needed(double difference, double variance, double heldOutVariance) {
    double perHeldOut = (double) exported.customers() / heldOut.customers();
    double z = Z + NORMAL.inverseCumulativeProbability(POWER);
    return difference == 0
        ? 0
        : (long)
            Math.ceil(
                z * z * (variance / perHeldOut + heldOutVariance) / (difference * difference));
  }
}
