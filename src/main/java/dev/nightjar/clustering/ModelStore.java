package dev.nightjar.clustering;

import static dev.nightjar.db.clustering.Tables.ACCEPTANCES;
import static dev.nightjar.db.clustering.Tables.CENTROIDS;
import static dev.nightjar.db.clustering.Tables.CENTROID_VALUES;
import static dev.nightjar.db.clustering.Tables.FEATURES;
import static dev.nightjar.db.clustering.Tables.MODELS;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.nightjar.clustering.ClusteringResult.Found;
import dev.nightjar.database.AdjacentNights;
import dev.nightjar.db.clustering.tables.records.FeaturesRecord;
import dev.nightjar.kmeans.Matrix;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The models of a night and of those before: each night keeps its own copies. */
final class ModelStore {
  private final DSLContext db;
  private final AdjacentNights nights;

  ModelStore(DSLContext db, AdjacentNights nights) {
    this.db = db;
    this.nights = nights;
  }

  /** The model in force before the night; null if there was none yet. */
  @Nullable ModelInForce inForce() {
    var accepted =
        db.select(ACCEPTANCES.PROPOSED_ON)
            .from(ACCEPTANCES)
            .join(MODELS)
            .on(MODELS.NIGHT.eq(ACCEPTANCES.PROPOSED_ON), MODELS.IS_PROPOSED.isTrue())
            .where(ACCEPTANCES.LAST_NIGHT.eq(nights.previous()))
            .fetchOne(ACCEPTANCES.PROPOSED_ON);
    if (accepted != null) {
      return new ModelInForce(accepted, true, read(accepted, true));
    }
    var newest = newest(MODELS.IS_PROPOSED.isFalse());
    return newest == null ? null : new ModelInForce(newest, false, read(newest, false));
  }

  /**
   * The scaler of this night: that of its model, or, if it has no model for these features, one
   * fitted on the values.
   *
   * @param values customers x features, in business units
   * @param metrics definition of the metrics that they are made of
   */
  Scaler scaler(Matrix values, String metrics, ClusteringSettings settings) {
    boolean hasModel =
        db.fetchExists(
            MODELS,
            MODELS.NIGHT.eq(nights.night()),
            MODELS.IS_PROPOSED.isFalse(),
            MODELS.DEFINITION.eq(settings.definition(metrics)));
    return hasModel ? read(nights.night(), false).scaler() : Scaler.fit(values, settings);
  }

  /** The newest night before this one that looked for a model; null if there is none. */
  @Nullable LocalDate sought() {
    return newest(MODELS.FITTED_ON.eq(MODELS.NIGHT));
  }

  /** Whether this night has looked for a model before. */
  boolean isSoughtAlready() {
    return db.fetchExists(
        MODELS, MODELS.NIGHT.eq(nights.night()), MODELS.FITTED_ON.eq(MODELS.NIGHT));
  }

  /** The highest number that a cluster had before this night; 0 where there was none. */
  int highestNumber() {
    var highest =
        db.select(max(CENTROIDS.CLUSTER))
            .from(CENTROIDS)
            .where(CENTROIDS.NIGHT.lt(nights.night()), CENTROIDS.IS_PROPOSED.isFalse())
            .fetchSingle()
            .value1();
    return highest == null ? 0 : highest;
  }

  private @Nullable LocalDate newest(Condition which) {
    return db.select(max(MODELS.NIGHT))
        .from(MODELS)
        .where(MODELS.NIGHT.lt(nights.night()), which)
        .fetchSingle()
        .value1();
  }

  private Model read(LocalDate night, boolean isProposed) {
    var model = db.fetchSingle(MODELS, MODELS.NIGHT.eq(night), MODELS.IS_PROPOSED.eq(isProposed));
    var features =
        db.selectFrom(FEATURES)
            .where(FEATURES.NIGHT.eq(night), FEATURES.IS_PROPOSED.eq(isProposed))
            .orderBy(FEATURES.POSITION)
            .fetch(ModelStore::feature);
    var names = features.stream().map(FittedFeature::name).toList();
    return new Model(
        model.getFittedOn(),
        model.getDefinition(),
        new Scaler(features),
        clusters(night, isProposed, names));
  }

  private static FittedFeature feature(FeaturesRecord row) {
    return new FittedFeature(
        row.getFeature(),
        Transform.of(row.getTransform()),
        row.getFill(),
        row.getMissing(),
        orNaN(row.getLow()),
        orNaN(row.getHigh()),
        row.getCentre(),
        row.getSpread(),
        row.getIsSpreadStandIn());
  }

  private List<Cluster> clusters(LocalDate night, boolean isProposed, List<String> features) {
    var values =
        db.selectFrom(CENTROID_VALUES)
            .where(CENTROID_VALUES.NIGHT.eq(night), CENTROID_VALUES.IS_PROPOSED.eq(isProposed))
            .fetchGroups(CENTROID_VALUES.CLUSTER);
    return db.selectFrom(CENTROIDS)
        .where(CENTROIDS.NIGHT.eq(night), CENTROIDS.IS_PROPOSED.eq(isProposed))
        .orderBy(CENTROIDS.CLUSTER)
        .fetch(
            row -> {
              var centre = new double[features.size()];
              var medians = new double[features.size()];
              for (var value : values.get(row.getCluster())) {
                int f = features.indexOf(value.getFeature());
                centre[f] = value.getScaled();
                medians[f] = orNaN(value.getValue());
              }
              return new Cluster(
                  row.getCluster(),
                  row.getPosition(),
                  row.getName(),
                  row.getIsNamedByRule(),
                  row.getTier(),
                  row.getCustomers(),
                  centre,
                  medians);
            });
  }

