package dev.nightjar.kmeans;

import java.util.Arrays;

/**
 * A clustering of n customers.
 *
 * @param centroids k x features, scaled
 * @param members for each customer, the number of its centroid, from 0
 * @param inertia sum of squared distances of the customers to their centroids
 * @param iterations of the start that was kept, over customers or leaves; 0 where the centroids
 *     were given and not moved
 * @param quality how well the clusters separate the customers
 */
public record Clustered(
    double[][] centroids, int[] members, double inertia, int iterations, Quality quality) {

  /**
   * Every customer with the nearest of given centres, which are not moved. Of equally near ones it
   * is the first.
   *
   * @param features customers x features, scaled
   * @param centres k x features, in the same scale
   */
  public static Clustered assign(Matrix features, double[][] centres) {
    var members = features.nearest(centres);
    double inertia = features.inertia(centres, members);
    return new Clustered(centres, members, inertia, 0, Quality.UNDEFINED);
  }

  /** The number of clusters. */
  public int k() {
    return centroids.length;
  }

  /** Customers in each cluster. */
  public int[] sizes() {
    var sizes = new int[k()];
    for (int member : members) {
      sizes[member]++;
    }
    return sizes;
  }

  /** Distance of a customer to its centroid, in scaled features. */
  public double distance(int customer, Matrix features) {
    return Math.sqrt(features.squaredDistance(customer, centroids[members[customer]]));
  }

  /**
   * The customers of each cluster that are nearest to its centroid, the nearest first; of equally
   * near ones the first.
   *
   * @param most how many of each
   * @return k rows of customers
   */
  public int[][] nearest(Matrix features, int most) {
    var nearest = new int[k()][most];
    var distances = new double[k()][most];
    var found = new int[k()];
    for (int customer = 0; customer < members.length; customer++) {
      int cluster = members[customer];
      double distance = distance(customer, features);
      int at = found[cluster];
      while (at > 0 && distance < distances[cluster][at - 1]) {
        at--;
      }
      if (at == most) {
        continue;
      }
      int moved = Math.min(found[cluster], most - 1) - at;
      System.arraycopy(nearest[cluster], at, nearest[cluster], at + 1, moved);
      System.arraycopy(distances[cluster], at, distances[cluster], at + 1, moved);
      nearest[cluster][at] = customer;
      distances[cluster][at] = distance;
      found[cluster] = Math.min(found[cluster] + 1, most);
    }
    for (int cluster = 0; cluster < k(); cluster++) {
      nearest[cluster] = Arrays.copyOf(nearest[cluster], found[cluster]);
    }
    return nearest;
  }

  /**
   * The centres of the clusters in business units: the median of the members' values.
   *
   * @param values customers x features, in business units
   * @return k x features; NaN where no member has a value
   */
  public double[][] medians(Matrix values) {
    var medians = new double[k()][values.columns()];
    var sizes = sizes();
    for (int f = 0; f < values.columns(); f++) {
      for (int cluster = 0; cluster < k(); cluster++) {
        medians[cluster][f] = median(values, f, cluster, sizes[cluster]);
      }
    }
    return medians;
  }

  /**
   * The means of the members' values.
   *
   * @param values customers x columns, in any unit
   * @return k x columns; NaN where no member has a value
   */
  public double[][] means(Matrix values) {
    var means = new double[k()][values.columns()];
    var known = new int[k()][values.columns()];
    for (int i = 0; i < members.length; i++) {
      for (int f = 0; f < values.columns(); f++) {
        double value = values.get(i, f);
        if (Double.isFinite(value)) {
          means[members[i]][f] += value;
          known[members[i]][f]++;
        }
      }
    }
    for (int cluster = 0; cluster < k(); cluster++) {
      for (int f = 0; f < values.columns(); f++) {
        means[cluster][f] /= known[cluster][f]; // NaN where there is none
      }
    }
    return means;
  }

  private double median(Matrix values, int feature, int cluster, int size) {
    var own = new double[size];
    int known = 0;
    for (int i = 0; i < members.length; i++) {
      if (members[i] == cluster && Double.isFinite(values.get(i, feature))) {
        own[known++] = values.get(i, feature);
      }
    }
    Arrays.sort(own, 0, known);
    return known == 0 ? Double.NaN : Quantiles.quantile(Arrays.copyOf(own, known), 0.5);
  }
}
