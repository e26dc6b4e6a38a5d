package dev.nightjar.views;

import static dev.nightjar.db.clustering.Tables.CENTROIDS;
import static dev.nightjar.db.clustering.Tables.MODELS;
import static dev.nightjar.db.clustering.Tables.NIGHTS;
import static dev.nightjar.db.clustering.Tables.QUALITY;
import static dev.nightjar.db.published.Tables.CLUSTERS;
import static dev.nightjar.db.published.Tables.CLUSTER_ATTRIBUTES;
import static dev.nightjar.db.published.Tables.CLUSTER_FEATURES;

import dev.nightjar.db.clustering.tables.records.ModelsRecord;
import dev.nightjar.kmeans.Structure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/**
 * The clusters of a published night, and their models.
 *
 * @param decision how the night got its model, as in {@code clustering.nights}
 * @param fittedOn night in which the model was fitted; null if there is no model
 * @param population the customers that are clustered, as in {@code clustering.models}; null if
 *     there is no model
 * @param adjustedRandIndex agreement of a refitted model with the one in force before, on the same
 *     customers, 1 for the same clusters; null if the model is not a refitted one
 * @param comparedCustomers customers with a cluster in this night and the night before; null if the
 *     night before had no such clusters
 * @param movedCustomers those of them in another cluster than the night before
 * @param otherCustomers scored and lapsed customers who are not in the population
 * @param structure how clear the clusters were when the model was fitted: no, weak, reasonable or
 *     strong; null if there is no model
 * @param silhouette exact silhouette of a sample when the model was fitted; null for one cluster
 * @param clusters one entry per cluster, by rank
 * @param quality one entry per number of clusters that the last fit tried
 * @param proposed null if the night does not propose a model
 */
