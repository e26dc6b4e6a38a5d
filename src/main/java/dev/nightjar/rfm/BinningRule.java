package dev.nightjar.rfm;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How cut points are found. With every rule, the score is one more than the number of cut points
 * below a value; on recency, where fewer is better, it is the number of bins less that number.
 */
enum BinningRule {
  /**
   * Type-7 quantiles (linear interpolation; Hyndman and Fan, "Sample Quantiles in Statistical
   * Packages", The American Statistician 50, 1996), bins closed on the right, equal values in one
   * bin, as in {@code pandas.qcut}, but exact: with six or seven bins, pandas rounds some cut
   * points down, and puts a customer who is at one into the bin above.
   */
  QUANTILE {
    @Override
    Map<String, List<CutPoint>> cutPoints(Bounds bounds, Sample sample) {
      return forAll(
          CutPoint.closedBelow(sample.quantiles(bounds.bins()).map(BigDecimal::doubleValue)));
    }
  },

  /** Type-7 quantiles plus 1, bins closed on the left, as in R's package rfm. */
  R_RFM {
    @Override
    Map<String, List<CutPoint>> cutPoints(Bounds bounds, Sample sample) {
      var plusOne = sample.quantiles(bounds.bins()).map(value -> value.add(BigDecimal.ONE));
      return forAll(CutPoint.closedAbove(plusOne.map(BigDecimal::doubleValue)));
    }
  },

  /**
   * Equal bins of the ranks, equal values separated by customer key: {@code pandas.qcut} of {@code
   * rank(method="first")}.
   */
  RANK_FIRST {
    @Override
    Map<String, List<CutPoint>> cutPoints(Bounds bounds, Sample sample) {
      return forAll(
          sample.atRanks(
              size -> bounds.positions().mapToObj(i -> (size - 1) * i / bounds.bins() + 1),
              bounds.isDescending()));
    }
  },

  /** SQL's {@code ntile} over value and customer key, the values in the order of {@code ranks}. */
  NTILE {
    @Override
    Map<String, List<CutPoint>> cutPoints(Bounds bounds, Sample sample) {
      return forAll(
          sample.atRanks(
              size ->
                  bounds
                      .positions()
                      .mapToObj(
                          i -> i * (size / bounds.bins()) + Math.min(i, size % bounds.bins())),
              bounds.isDescending()));
    }
  },

  /**
   * SQL's {@code percent_rank} against thresholds, by default the shares i/n: a customer at a
   * threshold is below it, and equal values are in one bin.
   */
  PERCENT_RANK {
    @Override
    Map<String, List<CutPoint>> cutPoints(Bounds bounds, Sample sample) {
      var shares =
          bounds.thresholds().isEmpty()
              ? shares(bounds)
              : bounds.thresholds().stream().map(BigDecimal::doubleValue);
      return forAll(CutPoint.closedBelow(sample.atPercentRanks(shares)));
    }
  },

  /**
   * The thresholds of the settings; a value at one is below it unless {@code at-threshold} says
   * above: with 180 and 365 days, customers who ordered 180 days ago have the best score, and 365
   * days ago the middle one.
   */
  FIXED {
    @Override
    Map<String, List<CutPoint>> cutPoints(Bounds bounds, Sample sample) {
      return forAll(bounds.fixed());
    }
  },

  /** Two bins: above the mean, or not. */
  MEAN {
    @Override
    Map<String, List<CutPoint>> cutPoints(Bounds bounds, Sample sample) {
      return forAll(CutPoint.closedBelow(sample.mean()));
    }
  },

  /**
   * Quantiles of recency over all, of frequency within each score of recency, and of monetary
   * within each pair of those, as in SPSS. If no customer had such scores when cut points were
   * found, there are none, and customers that get these scores later score 1.
   */
  NESTED {
    @Override
    Map<String, List<CutPoint>> cutPoints(Bounds bounds, Sample sample) {
      return sample.quantilesWithin(bounds.bins());
    }
  };

  /**
   * What the settings say of the bins.
   *
   * @param bins how many
   * @param thresholds of the rules that take them, in ascending order
   * @param isClosedAbove whether a value at a fixed threshold is above it
   * @param isDescending whether customers are ranked from the highest value
   */
  record Bounds(
      int bins, List<BigDecimal> thresholds, boolean isClosedAbove, boolean isDescending) {
    /** The thresholds as cut points. */
    List<CutPoint> fixed() {
      var values = thresholds.stream().map(BigDecimal::doubleValue);
      return isClosedAbove ? CutPoint.closedAbove(values) : CutPoint.closedBelow(values);
    }

    /** Positions of the cut points. */
    IntStream positions() {
      return IntStream.range(1, bins);
    }
  }

  /** The cut points, lowest first, by the scores before to which they apply. */
  abstract Map<String, List<CutPoint>> cutPoints(Bounds bounds, Sample sample);

  /** Its name in tables and settings. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether equal values are separated by key. */
  boolean ranksCustomers() {
    return this == RANK_FIRST || this == NTILE;
  }

  boolean takesThresholds() {
    return this == FIXED || this == PERCENT_RANK;
  }

  private static Map<String, List<CutPoint>> forAll(List<CutPoint> cutPoints) {
    return Map.of("", cutPoints);
  }

  /** The shares i/n of the customers. */
  private static Stream<Double> shares(Bounds bounds) {
    return bounds.positions().mapToObj(i -> (double) i / bounds.bins());
  }
}
