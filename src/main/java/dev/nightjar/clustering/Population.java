package dev.nightjar.clustering;

import dev.nightjar.kmeans.Matrix;

/**
 * The clustered customers of a night, in the order of their keys in collation "C", so that neither
 * the order of the rows nor the locale of the database changes the result.
 *
 * @param keys of the customers
 * @param values customers x features in business units; NaN where a value is not known
 */
record Population(PackedKeys keys, Matrix values) {

  int count() {
    return keys.count();
  }

  String key(int customer) {
    return keys.get(customer);
  }
}
