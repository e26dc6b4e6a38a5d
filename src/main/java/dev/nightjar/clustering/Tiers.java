package dev.nightjar.clustering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names of the clusters' ranks.
 *
 * @param names the lowest first; empty if ranks have no names
 */
record Tiers(List<String> names) {

  /**
   * The tier of a cluster. Clusters are spread evenly over the tiers. Remaining ones go to the
   * lower tiers, so that the highest stays exclusive. With fewer clusters than tiers, the best
   * clusters get the highest tiers. A single cluster has no rank, and no tier.
   *
   * @param position rank of the cluster, 1 for the best
   * @param k clusters
   */
  @Nullable String of(int position, int k) {
    if (names.isEmpty() || k == 1) {
      return null;
    }
    return k < names.size()
        ? names.get(names.size() - position)
        : names.get((k - position) * names.size() / k);
  }
}
