package dev.nightjar.kmeans;

/** Quantiles of sorted values. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * Linear between the two nearest values, as PostgreSQL's {@code percentile_cont} and type 7 of
   * Hyndman and Fan, "Sample quantiles in statistical packages" (1996).
   *
   * @param sorted at least one value, ascending
   * @param share from 0 to 1
   */
  public static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
