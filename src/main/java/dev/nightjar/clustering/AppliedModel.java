package dev.nightjar.clustering;

import dev.nightjar.kmeans.Agreement;
import dev.nightjar.kmeans.Clustered;
import dev.nightjar.kmeans.Matrix;

/**
 * The model in force, applied to the customers of tonight.
 *
 * @param features of the customers, as the model scales them
 * @param clustered the customers with their nearest centres, which are not moved
 */
record AppliedModel(ModelInForce inForce, Matrix features, Clustered clustered) {

  static AppliedModel to(Population population, ModelInForce inForce) {
    var features = inForce.model().scaler().scale(population.values());
    return new AppliedModel(
        inForce, features, Clustered.assign(features, inForce.model().centres()));
  }

  Model model() {
    return inForce.model();
  }

  /**
   * How far another clustering of tonight's customers agrees.
   *
   * @return the adjusted Rand index
   */
  double agreement(Clustered other) {
    return Agreement.of(clustered, other).adjustedRandIndex();
  }

  /**
   * Tonight's cluster centres on another scale: the means of their customers.
   *
   * @param others features of the same customers, on the other scale
   * @return k x features; NaN for a cluster without customers
   */
  double[][] centresAmong(Matrix others) {
    return clustered.means(others);
  }
}
