package dev.nightjar.clustering;

import dev.nightjar.kmeans.Matrix;

/**
 * The clustered customers of a night, in the order of their keys in collation "C", so that neither
 * the order of the rows nor the locale of the database changes the result.
 *
 * @param keys of the customers
 * @param values customers x features in business units; NaN where a value is not known
 * @param metrics what the scored metrics are
 * @param others scored customers of the night who are not among them
 */
record Population(PackedKeys keys, Matrix values, ScoredMetrics metrics, long others) {

  /**
   * What the scored metrics of customers are.
   *
   * @param definition the same for nights whose metrics can be compared
   * @param countsOrders whether frequency is the number of orders for all of them, and not days or
   *     lines
   * @param isValue whether monetary is the value for all of them, and not a mean
   */
  record ScoredMetrics(String definition, boolean countsOrders, boolean isValue) {}

  int count() {
    return keys.count();
  }

  String key(int customer) {
    return keys.get(customer);
  }
}
