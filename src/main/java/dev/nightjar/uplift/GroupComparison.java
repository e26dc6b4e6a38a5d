package dev.nightjar.uplift;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The share of customers that bought, compared between exported and held-out customers.
 *
 * @param exported the exported customers
 * @param heldOut the customers of the holdout
 */
public record GroupComparison(UpliftGroup exported, UpliftGroup heldOut) {
  private static final NormalDistribution NORMAL = new NormalDistribution();
  private static final double Z = NORMAL.inverseCumulativeProbability(0.975);

  /** For a power of 80 % at 95 % confidence. */
  private static final double Z_OF_POWER = Z + NORMAL.inverseCumulativeProbability(0.8);

  /** Whether a group has no customer. */
  public boolean isEmpty() {
    return Math.min(exported.customers(), heldOut.customers()) == 0;
  }

  /** Whether a group has too few customers for any verdict. */
  public boolean isTooSmall() {
    return Math.min(exported.customers(), heldOut.customers()) < UpliftGroup.FEWEST;
  }

  /**
   * Buyers that the smaller group has if all customers are alike. Whether there are enough for a
   * verdict on revenue depends on this, not on the buyers seen in a group, so that it cannot depend
   * on an effect.
   */
  public double expectedBuyers() {
    double smaller = Math.min(exported.customers(), heldOut.customers());
    return (exported.buyers() + heldOut.buyers())
        * smaller
        / Math.max(1, exported.customers() + heldOut.customers());
  }

  /** Whether there are too few buyers for a verdict on revenue. */
  public boolean hasTooFewBuyers() {
    return expectedBuyers() < RevenueComparison.FEWEST_BUYERS;
  }

  /**
   * The difference in the share of customers that bought again, with the interval from Wilson
   * scores (Newcombe 1998, method 10), which is also valid for small groups.
   */
  public UpliftDifference repurchase() {
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

  /** The standard deviation among all customers of the indicator that a customer bought. */
  public double repurchaseDeviation() {
    double share =
        (double) (exported.buyers() + heldOut.buyers())
            / (exported.customers() + heldOut.customers());
    return Math.sqrt(share * (1 - share));
  }

  /**
   * The smallest true difference that groups of these sizes show with a power of 80 %. It depends
   * on the sizes and the spread, not on the difference seen (Hoenig and Heisey 2001).
   *
   * @param deviation standard deviation among all customers
   */
  public double smallestDetectable(double deviation) {
    return Z_OF_POWER
        * deviation
        * Math.sqrt(1.0 / exported.customers() + 1.0 / heldOut.customers());
  }
}
