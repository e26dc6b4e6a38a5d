package dev.nightjar.clustering;

import elki.clustering.kmeans.HamerlyKMeans;
import elki.clustering.kmeans.initialization.KMeansPlusPlus;
import elki.data.Clustering;
import elki.data.NumberVector;
import elki.data.model.KMeansModel;
import elki.data.type.TypeUtil;
import elki.database.StaticArrayDatabase;
import elki.database.ids.DBIDRange;
import elki.database.relation.Relation;
import elki.datasource.ArrayAdapterDatabaseConnection;
import elki.distance.minkowski.EuclideanDistance;
import elki.distance.minkowski.SquaredEuclideanDistance;
import elki.evaluation.clustering.internal.NoiseHandling;
import elki.evaluation.clustering.internal.SimplifiedSilhouette;
import elki.logging.LoggingConfiguration;
import elki.utilities.random.RandomFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * ELKI's k-means on a matrix: Hamerly's exact acceleration ("Making k-means even faster", SDM
 * 2010), k-means++ starts (Arthur and Vassilvitskii, SODA 2007), of which the one with the least
 * inertia is kept.
 */
final class KMeans {
  /** Name of the algorithm and its library, for the stored model. */
  static final String ALGORITHM = "ELKI 0.8.0 Hamerly k-means, k-means++";

  static {
    // ELKI's set-up of java.util.logging throws out the bridge to the log file
    LoggingConfiguration.assertConfigured();
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  private final double[][] features;
  private final Relation<NumberVector> relation;
  private final ClusteringSettings settings;

  /**
   * @param features customers x features, scaled, finite
   */
  KMeans(double[][] features, ClusteringSettings settings) {
    this.features = features;
    this.settings = settings;
    // start id 0: the default takes ids from a counter that a long-lived process runs out of
    var database =
        new StaticArrayDatabase(new ArrayAdapterDatabaseConnection(features, null, 0), null);
    database.initialize();
    this.relation = database.getRelation(TypeUtil.NUMBER_VECTOR_FIELD);
  }

  /**
   * The best of the configured starts.
   *
   * @param k clusters, from 2 to the number of different customers
   */
  Clustered cluster(int k) {
    Clustering<KMeansModel> best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int start = 0; start < settings.starts(); start++) {
      var found = start(k, settings.seed() + start);
      double inertia = inertia(centroids(found), members(found));
      if (inertia < least) {
        best = found;
        least = inertia;
      }
    }
    return new Clustered(centroids(best), members(best), least, silhouette(best));
  }

  private Clustering<KMeansModel> start(int k, long seed) {
    var initial = new KMeansPlusPlus<NumberVector>(new RandomFactory(seed));
    return new HamerlyKMeans<NumberVector>(
            SquaredEuclideanDistance.STATIC, k, settings.maxIterations(), initial, false)
        .run(relation);
  }

  private static double[][] centroids(Clustering<KMeansModel> clustering) {
    return clustering.getAllClusters().stream()
        .map(cluster -> cluster.getModel().getMean().clone())
        .toArray(double[][]::new);
  }

  private int[] members(Clustering<KMeansModel> clustering) {
    var rows = (DBIDRange) relation.getDBIDs();
    var members = new int[features.length];
    int number = 0;
    for (var cluster : clustering.getAllClusters()) {
      for (var id = cluster.getIDs().iter(); id.valid(); id.advance()) {
        members[rows.getOffset(id)] = number;
      }
      number++;
    }
    return members;
  }

  private double inertia(double[][] centroids, int[] members) {
    double sum = 0;
    for (int i = 0; i < features.length; i++) {
      sum += Clustered.squaredDistance(features[i], centroids[members[i]]);
    }
    return sum;
  }

  private double silhouette(Clustering<KMeansModel> clustering) {
    return clustering.getAllClusters().size() < 2
        ? Double.NaN
        : new SimplifiedSilhouette(EuclideanDistance.STATIC, NoiseHandling.MERGE_NOISE, false)
            .evaluateClustering(relation, clustering);
  }
}
