package dev.nightjar.clustering;

import static dev.nightjar.db.clustering.Tables.ACCEPTANCES;
import static dev.nightjar.db.clustering.Tables.MEMBERS;
import static dev.nightjar.db.clustering.Tables.NIGHTS;
import static dev.nightjar.db.clustering.Tables.PROFILES;
import static dev.nightjar.db.clustering.Tables.PROFILE_ATTRIBUTES;
import static dev.nightjar.db.clustering.Tables.PROFILE_FEATURES;
import static dev.nightjar.db.clustering.Tables.QUALITY;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.select;

import dev.nightjar.clustering.NightAssignments.Sums;
import dev.nightjar.database.AdjacentNights;
import dev.nightjar.database.AttributeShares;
import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.kmeans.Clustered;
import dev.nightjar.kmeans.KSearch;
import dev.nightjar.kmeans.Matching;
import dev.nightjar.kmeans.Matrix;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Writes what is kept of a night in addition to its models. */
final class NightQueries {
  private final DSLContext tx;
  private final AdjacentNights nights;
  private final ValidityIntervals history;

  NightQueries(DSLContext tx, AdjacentNights nights) {
    this.tx = tx;
    this.nights = nights;
    this.history = new ValidityIntervals(MEMBERS, nights.night(), nights.next());
  }

  /** Removes what an earlier run of the night left, but for its members. */
  void clear() {
    tx.deleteFrom(NIGHTS).where(NIGHTS.NIGHT.eq(nights.night())).execute();
  }

  /** Leaves the night without members. */
  void removeMembers() {
    var nobody =
        select(MEMBERS.CUSTOMER_KEY, MEMBERS.CLUSTER).from(MEMBERS).where(falseCondition());
    history.replace(tx, nobody, null);
  }

  /** Deletes what was over in a night, with the nights up to it. */
  static void forget(DSLContext tx, LocalDate until) {
    ValidityIntervals.forget(tx, MEMBERS, until);
    tx.deleteFrom(NIGHTS).where(NIGHTS.NIGHT.lt(until)).execute();
    tx.deleteFrom(ACCEPTANCES).where(ACCEPTANCES.LAST_NIGHT.lt(until)).execute();
  }

  /**
   * Writes the night.
   *
   * @param outcome null where nobody was clustered
   * @param others scored customers without a cluster
   */
  void insertNight(@Nullable ClusteringResult outcome, long others, ClusteringSettings settings) {
    var movement = outcome == null ? null : outcome.movement();
    tx.insertInto(NIGHTS)
        .set(NIGHTS.NIGHT, nights.night())
        .set(NIGHTS.DECISION, (outcome == null ? Decision.NOBODY : outcome.decision()).key())
        .set(
            NIGHTS.ADJUSTED_RAND_INDEX,
            outcome == null ? null : outcome.found().adjustedRandIndex())
        .set(NIGHTS.COMPARED_CUSTOMERS, movement == null ? null : movement.compared())
        .set(NIGHTS.MOVED_CUSTOMERS, movement == null ? null : movement.moved())
        .set(NIGHTS.OTHER_CUSTOMERS, others)
        .set(NIGHTS.NAMING, settings.naming().toString())
        .execute();
  }

  /** The rules by which the clusters of the night before were named; null where there is none. */
  @Nullable String namingBefore() {
    return tx.select(NIGHTS.NAMING)
        .from(NIGHTS)
        .where(NIGHTS.NIGHT.eq(nights.previous()))
        .fetchOne(NIGHTS.NAMING);
  }

  /** Writes the quality of the single cluster and of each k that was tried. */
  void insertQuality(KSearch tried, ClusteringSettings settings) {
    var gap = tried.gap();
    insertQuality(
        tried.single(), Double.NaN, gap == null ? Double.NaN : gap.one(), tried, settings);
    for (int i = 0; i < tried.each().size(); i++) {
      var each = tried.each().get(i);
      boolean hasGap = gap != null && each.k() == tried.many().k();
      insertQuality(each, tried.elbow(i), hasGap ? gap.many() : Double.NaN, tried, settings);
    }
  }

