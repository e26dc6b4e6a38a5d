package dev.nightjar.clustering;

import java.util.Locale;

/** By which the number of clusters is chosen. */
enum Criterion {
  SIMPLIFIED_SILHOUETTE,
  DAVIES_BOULDIN,
  CALINSKI_HARABASZ,
  BIC,
  ELBOW;

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