public record Clusters(
    LocalDate night,
    String decision,
    @Nullable LocalDate fittedOn,
    @Nullable String population,
    @Nullable Double adjustedRandIndex,
    @Nullable Long comparedCustomers,
    @Nullable Long movedCustomers,
    long otherCustomers,
    @Nullable String structure,
    @Nullable Double silhouette,
    List<Cluster> clusters,
    List<Quality> quality,
    @Nullable Proposed proposed) {

  /** The names of the features, the same for each cluster. */
  public List<String> features() {
    return clusters.isEmpty()
        ? List.of()
        : clusters.get(0).features().stream().map(Feature::feature).toList();
  }

  /**
   * One cluster of the night. Shares are 0 to 1; distances are in scaled features.
   *
   * @param cluster its number, stable across nights
   * @param position its rank, 1 for the best
   * @param name empty for none
   * @param tier null if no tiers are set
   * @param revenue value less returns in the window, in the business currency
   * @param nearestCluster null for the only cluster
   * @param typicalCustomers keys of the customers nearest to the centre
   * @param features one entry per feature
   * @param attributes one entry per attribute and value, the most frequent value first
   */
  public record Cluster(
      int cluster,
      int position,
      String name,
      @Nullable String tier,
      long customers,
      BigDecimal customersShare,
      BigDecimal revenue,
      BigDecimal revenueShare,
      @Nullable Integer nearestCluster,
      @Nullable Double nearestDistance,
      List<String> typicalCustomers,
      List<Feature> features,
      List<Attribute> attributes) {

    /** The number, and the name if there is one. */
    public String label() {
      return name.isEmpty() ? String.valueOf(cluster) : cluster + ", " + name;
    }

    /** The median of a feature; null if it is not known. */
    public @Nullable Double median(String feature) {
      return features.stream()
          .filter(each -> each.feature().equals(feature))
          .map(Feature::median)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }
  }

  /** A feature of a cluster, in the feature's own unit. */
  public record Feature(
      String feature, @Nullable Double centre, @Nullable Double mean, @Nullable Double median) {}

  /**
   * A value of an attribute, and how many customers of the cluster have it.
   *
   * @param share share of the cluster's customers, 0 to 1
   * @param index 100 times the share, divided by the share of all customers
   */
  public record Attribute(
      String attribute, String value, long customers, BigDecimal share, BigDecimal index) {}

  /**
   * How well a number of clusters fits the customers. A measure that could not be computed is null.
   *
   * @param night night of the fit
   * @param silhouette exact silhouette of a sample
   * @param sample number of customers in the sample
   * @param gap gap statistic, computed for a single cluster and for the best of the others
   * @param gapError standard error of the gap
   * @param isChosen whether the model has this number of clusters
   */
  public record Quality(
      LocalDate night,
      int k,
      double inertia,
      @Nullable Double simplifiedSilhouette,
      @Nullable Double daviesBouldin,
      @Nullable Double calinskiHarabasz,
      @Nullable Double bic,
      @Nullable Double elbow,
      @Nullable Double silhouette,
      int sample,
      @Nullable Double gap,
      @Nullable Double gapError,
      boolean isChosen) {}

  /**
   * A model that waits to be accepted.
   *
   * @param adjustedRandIndex agreement with the model in force, on the same customers
   */
  public record Proposed(
      int k, @Nullable Double adjustedRandIndex, List<ProposedCluster> clusters) {}

  /** A cluster of a model that waits to be accepted. */
  public record ProposedCluster(int cluster, String name, @Nullable String tier, long customers) {}

  /** The clusters of a night; empty if the night did not run the clustering stage. */
  public static Optional<Clusters> of(LocalDate night, DSLContext db) {
    return db.fetchOptional(NIGHTS, NIGHTS.NIGHT.eq(night))
        .map(
            row -> {
              var model = model(night, false, db);
              var fittedOn = model == null ? null : model.getFittedOn();
              return new Clusters(
                  night,
                  row.getDecision(),
                  fittedOn,
                  model == null ? null : model.getPopulation(),
                  row.getAdjustedRandIndex(),
                  row.getComparedCustomers(),
                  row.getMovedCustomers(),
                  row.getOtherCustomers(),
                  model == null ? null : Structure.of(model.getSilhouette()).key(),
                  model == null ? null : model.getSilhouette(),
                  clusters(night, db),
                  quality(night, fittedOn, db),
                  proposed(model(night, true, db), db));
            });
  }

  private static @Nullable ModelsRecord model(LocalDate night, boolean isProposed, DSLContext db) {
    return db.fetchOne(MODELS, MODELS.NIGHT.eq(night), MODELS.IS_PROPOSED.eq(isProposed));
  }

  private static List<Cluster> clusters(LocalDate night, DSLContext db) {
    var features =
        db.selectFrom(CLUSTER_FEATURES)
            .where(CLUSTER_FEATURES.NIGHT.eq(night))
            .fetchGroups(CLUSTER_FEATURES.CLUSTER);
    var attributes =
        db.selectFrom(CLUSTER_ATTRIBUTES)
            .where(CLUSTER_ATTRIBUTES.NIGHT.eq(night))
            .orderBy(CLUSTER_ATTRIBUTES.ATTRIBUTE, CLUSTER_ATTRIBUTES.CUSTOMERS.desc())
            .fetchGroups(CLUSTER_ATTRIBUTES.CLUSTER);
    return db.selectFrom(CLUSTERS)
        .where(CLUSTERS.NIGHT.eq(night))
        .orderBy(CLUSTERS.POSITION)
        .fetch(
            row ->
                new Cluster(
                    row.getCluster(),
                    row.getPosition(),
                    row.getName(),
                    row.getTier(),
                    row.getCustomers(),
                    row.getCustomersShare(),
                    row.getRevenue(),
                    row.getRevenueShare(),
                    row.getNearestCluster(),
                    row.getNearestDistance(),
                    List.of(row.getTypicalCustomers()),
                    features.get(row.getCluster()) == null
                        ? List.of()
                        : features.get(row.getCluster()).map(Clusters::feature),
                    attributes.get(row.getCluster()) == null
                        ? List.of()
                        : attributes.get(row.getCluster()).map(Clusters::attribute)));
  }

  private static Feature feature(Record row) {
    return new Feature(
        row.get(CLUSTER_FEATURES.FEATURE),
        row.get(CLUSTER_FEATURES.CENTRE),
        row.get(CLUSTER_FEATURES.MEAN),
        row.get(CLUSTER_FEATURES.MEDIAN));
  }

  private static Attribute attribute(Record row) {
    return new Attribute(
        row.get(CLUSTER_ATTRIBUTES.ATTRIBUTE),
        row.get(CLUSTER_ATTRIBUTES.VALUE),
        row.get(CLUSTER_ATTRIBUTES.CUSTOMERS),
        row.get(CLUSTER_ATTRIBUTES.CUSTOMERS_SHARE),
        row.get(CLUSTER_ATTRIBUTES.SHARE_INDEX));
  }

  /** The quality from the night itself if it fitted a model, otherwise from the model's night. */
  private static List<Quality> quality(
      LocalDate night, @Nullable LocalDate fittedOn, DSLContext db) {
    boolean isSought = db.fetchExists(QUALITY, QUALITY.NIGHT.eq(night));
    return db.select(
            QUALITY.NIGHT,
            QUALITY.K,
            QUALITY.INERTIA,
            QUALITY.SIMPLIFIED_SILHOUETTE,
            QUALITY.DAVIES_BOULDIN,
            QUALITY.CALINSKI_HARABASZ,
            QUALITY.BIC,
            QUALITY.ELBOW,
            QUALITY.SILHOUETTE,
            QUALITY.SAMPLE,
            QUALITY.GAP,
            QUALITY.GAP_ERROR,
            QUALITY.IS_CHOSEN)
        .from(QUALITY)
        .where(QUALITY.NIGHT.eq(isSought ? night : fittedOn))
        .orderBy(QUALITY.K)
        .fetch(Records.mapping(Quality::new));
  }

  private static @Nullable Proposed proposed(@Nullable ModelsRecord model, DSLContext db) {
    if (model == null) {
      return null;
    }
    var clusters =
        db.select(CENTROIDS.CLUSTER, CENTROIDS.NAME, CENTROIDS.TIER, CENTROIDS.CUSTOMERS)
            .from(CENTROIDS)
            .where(CENTROIDS.NIGHT.eq(model.getNight()), CENTROIDS.IS_PROPOSED.isTrue())
            .orderBy(CENTROIDS.POSITION)
            .fetch(Records.mapping(ProposedCluster::new));
    return new Proposed(model.getK(), model.getAdjustedRandIndex(), clusters);
  }
}
