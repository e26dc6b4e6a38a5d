package dev.nightjar.kmeans;

/**
 * How k-means is run on a matrix.
 *
 * @param minK fewest clusters tried
 * @param maxK most clusters tried
 * @param criterion by which the number of clusters is chosen
 * @param seed of the first start; each further start adds one
 * @param starts k-means++ starts for each k
 * @param maxIterations where a start ends that has not converged
 * @param exactUpTo rows up to which every row is looked at in every iteration; above, the leaves of
 *     a tree are
 * @param leaves of the tree
 * @param sample rows of which the exact silhouette is computed
 */
public record KMeansSettings(
    int minK,
    int maxK,
    Criterion criterion,
    long seed,
    int starts,
    int maxIterations,
    int exactUpTo,
    int leaves,
    int sample) {

  /** Whether so many rows are few enough to look at each in every iteration. */
  public boolean isExact(int rows) {
    return rows <= exactUpTo;
  }
}
