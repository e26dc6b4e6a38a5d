package dev.nightjar.clustering;

import org.jspecify.annotations.Nullable;

/**
 * A cluster of a model.
 *
 * @param number that it keeps as long as it can be recognised
 * @param position rank by the mean value of its customers when the model was found, 1 for the
 *     highest
 * @param name empty where it has none yet
 * @param isNamedByRule whether a configured rule gave the name
 * @param tier null where no tiers are configured
 * @param customers in it when the model was found
 * @param centre its centroid, in scaled features
 * @param medians of its customers, in business units; NaN where no value is known
 */
record Cluster(
    int number,
    int position,
    String name,
    boolean isNamedByRule,
    @Nullable String tier,
    long customers,
    double[] centre,
    double[] medians) {

  static final String UNNAMED = "";

  boolean isNamed() {
    return !name.isEmpty();
  }

  Cluster named(String newName, boolean isByRule) {
    return new Cluster(number, position, newName, isByRule, tier, customers, centre, medians);
  }

  /** The cluster in a later night than the one in which its model was found. */
  Cluster in(@Nullable String newTier, double[] newMedians) {
    return new Cluster(
        number, position, name, isNamedByRule, newTier, customers, centre, newMedians);
  }

  Cluster unnamed() {
    return named(UNNAMED, false);
  }
}
