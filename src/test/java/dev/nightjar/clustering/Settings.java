package dev.nightjar.clustering;

import dev.nightjar.kmeans.Criterion;
import java.util.Arrays;
import java.util.List;

/** Settings of tests: the shop's, with what a test says otherwise. */
final class Settings {
  private Settings() {}

  static ClusteringSettings starts(int starts) {
    return of(Scaling.Z_SCORE, 2, 8, Criterion.SIMPLIFIED_SILHOUETTE, starts, 200_000);
  }

  static ClusteringSettings scaled(Scaling scaling, FeatureSettings... features) {
    return new ClusteringSettings(
        ClusteringSettings.Who.ALL,
        null,
        Arrays.asList(features),
        scaling,
        2,
        8,
        0.01,
        Criterion.SIMPLIFIED_SILHOUETTE,
        1,
        10,
        300,
        200_000,
        2_000,
        2_000,
        Refit.NIGHTLY,
        0.8,
        List.of(),
        List.of("Silver", "Gold", "Platinum"));
  }

  static ClusteringSettings of(
      Scaling scaling, int minK, int maxK, Criterion criterion, int starts, int exactUpTo) {
    return new ClusteringSettings(
        ClusteringSettings.Who.ALL,
        null,
        List.of(),
        scaling,
        minK,
        maxK,
        0.01,
        criterion,
        1,
        starts,
        300,
        exactUpTo,
        2_000,
        2_000,
        Refit.NIGHTLY,
        0.8,
        List.of(),
        List.of("Silver", "Gold", "Platinum"));
  }

  static ClusteringSettings naming(List<NameRule> naming) {
    return new ClusteringSettings(
        ClusteringSettings.Who.ALL,
        null,
        List.of(),
        Scaling.Z_SCORE,
        2,
        8,
        0.01,
        Criterion.SIMPLIFIED_SILHOUETTE,
        1,
        10,
        300,
        200_000,
        2_000,
        2_000,
        Refit.NIGHTLY,
        0.8,
        naming,
        List.of("Silver", "Gold", "Platinum"));
  }
}
