package dev.nightjar.clustering;

import static dev.nightjar.kmeans.Quantiles.quantile;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * How one feature was made comparable: missing values are filled, then all are transformed and
 * scaled as (x - centre) / spread.
 *
 * @param name of the feature
 * @param fill value in business units that stands in for missing ones: the median of the others; 0
 *     where there are none
 * @param missing number of customers with a value that is unknown, not finite, or without a
 *     transform
 * @param low what winsorise raises lower values to, in business units; NaN for other transforms
 * @param high what winsorise lowers higher values to, in business units; NaN for other transforms
 * @param centre what becomes 0, after the transform
 * @param spread what becomes 1, after the transform; 0 for a feature that is the same for all
 * @param isSpreadStandIn whether the quartiles are equal, so that robust scaling took the standard
 *     deviation
 */
record FittedFeature(
    String name,
    Transform transform,
    double fill,
    long missing,
    double low,
    double high,
    double centre,
    double spread,
    boolean isSpreadStandIn) {

  /**
   * Fits a feature.
   *
   * @param values one for each customer, in business units
   */
  static FittedFeature fit(FeatureSettings settings, Scaling scaling, double[] values) {
    var transform = settings.transform();
    var usable = Arrays.stream(values).filter(value -> isUsable(transform, value)).toArray();
    Arrays.sort(usable);
    double fill = usable.length == 0 ? 0 : quantile(usable, 0.5);
    boolean isLimited = transform == Transform.WINSORISE && usable.length > 0;
    double low = isLimited ? quantile(usable, settings.percentiles().get(0) / 100) : Double.NaN;
    double high = isLimited ? quantile(usable, settings.percentiles().get(1) / 100) : Double.NaN;
    var unscaled =
        new FittedFeature(
            settings.name(),
            transform,
            fill,
            values.length - usable.length,
            low,
            high,
            0,
            1,
            false);
    return unscaled.scaledFor(scaling, unscaled.apply(values));
  }

  /** Whether it is the same for all customers. */
  boolean isConstant() {
    return spread == 0;
  }

  /**
   * The scaled values of the customers of a night, not necessarily of the one that was fitted.
   *
   * @param values one for each customer, in business units; ranks are ranks among them
   */
  double[] apply(double[] values) {
    var scaled = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = isUsable(transform, values[i]) ? values[i] : fill;
    }
    var transformed = transformed(scaled);
    for (int i = 0; i < scaled.length; i++) {
      double centred = transformed.applyAsDouble(scaled[i]) - centre;
      scaled[i] = spread == 0 ? 0 : centred / spread;
    }
    return scaled;
  }

  private static boolean isUsable(Transform transform, double value) {
    return Double.isFinite(value) && (transform != Transform.LOG1P || value > -1);
  }

  private DoubleUnaryOperator transformed(double[] filled) {
    return switch (transform) {
      case NONE -> value -> value;
      case LOG1P -> Math::log1p;
      // no limits without any value
      case WINSORISE -> value -> Double.isNaN(low) ? value : Math.max(low, Math.min(high, value));
      case RANK -> rankAmong(filled);
    };
  }

  private static DoubleUnaryOperator rankAmong(double[] filled) {
    var sorted = filled.clone();
    Arrays.sort(sorted);
    return value ->
        (firstNotBelow(sorted, value) + firstNotBelow(sorted, Math.nextUp(value)))
            / (2.0 * sorted.length);
  }

  /** How many of the sorted values are below a value. */
  private static int firstNotBelow(double[] sorted, double value) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < value) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private FittedFeature scaledFor(Scaling scaling, double[] transformed) {
    var sorted = transformed.clone();
    Arrays.sort(sorted);
    // of a constant, rounding would leave a tiny deviation, and z-scores of one
    if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) {
      return scaledBy(sorted.length == 0 ? 0 : sorted[0], 0, false);
    }
    double mean = Arrays.stream(transformed).sum() / transformed.length;
    return switch (scaling) {
      case Z_SCORE -> scaledBy(mean, deviation(transformed, mean), false);
      case ROBUST -> {
        double quartiles = quantile(sorted, 0.75) - quantile(sorted, 0.25);
        yield scaledBy(
            quantile(sorted, 0.5),
            quartiles == 0 ? deviation(transformed, mean) : quartiles,
            quartiles == 0);
      }
      case MIN_MAX -> scaledBy(sorted[0], sorted[sorted.length - 1] - sorted[0], false);
    };
  }

  private FittedFeature scaledBy(double newCentre, double newSpread, boolean isStandIn) {
    return new FittedFeature(
        name, transform, fill, missing, low, high, newCentre, newSpread, isStandIn);
  }

  private static double deviation(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / values.length);
  }
}
