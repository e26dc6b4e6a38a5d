package dev.nightjar.kmeans;

import org.jspecify.annotations.Nullable;

/** A k-means on the customers it was made for. */
public interface Algorithm {

  /**
   * Where a start ended.
   *
   * @param centroids k x features
   * @param members for each customer, the number of its centroid; null where no customer was
   *     assigned yet
   * @param inertia sum of squared distances of the customers to the centroids, estimated where none
   *     was assigned
   * @param iterations how many there were
   */
  record Start(double[][] centroids, int @Nullable [] members, double inertia, int iterations) {

    /** The members; if none is assigned yet, each goes to the nearest centroid. */
    public int[] assigned(Matrix features) {
      return members == null ? features.nearest(centroids) : members;
    }
  }

  /** Name of the algorithm and its library, for the stored model. */
  String name();

  /**
   * Starts at customers that k-means++ draws.
   *
   * @param k from 2 to the number of different customers
   */
  Start start(int k, long seed);

  /**
   * Starts at given centres.
   *
   * @param centres k x features; the algorithm can move them
   */
  Start from(double[][] centres);
}
