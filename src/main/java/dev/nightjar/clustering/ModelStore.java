package dev.nightjar.clustering;

import static dev.nightjar.db.clustering.Tables.CENTROIDS;
import static dev.nightjar.db.clustering.Tables.CENTROID_VALUES;
import static dev.nightjar.db.clustering.Tables.FEATURES;
import static dev.nightjar.db.clustering.Tables.MEMBERS;
import static dev.nightjar.db.clustering.Tables.MODELS;
import static dev.nightjar.db.clustering.Tables.QUALITY;

import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Writes the model of a night, replacing the one before. */
final class ModelStore {
  private final LocalDate night;
  private final ClusteringSettings settings;

  ModelStore(LocalDate night, ClusteringSettings settings) {
    this.night = night;
    this.settings = settings;
  }

  /** Removes the night's model with all that hangs on it. */
  void clear(DSLContext tx) {
    tx.deleteFrom(MODELS).where(MODELS.NIGHT.eq(night)).execute();
  }

  /**
   * Writes the model without its members, see {@link #insertMembers}.
   *
   * @param algorithm that made it
   * @param values customers x features, in business units
   * @param kept one of the clusterings tried, in any order of its clusters
   */
  void replace(
      DSLContext tx, String algorithm, Scaler scaler, Matrix values, Tried tried, Clustered kept) {
    clear(tx);
    insertModel(tx, algorithm, kept);
    insertFeatures(tx, scaler);
    insertQuality(tx, tried);
    insertCentroids(tx, kept, kept.medians(values));
  }

  private void insertModel(DSLContext tx, String algorithm, Clustered kept) {
    tx.insertInto(MODELS)
        .set(MODELS.NIGHT, night)
        .set(MODELS.ALGORITHM, algorithm)
        .set(MODELS.POPULATION, settings.populationName())
        .set(MODELS.SCALING, settings.scaling().key())
        .set(MODELS.CRITERION, settings.criterion().key())
        .set(MODELS.K, kept.k())
        .set(MODELS.SEED, settings.seed())
        .set(MODELS.STARTS, settings.starts())
        .set(MODELS.CUSTOMERS, (long) kept.members().length)
        .set(MODELS.INERTIA, kept.inertia())
        .execute();
  }

  private void insertFeatures(DSLContext tx, Scaler scaler) {
    int position = 0;
    for (var each : scaler.features()) {
      tx.insertInto(FEATURES)
          .set(FEATURES.NIGHT, night)
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

  private void insertQuality(DSLContext tx, Tried tried) {
    for (int i = 0; i < tried.each().size(); i++) {
      var each = tried.each().get(i);
      var quality = each.quality();
      tx.insertInto(QUALITY)
          .set(QUALITY.NIGHT, night)
          .set(QUALITY.K, each.k())
          .set(QUALITY.INERTIA, each.inertia())
          .set(QUALITY.ITERATIONS, each.iterations())
          .set(QUALITY.SIMPLIFIED_SILHOUETTE, known(quality.simplifiedSilhouette()))
          .set(QUALITY.DAVIES_BOULDIN, known(quality.daviesBouldin()))
          .set(QUALITY.CALINSKI_HARABASZ, known(quality.calinskiHarabasz()))
          .set(QUALITY.BIC, known(quality.bic()))
          .set(QUALITY.ELBOW, known(tried.elbow(i)))
          .set(QUALITY.SILHOUETTE, known(quality.silhouette()))
          .set(QUALITY.SAMPLE, Math.min(settings.sample(), each.members().length))
          .set(QUALITY.IS_CHOSEN, each == tried.best())
          .execute();
    }
  }

  private void insertCentroids(DSLContext tx, Clustered kept, double[][] medians) {
    var sizes = kept.sizes();
    var names = settings.names();
    for (int cluster = 0; cluster < kept.k(); cluster++) {
      tx.insertInto(CENTROIDS, CENTROIDS.fields())
          .values(night, cluster + 1, (long) sizes[cluster])
          .execute();
      for (int f = 0; f < names.size(); f++) {
        tx.insertInto(CENTROID_VALUES)
            .set(CENTROID_VALUES.NIGHT, night)
            .set(CENTROID_VALUES.CLUSTER, cluster + 1)
            .set(CENTROID_VALUES.FEATURE, names.get(f))
            .set(CENTROID_VALUES.SCALED, kept.centroids()[cluster][f])
            .set(CENTROID_VALUES.VALUE, known(medians[cluster][f]))
            .execute();
      }
    }
  }

  /** Adds the members of the kept clustering to the model that is written. */
  void insertMembers(DSLContext tx, Population population, Matrix features, Clustered kept) {
    tx.connection(
        connection -> {
          tx.execute(
              "create temporary table tonight on commit drop as select {0}, {1}, {2} from {3} with no data",
              MEMBERS.CUSTOMER_KEY, MEMBERS.CLUSTER, MEMBERS.DISTANCE, MEMBERS);
          MembersCopy.write(connection, "tonight", population, features, kept);
          tx.execute(
              "insert into {0} (night, customer_key, cluster, distance) select {1}, * from tonight",
              MEMBERS, DSL.val(night));
          tx.execute("drop table tonight");
        });
  }

  private static @Nullable Double known(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
