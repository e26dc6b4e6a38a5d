package dev.nightjar.kmeans;

/** Settings of k-means: the shop's, with what a test says otherwise. */
final class AKMeans {
  private AKMeans() {}

  static KMeansSettings starts(int starts) {
    return of(2, 8, Criterion.SIMPLIFIED_SILHOUETTE, starts, 200_000);
  }

  static KMeansSettings of(int minK, int maxK, Criterion criterion, int starts, int exactUpTo) {
    return new KMeansSettings(minK, maxK, 0, criterion, 1, starts, 300, exactUpTo, 2_000, 2_000);
  }
}
