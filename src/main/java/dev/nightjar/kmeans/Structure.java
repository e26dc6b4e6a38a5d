package dev.nightjar.kmeans;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How clear the clusters are, by their exact silhouette: the bands of Kaufman and Rousseeuw,
 * "Finding Groups in Data" (1990), Table 4. They do not apply to the simplified silhouette, which
 * is higher.
 */
public enum Structure {
  /** A single cluster, or a silhouette of 0.25 or less. */
  NONE,
  /** Above 0.25: clusters that can be artificial. */
  WEAK,
  /** Above 0.50. */
  REASONABLE,
  /** Above 0.70. */
  STRONG;

  /**
   * The band of some clusters.
   *
   * @param silhouette exact, of the customers of a sample; null for a single cluster
   */
  public static Structure of(@Nullable Double silhouette) {
    if (silhouette == null || silhouette <= 0.25) {
      return NONE;
    }
    return silhouette <= 0.5 ? WEAK : silhouette <= 0.7 ? REASONABLE : STRONG;
  }

  /** As screens show it. */
  public String key() {
    return this == NONE ? "no" : name().toLowerCase(Locale.ROOT);
  }
}
