package dev.nightjar.kmeans;

/**
 * How well clusters separate their members. Each is NaN where it is not defined: with one cluster,
 * or with as many as customers.
 *
 * @param simplifiedSilhouette mean over the customers, by distances to centroids, -1 to 1; higher
 *     is better
 * @param daviesBouldin mean over the clusters of the worst ratio of scatter to distance; lower is
 *     better
 * @param calinskiHarabasz variance between by variance within clusters; higher is better
 * @param bic Bayesian information criterion of X-means (Pelleg and Moore, ICML 2000) with the
 *     likelihood as corrected by Foglia and Hancock; higher is better
 * @param silhouette mean exact silhouette of the customers of a sample, -1 to 1; higher is better
 */
public record Quality(
    double simplifiedSilhouette,
    double daviesBouldin,
    double calinskiHarabasz,
    double bic,
    double silhouette) {

  static final Quality UNDEFINED =
      new Quality(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
