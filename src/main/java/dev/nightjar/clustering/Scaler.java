package dev.nightjar.clustering;

/**
 * Turns business units into features and back: log(1 + x), then the z-score with the population
 * standard deviation, as scikit-learn's StandardScaler. A constant feature becomes 0.
 *
 * @param means of log(1 + x), one for each feature
 * @param deviations population standard deviations of log(1 + x); 0 for a constant feature
 */
record Scaler(double[] means, double[] deviations) {

  /**
   * Fits a scaler.
   *
   * @param values customers x features, in business units, each at least 0
   * @throws IllegalArgumentException where a value is negative or not finite, with which k-means
   *     would not end
   */
  static Scaler fit(double[][] values) {
    int features = values.length == 0 ? 0 : values[0].length;
    var means = new double[features];
    var deviations = new double[features];
    for (int f = 0; f < features; f++) {
      double sum = 0;
      boolean isConstant = true;
      for (var row : values) {
        if (!(row[f] >= 0) || Double.isInfinite(row[f])) {
          throw new IllegalArgumentException("feature %d is negative or not finite".formatted(f));
        }
        sum += Math.log1p(row[f]);
        isConstant &= row[f] == values[0][f];
      }
      means[f] = sum / values.length;
      // of a constant, rounding would leave a tiny deviation, and z-scores of one
      deviations[f] = isConstant ? 0 : deviation(values, f, means[f]);
    }
    return new Scaler(means, deviations);
  }

  private static double deviation(double[][] values, int f, double mean) {
    double squares = 0;
    for (var row : values) {
      double deviation = Math.log1p(row[f]) - mean;
      squares += deviation * deviation;
    }
    return Math.sqrt(squares / values.length);
  }

  /** The features of each customer, in a new array. */
  double[][] scale(double[][] values) {
    var scaled = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = new double[means.length];
      for (int f = 0; f < means.length; f++) {
        double centred = Math.log1p(values[i][f]) - means[f];
        scaled[i][f] = deviations[f] == 0 ? 0 : centred / deviations[f];
      }
    }
    return scaled;
  }

  /** One centroid in business units: days, orders, money. */
  double[] unscale(double[] centroid) {
    var values = new double[centroid.length];
    for (int f = 0; f < centroid.length; f++) {
      values[f] = Math.expm1(centroid[f] * deviations[f] + means[f]);
    }
    return values;
  }
}
