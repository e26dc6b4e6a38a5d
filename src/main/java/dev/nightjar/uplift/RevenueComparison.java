package dev.nightjar.uplift;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/**
 * The revenue of exported and held-out customers, compared by redrawing the holdout.
 *
 * <p>Revenue is zero for most customers and very large for a few, and the groups are of unequal
 * size, so a t-test finds differences where there are none. Instead, the holdout is drawn again and
 * again from all customers, and each draw says what difference it would need: the mean of the
 * exported customers that it moves into the holdout, less the mean of the held-out ones that it
 * moves out. The true difference is equally likely to fall into each gap between these values
 * (Hartigan 1969, typical values), so that their outer 2.5 % are the limits of an interval, and a
 * permutation test of no difference rejects exactly where the interval excludes zero.
 *
 * <p>Values above the {@link #CAPPED_AT} quantile of the buyers' are capped, and the value before
 * the export explains what it can (CUPED, Deng et al. 2013). Both use all customers, whatever their
 * group, and so leave the test exact.
 */
public final class RevenueComparison {
  /** Buyers of the smaller group, as its size leads to expect, below which there is no verdict. */
  public static final int FEWEST_BUYERS = 20;

  /** Draws of the holdout; with this many, the outer 2.5 % are exactly 100 of 4,000. */
  public static final int DRAWS = 3_999;

  /** Quantile of the values above zero at which they are capped. */
  public static final double CAPPED_AT = 0.99;

  private static final double TAIL = 0.025;
  private static final double ROUNDING = 1e-10;

  private final double[] values;
  private final int exported;
  private final double cap;
  private final double explained;

  /**
   * @param exported revenue of each exported customer
   * @param heldOut revenue of each held-out customer
   * @param exportedBefore value before the export, in the same order
   * @param heldOutBefore the same of the held-out customers
   * @param cappedAt quantile of the values above zero at which they are capped; 1 for no cap
   */
  public RevenueComparison(
      double[] exported,
      double[] heldOut,
      double[] exportedBefore,
      double[] heldOutBefore,
      double cappedAt) {
    var revenue = concat(exported, heldOut);
    var before = concat(exportedBefore, heldOutBefore);
    cap = cap(revenue, cappedAt);
    limit(revenue, cap);
    limit(before, cap(before, cappedAt));
    this.exported = exported.length;
    explained = explain(revenue, before);
    values = revenue;
  }

  private static double[] concat(double[] one, double[] other) {
    return DoubleStream.concat(Arrays.stream(one), Arrays.stream(other)).toArray();
  }

  /** The value at the quantile of the values above zero; infinity if there are none. */
  private static double cap(double[] values, double cappedAt) {
    var positive = Arrays.stream(values).filter(each -> each > 0).sorted().toArray();
    return positive.length == 0
        ? Double.POSITIVE_INFINITY
        : positive[(int) Math.ceil(cappedAt * positive.length) - 1];
  }

  private static void limit(double[] values, double cap) {
    Arrays.setAll(values, each -> Math.min(values[each], cap));
  }

  /**
   * Subtracts from each revenue what the value before predicts of its distance from the mean.
   *
   * @return the share of the variance that this removes, 0 to 1
   */
  private static double explain(double[] revenue, double[] before) {
    double mean = Arrays.stream(revenue).average().orElse(0);
    double meanBefore = Arrays.stream(before).average().orElse(0);
    double both = 0;
    double squares = 0;
    double squaresBefore = 0;
    for (int i = 0; i < revenue.length; i++) {
      both += (revenue[i] - mean) * (before[i] - meanBefore);
      squares += (revenue[i] - mean) * (revenue[i] - mean);
      squaresBefore += (before[i] - meanBefore) * (before[i] - meanBefore);
    }
    if (squares == 0 || squaresBefore == 0) {
      return 0;
    }
    double slope = both / squaresBefore;
    Arrays.setAll(revenue, each -> revenue[each] - slope * (before[each] - meanBefore));
    return both * both / squares / squaresBefore;
  }

  /** The revenue from which on it is capped; infinity if nobody bought. */
  public double cap() {
    return cap;
  }

  /** The share of the variance that the value before explains, 0 to 1. */
  public double explained() {
    return explained;
  }

  /** Mean adjusted revenue of the exported customers. */
  public double exportedMean() {
    return Arrays.stream(values, 0, exported).average().orElse(0);
  }

  private double heldOutMean() {
    return Arrays.stream(values, exported, values.length).average().orElse(0);
  }

  /** The standard deviation of the adjusted revenue among all customers. */
  public double deviation() {
    double mean = Arrays.stream(values).average().orElse(0);
    return Math.sqrt(
        Arrays.stream(values).map(each -> (each - mean) * (each - mean)).average().orElse(0));
  }

  /**
   * The difference of the adjusted means, with its 95 % interval.
   *
   * @param draws of the holdout; 40 k - 1 of them give exactly 95 %
   * @param seed of the draws; the same seed gives the same interval
   */
  public UpliftDifference difference(int draws, long seed) {
    var needed = neededDifferences(draws, new SplittableRandom(seed));
    int outer = (int) (TAIL * (draws + 1));
    return new UpliftDifference(
        exportedMean() - heldOutMean(), needed[outer - 1], needed[draws - outer]);
  }

  /** The difference that each draw would need, smallest first. */
  private double[] neededDifferences(int draws, SplittableRandom random) {
    int heldOut = values.length - exported;
    double total = Arrays.stream(values, exported, values.length).sum();
    var order = new int[values.length];
    Arrays.setAll(order, each -> each);
    var needed = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      int moved = 0;
      double movedIn = 0;
      double stayed = 0;
      for (int i = 0; i < heldOut; i++) {
        int chosen = i + below(order.length - i, random);
        int customer = order[chosen];
        order[chosen] = order[i];
        order[i] = customer;
        if (customer < exported) {
          moved++;
          movedIn += values[customer];
        } else {
          stayed += values[customer];
        }
      }
      needed[draw] = exact(movedIn, total - stayed) / Math.max(moved, 1);
    }
    Arrays.sort(needed);
    return needed;
  }

  /** A number from zero below a limit; in less time than a remainder takes. */
  private static int below(int limit, SplittableRandom random) {
    return (int) ((random.nextInt() & 0xFFFF_FFFFL) * limit >>> 32);
  }

  /** The difference of two sums, without the rounding that would make equal sums differ. */
  private static double exact(double one, double other) {
    double difference = one - other;
    return Math.abs(difference) <= ROUNDING * (Math.abs(one) + Math.abs(other)) ? 0 : difference;
  }
}
