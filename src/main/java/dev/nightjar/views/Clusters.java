package dev.nightjar.views;

import static dev.nightjar.db.clustering.Tables.CENTROIDS;
import static dev.nightjar.db.clustering.Tables.MODELS;
import static dev.nightjar.db.clustering.Tables.NIGHTS;
import static dev.nightjar.db.clustering.Tables.QUALITY;
import static dev.nightjar.db.published.Tables.CLUSTERS;
import static dev.nightjar.db.published.Tables.CLUSTER_ATTRIBUTES;
import static dev.nightjar.db.published.Tables.CLUSTER_FEATURES;

import dev.nightjar.db.clustering.tables.records.ModelsRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/**
 * The clusters of a published night, and the models behind them.
 *
 * @param decision how the night came by its model, as {@code clustering.nights} says
 * @param fittedOn night in which the model was found; null where there is none
 * @param adjustedRandIndex agreement with the night before, 1 for the same clusters; null where
 *     nobody is in both
 * @param clusters one per cluster, by rank
 * @param quality one per number of clusters that was tried when a model was sought last
 * @param proposed null where the night proposes no other model
 */
public record Clusters(
    LocalDate night,
    String decision,
    @Nullable LocalDate fittedOn,
    @Nullable Double adjustedRandIndex,
    List<Cluster> clusters,
    List<Quality> quality,
    @Nullable Proposed proposed) {

  /**
   * A cluster of the night. Shares are 0 to 1; distances are in scaled features.
   *
   * @param cluster its number, which it keeps over nights
   * @param position by rank, 1 for the best
   * @param name empty where it has none
   * @param tier null where there are no tiers
   * @param revenue value less returns in the window, in the business currency
   * @param nearestCluster null where it is the only one
   * @param typicalCustomers keys of those nearest to the centre
   * @param features one per feature that clusters are made of
   * @param attributes one per attribute and value, the most frequent value first
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

    /** The number, and the name where there is one. */
    public String label() {
      return name.isEmpty() ? String.valueOf(cluster) : cluster + ", " + name;
    }
  }

  /** A feature of a cluster, in its own unit. */
  public record Feature(
      String feature, @Nullable Double centre, @Nullable Double mean, @Nullable Double median) {}

  /**
   * A value that customers of a cluster share.
   *
   * @param share of the cluster's customers, 0 to 1
   * @param index the share compared with that of all customers, 100 for the same
   */
  public record Attribute(
      String attribute, String value, long customers, BigDecimal share, BigDecimal index) {}

  /**
   * How well a number of clusters fits the customers. What could not be computed is null.
   *
   * @param night in which it was tried
   * @param silhouette exact, of a sample
   * @param sample customers in it
   * @param isChosen whether the model has this number
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
      boolean isChosen) {}

  /** A model that waits to be accepted. */
  public record Proposed(
      int k, @Nullable Double adjustedRandIndex, List<ProposedCluster> clusters) {}

  /** A cluster of a model that waits to be accepted. */
  public record ProposedCluster(int cluster, String name, @Nullable String tier, long customers) {}

  /** What a night knows of its clusters; empty where it has made none, not even tried to. */
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
                  row.getAdjustedRandIndex(),
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

  /** Of the night itself where it sought a model, else of the night that found the model. */
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
