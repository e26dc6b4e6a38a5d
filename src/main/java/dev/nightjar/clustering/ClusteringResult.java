package dev.nightjar.clustering;

import dev.nightjar.clustering.NightAssignments.Movement;
import dev.nightjar.clustering.NightAssignments.Sums;
import dev.nightjar.kmeans.Clustered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clusters of a night.
 *
 * @param found the model that assigned the clusters
 * @param sums of the clusters' customers, in the order of the model's clusters
 * @param movement since the night before; null if there is none with these clusters
 * @param proposed a model that was found and not taken; null for none
 */
record ClusteringResult(
    Decision decision,
    Found found,
    List<Sums> sums,
    @Nullable Movement movement,
    @Nullable Found proposed) {

  /**
   * A model on the customers of tonight.
   *
   * @param clustered the customers, in the order of the model's clusters
   * @param adjustedRandIndex agreement of a new model with the one in force, on these customers;
   *     null for the model in force itself, and where there is none
   */
  record Found(Model model, Clustered clustered, @Nullable Double adjustedRandIndex) {}

  Model model() {
    return found.model();
  }

  Clustered clustered() {
    return found.clustered();
  }
}