  /**
   * Puts a model in force for this night.
   *
   * @param clusters of the model, as they are named tonight
   */
  void copy(ModelInForce inForce, List<Cluster> clusters) {
    for (var table : List.of(MODELS, FEATURES, CENTROIDS, CENTROID_VALUES)) {
      copy(inForce, table);
    }
    for (var cluster : clusters) {
      db.update(CENTROIDS)
          .set(CENTROIDS.NAME, cluster.name())
          .set(CENTROIDS.IS_NAMED_BY_RULE, cluster.isNamedByRule())
          .set(CENTROIDS.TIER, cluster.tier())
          .where(CENTROIDS.NIGHT.eq(nights.night()), CENTROIDS.IS_PROPOSED.isFalse())
          .and(CENTROIDS.CLUSTER.eq(cluster.number()))
          .execute();
    }
  }

  private void copy(ModelInForce inForce, Table<?> table) {
    var night = table.field(MODELS.NIGHT);
    var isProposed = table.field(MODELS.IS_PROPOSED);
    var columns =
        Arrays.stream(table.fields())
            .<Field<?>>map(
                each ->
                    each.equals(night)
                        ? val(nights.night())
                        : each.equals(isProposed) ? inline(false) : each)
            .toList();
    db.insertInto(table, table.fields())
        .select(
            select(columns)
                .from(table)
                .where(night.eq(inForce.night()), isProposed.eq(inForce.isProposed())))
        .execute();
  }

  /**
   * Writes a model that was found tonight.
   *
   * @param isProposed whether it waits to be accepted
   * @param from the search that it is the best of
   */
  void insert(Found found, boolean isProposed, ClusteringSettings settings, CandidateModel from) {
    var model = found.model();
    db.insertInto(MODELS)
        .set(MODELS.NIGHT, nights.night())
        .set(MODELS.IS_PROPOSED, isProposed)
        .set(MODELS.FITTED_ON, model.fittedOn())
        .set(MODELS.DEFINITION, model.definition())
        .set(MODELS.ADJUSTED_RAND_INDEX, found.adjustedRandIndex())
        .set(MODELS.ALGORITHM, from.algorithm())
        .set(MODELS.POPULATION, settings.populationName())
        .set(MODELS.SCALING, settings.scaling().key())
        .set(MODELS.CRITERION, settings.criterion().key())
        .set(MODELS.K, model.k())
        .set(MODELS.SEED, settings.seed())
        .set(MODELS.STARTS, settings.starts())
        .set(MODELS.CUSTOMERS, model.clusters().stream().mapToLong(Cluster::customers).sum())
        .set(MODELS.INERTIA, found.clustered().inertia())
        .set(MODELS.SILHOUETTE, known(found.clustered().quality().silhouette()))
        .execute();
    insertFeatures(model, isProposed);
    for (var cluster : model.clusters()) {
      insertCluster(cluster, isProposed, settings.names());
    }
  }

  private void insertFeatures(Model model, boolean isProposed) {
    int position = 0;
    for (var each : model.scaler().features()) {
      db.insertInto(FEATURES)
          .set(FEATURES.NIGHT, nights.night())
          .set(FEATURES.IS_PROPOSED, isProposed)
          .set(FEATURES.FEATURE, each.name())
          .set(FEATURES.POSITION, ++position)
          .set(FEATURES.TRANSFORM, each.transform().key())
          .set(FEATURES.FILL, each.fill())
          .set(FEATURES.MISSING, each.missing())
          .set(FEATURES.LOW, known(each.low()))
          .set(FEATURES.HIGH, known(each.high()))
          .set(FEATURES.CENTRE, each.centre())
          .set(FEATURES.SPREAD, each.spread())
          .set(FEATURES.IS_SPREAD_STAND_IN, each.isSpreadStandIn())
          .execute();
    }
  }

  private void insertCluster(Cluster cluster, boolean isProposed, List<String> features) {
    db.insertInto(CENTROIDS)
        .set(CENTROIDS.NIGHT, nights.night())
        .set(CENTROIDS.IS_PROPOSED, isProposed)
        .set(CENTROIDS.CLUSTER, cluster.number())
        .set(CENTROIDS.CUSTOMERS, cluster.customers())
        .set(CENTROIDS.POSITION, cluster.position())
        .set(CENTROIDS.NAME, cluster.name())
        .set(CENTROIDS.IS_NAMED_BY_RULE, cluster.isNamedByRule())
        .set(CENTROIDS.TIER, cluster.tier())
        .execute();
    for (int f = 0; f < features.size(); f++) {
      db.insertInto(CENTROID_VALUES)
          .set(CENTROID_VALUES.NIGHT, nights.night())
          .set(CENTROID_VALUES.IS_PROPOSED, isProposed)
          .set(CENTROID_VALUES.CLUSTER, cluster.number())
          .set(CENTROID_VALUES.FEATURE, features.get(f))
          .set(CENTROID_VALUES.SCALED, cluster.centre()[f])
          .set(CENTROID_VALUES.VALUE, known(cluster.medians()[f]))
          .execute();
    }
  }

  private static @Nullable Double known(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static double orNaN(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }
}
