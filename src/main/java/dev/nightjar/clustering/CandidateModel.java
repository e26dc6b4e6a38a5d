package dev.nightjar.clustering;

import dev.nightjar.clustering.NightAssignments.Sums;
import dev.nightjar.kmeans.Clustered;
import dev.nightjar.kmeans.KMeans;
import dev.nightjar.kmeans.KMeansSettings;
import dev.nightjar.kmeans.KSearch;
import dev.nightjar.kmeans.Matching;
import dev.nightjar.kmeans.Matrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A new model, found tonight and not yet in force.
 *
 * @param features of the customers, scaled
 * @param tried one clustering for each k
 * @param warm what the start from the centres of the model in force came to; null if there was none
 * @param algorithm that made them
 */
record CandidateModel(
    Population population,
    Scaler scaler,
    Matrix features,
    KSearch tried,
    @Nullable Clustered warm,
    String algorithm) {

  /**
   * Looks for a new model.
   *
   * @param applied the model in force, whose clusters give one more start; null if there is none
   * @param how with the numbers of clusters to try
   * @return null if no two customers differ
   */
  static @Nullable CandidateModel seek(
      Population population,
      @Nullable AppliedModel applied,
      ClusteringSettings settings,
      KMeansSettings how) {
    var scaler = Scaler.fit(population.values(), settings);
    var features = scaler.scale(population.values());
    int distinct = features.distinctRows(settings.maxK());
    if (distinct < 2) {
      return null;
    }
    var kMeans = new KMeans(features, how);
    var tried = kMeans.tryEachK(distinct);
    boolean isTried =
        applied != null && applied.model().k() > 1 && tried.with(applied.model().k()) != null;
    var warm = isTried ? warm(kMeans, applied.centresAmong(features)) : null;
    return new CandidateModel(
        population,
        scaler,
        features,
        warm == null ? tried : tried.withWarmStart(warm),
        warm,
        kMeans.algorithm());
  }

  private static @Nullable Clustered warm(KMeans kMeans, double[][] centres) {
    boolean isEmpty = Arrays.stream(centres).anyMatch(centre -> Double.isNaN(centre[0]));
    return isEmpty ? null : kMeans.from(centres);
  }

  /**
   * The refit of the model in force: the best with as many clusters, or what it comes to from its
   * own centres.
   *
   * @param least adjusted Rand index with the model in force, on the same customers
   * @return null if neither agrees so far
   */
  @Nullable Clustered refit(AppliedModel applied, double least) {
    return Stream.of(
            Optional.ofNullable(tried.with(applied.model().k())), Optional.ofNullable(warm))
        .flatMap(Optional::stream)
        .filter(each -> applied.agreement(each) >= least)
        .findFirst()
        .orElse(null);
  }

  Clustered best() {
    return tried.best();
  }

  /**
   * The clusters of one of the tried, in its order: recognised ones with their number and name,
   * others with a new number and no name.
   *
   * @param clustered one of the tried
   * @param applied the model in force; null where none of its clusters can be recognised
   * @param highest number that a cluster had before
   * @param sums of the clusters' customers
   */
  List<Cluster> clusters(
      Clustered clustered,
      @Nullable AppliedModel applied,
      int highest,
      List<Sums> sums,
      Tiers tiers) {
    var centres = clustered.centroids();
    var medians = clustered.medians(population.values());
    var former = former(clustered, applied);
    var ranked =
        IntStream.range(0, centres.length)
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> -sums.get(i).meanRevenue())
                    .thenComparing(i -> centres[i], Arrays::compare))
            .toList();
    var clusters = new Cluster[centres.length];
    int next = highest;
    for (int i : ranked) {
      int position = ranked.indexOf(i) + 1;
      var old = former.get(i);
      clusters[i] =
          new Cluster(
              old == null ? ++next : old.number(),
              position,
              old == null ? Cluster.UNNAMED : old.name(),
              old != null && old.isNamedByRule(),
              tiers.of(position, centres.length),
              sums.get(i).customers(),
              centres[i],
              medians[i]);
    }
    return List.of(clusters);
  }

  /** For each cluster the one of the model in force that it is, or null. */
  private List<@Nullable Cluster> former(Clustered clustered, @Nullable AppliedModel applied) {
    if (applied == null) {
      return Arrays.asList(new Cluster[clustered.k()]);
    }
    var matched = Matching.match(clustered.centroids(), applied.centresAmong(features));
    return Arrays.stream(matched)
        .<@Nullable Cluster>mapToObj(
            i -> i == Matching.NONE ? null : applied.model().clusters().get(i))
        .collect(Collectors.toList());
  }
}
