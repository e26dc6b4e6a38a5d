package dev.nightjar.kmeans;

import java.util.Locale;

/** By which the number of clusters is chosen. */
public enum Criterion {
  SIMPLIFIED_SILHOUETTE,
  DAVIES_BOULDIN,
  CALINSKI_HARABASZ,
  BIC,
  ELBOW;

  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