  private void insertQuality(
      Clustered each, double elbow, double gap, KSearch tried, ClusteringSettings settings) {
    var quality = each.quality();
    boolean hasError = each.k() > 1 && !Double.isNaN(gap);
    tx.insertInto(QUALITY)
        .set(QUALITY.NIGHT, nights.night())
        .set(QUALITY.K, each.k())
        .set(QUALITY.INERTIA, each.inertia())
        .set(QUALITY.ITERATIONS, each.iterations())
        .set(QUALITY.SIMPLIFIED_SILHOUETTE, known(quality.simplifiedSilhouette()))
        .set(QUALITY.DAVIES_BOULDIN, known(quality.daviesBouldin()))
        .set(QUALITY.CALINSKI_HARABASZ, known(quality.calinskiHarabasz()))
        .set(QUALITY.BIC, known(quality.bic()))
        .set(QUALITY.ELBOW, known(elbow))
        .set(QUALITY.SILHOUETTE, known(quality.silhouette()))
        .set(QUALITY.SAMPLE, Math.min(settings.sample(), each.members().length))
        .set(QUALITY.GAP, known(gap))
        .set(QUALITY.GAP_ERROR, hasError ? tried.gap().error() : null)
        .set(QUALITY.IS_CHOSEN, each == tried.best())
        .execute();
  }

  /**
   * Writes the profiles of the night's clusters from its members.
   *
   * @param values customers x features, in business units
   */
  void insertProfiles(ClusteringResult outcome, Matrix values, List<String> features) {
    var customers = sum(outcome, each -> BigDecimal.valueOf(each.customers()));
    var revenue = sum(outcome, Sums::revenue);
    var means = outcome.clustered().means(values);
    var medians = outcome.clustered().medians(values);
    var clusters = outcome.model().clusters();
    for (int i = 0; i < clusters.size(); i++) {
      var sums = outcome.sums().get(i);
      var nearest = nearest(i, clusters);
      tx.insertInto(PROFILES)
          .set(PROFILES.NIGHT, nights.night())
          .set(PROFILES.CLUSTER, clusters.get(i).number())
          .set(PROFILES.CUSTOMERS, sums.customers())
          .set(PROFILES.CUSTOMERS_SHARE, share(BigDecimal.valueOf(sums.customers()), customers))
          .set(PROFILES.REVENUE, sums.revenue())
          .set(PROFILES.REVENUE_SHARE, share(sums.revenue(), revenue))
          .set(PROFILES.NEAREST_CLUSTER, nearest == null ? null : nearest.number())
          .set(
              PROFILES.NEAREST_DISTANCE,
              nearest == null ? null : distance(clusters.get(i), nearest))
          .set(PROFILES.TYPICAL_CUSTOMERS, sums.typical().toArray(String[]::new))
          .execute();
      for (int f = 0; f < features.size(); f++) {
        tx.insertInto(PROFILE_FEATURES, PROFILE_FEATURES.fields())
            .values(
                nights.night(),
                clusters.get(i).number(),
                features.get(f),
                known(means[i][f]),
                known(medians[i][f]))
            .execute();
      }
    }
    var shares = new AttributeShares(MEMBERS, MEMBERS.CLUSTER, history.at());
    tx.insertInto(PROFILE_ATTRIBUTES, PROFILE_ATTRIBUTES.fields())
        .select(shares.of(nights.night()))
        .execute();
  }

  private static BigDecimal sum(ClusteringResult outcome, Function<Sums, BigDecimal> part) {
    return outcome.sums().stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal share(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0 ? BigDecimal.ZERO : part.divide(whole, MathContext.DECIMAL64);
  }

  private static @Nullable Cluster nearest(int cluster, List<Cluster> clusters) {
    return IntStream.range(0, clusters.size())
        .filter(i -> i != cluster)
        .mapToObj(clusters::get)
        .min(Comparator.comparingDouble(each -> distance(clusters.get(cluster), each)))
        .orElse(null);
  }

  private static double distance(Cluster one, Cluster other) {
    return Matching.distance(one.centre(), other.centre());
  }

  private static @Nullable Double known(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
