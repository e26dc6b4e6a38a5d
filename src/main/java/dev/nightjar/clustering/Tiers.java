package dev.nightjar.clustering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ranks of clusters are called.
 *
 * @param names the lowest first; none where ranks are not called anything
 */
record Tiers(List<String> names) {

  /**
   * The tier of a cluster. All tiers get as many clusters, as far as that goes; what is left over
   * goes to the lower ones, so that the highest stays the choicest. Of fewer clusters than tiers,
   * the best get the highest.
   *
   * @param position rank of the cluster, 1 for the best
   * @param k clusters
   */
  @Nullable String of(int position, int k) {
    if (names.isEmpty()) {
      return null;
    }
    return k < names.size()
        ? names.get(names.size() - position)
        : names.get((k - position) * names.size() / k);
  }
}
