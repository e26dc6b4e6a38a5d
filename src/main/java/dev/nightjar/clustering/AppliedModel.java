package dev.nightjar.clustering;

import dev.nightjar.clustering.ModelStore.Held;
import dev.nightjar.kmeans.Clustered;
import dev.nightjar.kmeans.Matrix;

/**
 * The model in force, applied to the customers of tonight.
 *
 * @param features of the customers, as the model scales them
 * @param clustered the customers with their nearest centres, which are not moved
 */
record AppliedModel(Held held, Matrix features, Clustered clustered) {

  static AppliedModel to(Population population, Held held) {
    var features = held.model().scaler().scale(population.values());
    return new AppliedModel(held, features, Clustered.assign(features, held.model().centres()));
  }

  Model model() {
    return held.model();
  }

  /**
   * Where the clusters are tonight in another scale: the means of their customers.
   *
   * @param others features of the same customers, scaled otherwise
   * @return k x features; NaN for a cluster without customers
   */
  double[][] centresAmong(Matrix others) {
    return clustered.means(others);
  }
}
