package dev.nightjar.kmeans;

/**
 * How k-means is run on a matrix.
 *
 * @param minK fewest clusters tried
 * @param maxK most clusters tried
 * @param minShare least share of the rows that a cluster needs, 0 to 1
 * @param criterion by which the number of clusters is chosen
 * @param seed of the first start; each further start adds one
 * @param starts k-means++ starts for each k
 * @param maxIterations iterations after which a start ends that has not converged
 * @param exactUpTo number of rows up to which each iteration looks at every row; above it, at the
 *     leaves of a tree
 * @param leaves of the tree
 * @param sample number of rows on which the exact silhouette is computed
 */
public record KMeansSettings(
    int minK,
    int maxK,
    double minShare,
    Criterion criterion,
    long seed,
    int starts,
    int maxIterations,
    int exactUpTo,
    int leaves,
    int sample) {

  /** The same for a number of clusters that is known to be about right: it and its neighbours. */
  public KMeansSettings near(int k) {
    return new KMeansSettings(
        Math.max(minK, k - 1),
        Math.min(maxK, k + 1),
        minShare,
        criterion,
        seed,
        starts,
        maxIterations,
        exactUpTo,
        leaves,
        sample);
  }

  /** Whether so many clusters can be tried. */
  public boolean tries(int k) {
    return minK <= k && k <= maxK;
  }

  /** Whether the number of clusters is given, so that nothing is left to find out. */
  boolean isKGiven() {
    return minK == maxK;
  }

  /** Rows that a cluster of so many needs. */
  int least(int rows) {
    return (int) Math.ceil(minShare * rows);
  }

  /** Whether so many rows are few enough to look at each in every iteration. */
  public boolean isExact(int rows) {
    return rows <= exactUpTo;
  }
}
