package dev.nightjar.clustering;

import dev.nightjar.clustering.NightAssignments.Sums;
import dev.nightjar.kmeans.Clustered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clusters of a night.
 *
 * @param found the model that assigned the clusters, and its agreement with the night before
 * @param clustered the customers, in the order of the model's clusters
 * @param sums of the clusters' customers, in the same order
 * @param proposed a model that was found and not taken; null for none
 */
record ClusteringResult(
    Decision decision,
    Found found,
    Clustered clustered,
    List<Sums> sums,
    @Nullable Found proposed) {

  /**
   * A model on the customers of tonight.
   *
   * @param adjustedRandIndex compared with the night before; null if no customer is in both
   */
  record Found(Model model, @Nullable Double adjustedRandIndex) {}

  Model model() {
    return found.model();
  }
}
