package dev.nightjar.publish;

import static dev.nightjar.db.clustering.Tables.CENTROIDS;
import static dev.nightjar.db.clustering.Tables.CENTROID_VALUES;
import static dev.nightjar.db.clustering.Tables.PROFILES;
import static dev.nightjar.db.clustering.Tables.PROFILE_ATTRIBUTES;
import static dev.nightjar.db.clustering.Tables.PROFILE_FEATURES;
import static dev.nightjar.db.publish.Tables.CLUSTERS;
import static dev.nightjar.db.publish.Tables.CLUSTER_ATTRIBUTES;
import static dev.nightjar.db.publish.Tables.CLUSTER_FEATURES;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/** The statements that make the clusters of one night public. */
final class ClusterQueries {
  private final LocalDate night;

  ClusterQueries(LocalDate night) {
    this.night = night;
  }

  /** Replaces what is public of the night's clusters. */
  void replace(DSLContext db) {
    db.deleteFrom(CLUSTERS).where(CLUSTERS.NIGHT.eq(night)).execute();
    db.deleteFrom(CLUSTER_FEATURES).where(CLUSTER_FEATURES.NIGHT.eq(night)).execute();
    db.deleteFrom(CLUSTER_ATTRIBUTES).where(CLUSTER_ATTRIBUTES.NIGHT.eq(night)).execute();
    insertClusters(db);
    insertFeatures(db);
    db.insertInto(CLUSTER_ATTRIBUTES, CLUSTER_ATTRIBUTES.fields())
        .select(
            select(PROFILE_ATTRIBUTES.fields(CLUSTER_ATTRIBUTES.fields()))
                .from(PROFILE_ATTRIBUTES)
                .where(PROFILE_ATTRIBUTES.NIGHT.eq(night)))
        .execute();
  }

  /** Deletes what is public of nights before a date. */
  static void forget(DSLContext db, LocalDate before) {
    db.deleteFrom(CLUSTERS).where(CLUSTERS.NIGHT.lt(before)).execute();
    db.deleteFrom(CLUSTER_FEATURES).where(CLUSTER_FEATURES.NIGHT.lt(before)).execute();
    db.deleteFrom(CLUSTER_ATTRIBUTES).where(CLUSTER_ATTRIBUTES.NIGHT.lt(before)).execute();
  }

  private void insertClusters(DSLContext db) {
    db.insertInto(CLUSTERS, CLUSTERS.fields())
        .select(
            select(columns(CLUSTERS, PROFILES, CENTROIDS))
                .from(PROFILES)
                .join(CENTROIDS)
                .on(CENTROIDS.NIGHT.eq(PROFILES.NIGHT), CENTROIDS.IS_PROPOSED.isFalse())
                .and(CENTROIDS.CLUSTER.eq(PROFILES.CLUSTER))
                .where(PROFILES.NIGHT.eq(night)))
        .execute();
  }

  private void insertFeatures(DSLContext db) {
    db.insertInto(
            CLUSTER_FEATURES,
            CLUSTER_FEATURES.NIGHT,
            CLUSTER_FEATURES.CLUSTER,
            CLUSTER_FEATURES.FEATURE,
            CLUSTER_FEATURES.MEAN,
            CLUSTER_FEATURES.MEDIAN,
            CLUSTER_FEATURES.CENTRE)
        .select(
            select(
                    PROFILE_FEATURES.NIGHT,
                    PROFILE_FEATURES.CLUSTER,
                    PROFILE_FEATURES.FEATURE,
                    PROFILE_FEATURES.MEAN,
                    PROFILE_FEATURES.MEDIAN,
                    CENTROID_VALUES.VALUE)
                .from(PROFILE_FEATURES)
                .join(CENTROID_VALUES)
                .on(CENTROID_VALUES.NIGHT.eq(PROFILE_FEATURES.NIGHT))
                .and(CENTROID_VALUES.IS_PROPOSED.isFalse())
                .and(CENTROID_VALUES.CLUSTER.eq(PROFILE_FEATURES.CLUSTER))
                .and(CENTROID_VALUES.FEATURE.eq(PROFILE_FEATURES.FEATURE))
                .where(PROFILE_FEATURES.NIGHT.eq(night)))
        .execute();
  }

  /** The columns of a table, each from the first of two that has it. */
  private static Field<?>[] columns(Table<?> target, Table<?> one, Table<?> other) {
    return Arrays.stream(target.fields())
        .flatMap(
            each ->
                Stream.of(one, other)
                    .map(table -> table.field(each.getName()))
                    .filter(f -> f != null)
                    .limit(1))
        .toArray(Field<?>[]::new);
  }
}
