package dev.nightjar.clustering;

import static dev.nightjar.db.clustering.Tables.CENTROIDS;
import static dev.nightjar.db.clustering.Tables.FEATURES;
import static dev.nightjar.db.clustering.Tables.MEMBERS;
import static dev.nightjar.db.clustering.Tables.MODELS;
import static dev.nightjar.db.clustering.Tables.QUALITY;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Writes the model of a night, replacing the one before. */
final class ModelStore {
  private static final List<String> NAMES = List.of("recency", "frequency", "monetary");

  private final LocalDate night;
  private final ClusteringSettings settings;

  ModelStore(LocalDate night, ClusteringSettings settings) {
    this.night = night;
    this.settings = settings;
  }

  /** Removes the night's model with all that hangs on it. */
  void clear(DSLContext db) {
    db.deleteFrom(MODELS).where(MODELS.NIGHT.eq(night)).execute();
  }

  /**
   * @param keys of the customers, in the order of the features
   * @param tried one clustering for each k
   * @param kept the one of them that becomes the model
   */
  void replace(
      DSLContext db,
      String[] keys,
      double[][] features,
      Scaler scaler,
      List<Clustered> tried,
      Clustered kept) {
    clear(db);
    insertModel(db, keys.length, kept);
    for (int f = 0; f < NAMES.size(); f++) {
      db.insertInto(FEATURES, FEATURES.fields())
          .values(night, NAMES.get(f), "log1p", scaler.means()[f], scaler.deviations()[f])
          .execute();
    }
    for (var each : tried) {
      db.insertInto(QUALITY, QUALITY.fields())
          .values(night, each.k(), each.inertia(), each.silhouette())
          .execute();
    }
    insertCentroids(db, scaler, kept);
    insertMembers(db, keys, features, kept);
  }

  private void insertModel(DSLContext db, int customers, Clustered kept) {
    db.insertInto(MODELS)
        .set(MODELS.NIGHT, night)
        .set(MODELS.ALGORITHM, KMeans.ALGORITHM)
        .set(MODELS.K, kept.k())
        .set(MODELS.SEED, settings.seed())
        .set(MODELS.STARTS, settings.starts())
        .set(MODELS.CUSTOMERS, (long) customers)
        .set(MODELS.INERTIA, kept.inertia())
        .set(MODELS.SIMPLIFIED_SILHOUETTE, kept.silhouette())
        .execute();
  }

  private void insertCentroids(DSLContext db, Scaler scaler, Clustered kept) {
    for (int cluster = 0; cluster < kept.k(); cluster++) {
      int number = cluster;
      long customers = Arrays.stream(kept.members()).filter(member -> member == number).count();
      var centroid = scaler.unscale(kept.centroids()[cluster]);
      db.insertInto(CENTROIDS, CENTROIDS.fields())
          .values(night, cluster + 1, customers, centroid[0], centroid[1], centroid[2])
          .execute();
    }
  }

  /** One statement with three arrays, whatever the number of customers. */
  private void insertMembers(DSLContext db, String[] keys, double[][] features, Clustered kept) {
    var clusters =
        IntStream.of(kept.members()).mapToObj(member -> member + 1).toArray(Integer[]::new);
    var distances =
        IntStream.range(0, keys.length)
            .mapToObj(i -> kept.distance(i, features[i]))
            .toArray(Double[]::new);
    db.execute(
        "insert into {0} select {1}, * from unnest({2}, {3}, {4})",
        MEMBERS, DSL.val(night), DSL.val(keys), DSL.val(clusters), DSL.val(distances));
  }
}
