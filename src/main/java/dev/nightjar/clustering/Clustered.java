package dev.nightjar.clustering;

/**
 * A clustering of n customers.
 *
 * @param centroids k x features, scaled
 * @param members for each customer, the number of its centroid, from 0
 * @param inertia sum of squared distances of the customers to their centroids
 * @param silhouette mean simplified silhouette, -1 to 1; NaN where there is one cluster
 */
record Clustered(double[][] centroids, int[] members, double inertia, double silhouette) {

  /** The number of clusters. */
  int k() {
    return centroids.length;
  }

  /** The same clusters, renumbered so that cluster {@code order[i]} becomes cluster i. */
  Clustered inOrder(int[] order) {
    var newNumber = new int[order.length];
    var sorted = new double[order.length][];
    for (int i = 0; i < order.length; i++) {
      newNumber[order[i]] = i;
      sorted[i] = centroids[order[i]];
    }
    var renumbered = new int[members.length];
    for (int i = 0; i < members.length; i++) {
      renumbered[i] = newNumber[members[i]];
    }
    return new Clustered(sorted, renumbered, inertia, silhouette);
  }

  /** Distance of a customer to its centroid. */
  double distance(int customer, double[] features) {
    return Math.sqrt(squaredDistance(features, centroids[members[customer]]));
  }

  static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int f = 0; f < a.length; f++) {
      double difference = a[f] - b[f];
      sum += difference * difference;
    }
    return sum;
  }
}
