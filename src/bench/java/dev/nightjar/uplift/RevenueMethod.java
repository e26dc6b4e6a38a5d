package dev.nightjar.uplift;

/** The methods that are compared for the verdict on revenue. */
public enum RevenueMethod {
  /** What {@code uplift} does. */
  NIGHTJAR {
    @Override
    UpliftDifference difference(RevenueSet set, int draws, long seed) {
      return RevenueMethod.permuted(set, RevenueComparison.CAPPED_AT, draws, seed);
    }
  },
  /** The same, but no revenue is capped. */
  UNCAPPED {
    @Override
    UpliftDifference difference(RevenueSet set, int draws, long seed) {
      return RevenueMethod.permuted(set, 1, draws, seed);
    }
  },
  /** The t-test for unequal variances (Welch 1947). */
  WELCH {
    @Override
    UpliftDifference difference(RevenueSet set, int draws, long seed) {
      var moments = set.moments();
      return RevenueMethod.interval(moments.mean(), moments.second());
    }
  },
  /** The same, shifted by the Edgeworth expansion of t (Johnson 1978; Gong et al. 2025). */
  EDGEWORTH {
    @Override
    UpliftDifference difference(RevenueSet set, int draws, long seed) {
      var moments = set.moments();
      double squares = moments.second();
      double ratio = moments.mean() * moments.mean() / squares;
      double shift = moments.third() / squares * (1.0 / 6 + ratio / 3);
      return RevenueMethod.interval(moments.mean() + shift, squares);
    }
  };

  /** The difference with its 95 % interval. */
  abstract UpliftDifference difference(RevenueSet set, int draws, long seed);

  private static UpliftDifference permuted(RevenueSet set, double cappedAt, int draws, long seed) {
    return new RevenueComparison(
            set.exported(),
            set.heldOut(),
            new double[set.exported().length],
            new double[set.heldOut().length],
            cappedAt)
        .difference(draws, seed);
  }

  private static UpliftDifference interval(double value, double squaredError) {
    double half = 1.96 * Math.sqrt(squaredError);
    return new UpliftDifference(value, value - half, value + half);
  }
}
