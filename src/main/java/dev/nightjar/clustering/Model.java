package dev.nightjar.clustering;

import java.time.LocalDate;
import java.util.List;

/**
 * Assigns a cluster to any customer of any night: a scaler and the centres.
 *
 * @param fittedOn night in which it was found
 * @param definition what it was made for, see {@link ClusteringSettings#definition}
 * @param clusters in an order that {@link #centres} shares
 */
record Model(LocalDate fittedOn, String definition, Scaler scaler, List<Cluster> clusters) {

  /** k x features, scaled. */
  double[][] centres() {
    return clusters.stream().map(Cluster::centre).toArray(double[][]::new);
  }

  /** The numbers of the clusters, in their order. */
  List<Integer> numbers() {
    return clusters.stream().map(Cluster::number).toList();
  }

  int k() {
    return clusters.size();
  }

  Model with(List<Cluster> others) {
    return new Model(fittedOn, definition, scaler, others);
  }
}
