package dev.nightjar.views;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How those who were exported did beside those who were held out.
 *
 * @param exported customers of the audience who were exported
 * @param heldOut customers of the audience who were held out
 */
public record Uplift(Group exported, Group heldOut) {
  /** Fewer customers than this of a group say nothing, whatever the interval is. */
  public static final int FEWEST = 30;

  private static final double CONFIDENCE = 0.95;
  private static final double POWER = 0.8;
  private static final NormalDistribution NORMAL = new NormalDistribution();
  private static final double Z = NORMAL.inverseCumulativeProbability((1 + CONFIDENCE) / 2);

  /**
   * One of the two groups.
   *
   * @param revenue mean of a customer, in the business currency
   * @param variance of the revenue, of a sample; 0 for fewer than two customers
   * @param buyers customers with an order that counts
   */
  public record Group(long customers, double revenue, double variance, long buyers) {
    public static final Group EMPTY = new Group(0, 0, 0, 0);

    public double rate() {
      return (double) buyers / customers;
    }

    /** Variance of whether a customer bought. */
    double rateVariance() {
      return rate() * (1 - rate());
    }

    private double squaredError() {
      return variance / customers;
    }
  }

  /** A difference of exported less held-out customers, with its 95 % confidence interval. */
  public record Difference(double value, double low, double high) {
    public boolean isTold() {
      return low > 0 || high < 0;
    }
  }

  public boolean isTooSmall() {
    return Math.min(exported.customers(), heldOut.customers()) < FEWEST;
  }

  /**
   * Revenue of a customer: Welch's interval for the difference of two means (Welch 1947), with the
   * degrees of freedom of Satterthwaite (1946).
   */
  public Difference revenue() {
    double difference = exported.revenue() - heldOut.revenue();
    double one = exported.squaredError();
    double other = heldOut.squaredError();
    if (one + other == 0) {
      return new Difference(difference, difference, difference);
    }
    double freedom =
        Math.pow(one + other, 2)
            / (one * one / (exported.customers() - 1) + other * other / (heldOut.customers() - 1));
    double half =
        new TDistribution(freedom).inverseCumulativeProbability((1 + CONFIDENCE) / 2)
            * Math.sqrt(one + other);
    return new Difference(difference, difference - half, difference + half);
  }

  /**
   * Share of customers who bought again: the interval for the difference of two independent
   * proportions by Wilson's scores (Newcombe 1998, method 10), which holds for small groups too.
   */
  public Difference repurchase() {
    double p = exported.rate();
    double q = heldOut.rate();
    double low = Math.hypot(p - wilson(exported, -1), wilson(heldOut, 1) - q);
    double high = Math.hypot(wilson(exported, 1) - p, q - wilson(heldOut, -1));
    return new Difference(p - q, p - q - low, p - q + high);
  }

  /** A limit of Wilson's interval for the share of buyers: the lower for -1, the upper for 1. */
  private static double wilson(Group group, int side) {
    double n = group.customers();
    double p = group.rate();
    return (2 * n * p + Z * Z + side * Z * Math.sqrt(Z * Z + 4 * n * p * (1 - p)))
        / (2 * (n + Z * Z));
  }

  /**
   * Held-out customers with which a true difference of the size seen would show in four of five
   * trials, exported ones being in the same proportion as now; 0 where no difference was seen.
   */
  public long neededForRevenue() {
    return needed(revenue().value(), exported.variance(), heldOut.variance());
  }

  /** The same for the share of customers who bought again. */
  public long neededForRepurchase() {
    return needed(repurchase().value(), exported.rateVariance(), heldOut.rateVariance());
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
