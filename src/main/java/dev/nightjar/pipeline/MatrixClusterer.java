package dev.nightjar.pipeline;

import java.util.List;

/** Clusters numbers as a night clusters customers; needs no night and no database. */
public interface MatrixClusterer {

  /** The names of the algorithms. */
  List<String> algorithms();

  /** The algorithm that the settings choose for so many customers. */
  String chosenFor(int customers);

  /**
   * One start of an algorithm, from the matrix to the members.
   *
   * @param algorithm one of the names
   * @param cells customers x features row after row, comparable and finite; not changed
   * @param columns features of a customer
   * @param k clusters, no more than there are different customers
   */
  Outcome cluster(String algorithm, double[] cells, int columns, int k, long seed);

  /**
   * Where the start ended.
   *
   * @param members for each customer, the number of its cluster, from 0
   * @param inertia sum of squared distances of the customers to their centroids
   * @param iterations how many there were
   */
  record Outcome(int[] members, double inertia, int iterations) {}
}
