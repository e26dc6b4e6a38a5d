package dev.nightjar.clustering;

import elki.clustering.kmeans.HamerlyKMeans;
import elki.clustering.kmeans.initialization.KMeansInitialization;
import elki.clustering.kmeans.initialization.KMeansPlusPlus;
import elki.clustering.kmeans.initialization.Predefined;
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
import java.util.Arrays;
import java.util.stream.IntStream;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * ELKI's k-means on a matrix: Hamerly's exact acceleration ("Making k-means even faster", SDM
 * 2010), k-means++ starts (Arthur and Vassilvitskii, SODA 2007), of which the one with the least
 * inertia is kept.
 */
final class KMeans {
  static {
    // ELKI's set-up of java.util.logging throws out the bridge to the log file
    LoggingConfiguration.assertConfigured();
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  private final Matrix features;
  private final Relation<NumberVector> relation;
  private final ClusteringSettings settings;

  /**
   * @param features customers x features, scaled, finite
   */
  KMeans(Matrix features, ClusteringSettings settings) {
    this.features = features;
    this.settings = settings;
    var rows = IntStream.range(0, features.rows()).mapToObj(features::row).toArray(double[][]::new);
    // start id 0: the default takes ids from a counter that a long-lived process runs out of
    var database = new StaticArrayDatabase(new ArrayAdapterDatabaseConnection(rows, null, 0), null);
    database.initialize();
    this.relation = database.getRelation(TypeUtil.NUMBER_VECTOR_FIELD);
  }

  /** Name of the algorithm and its library, for the stored model. */
  String algorithm() {
    return "ELKI 0.8.0 Hamerly k-means, k-means++";
  }

  /**
   * One clustering for each k of the settings, as far as there are different customers.
   *
   * @param distinct how many customers differ from each other, at least 2; counted up to the most
   *     clusters is enough
   */
  Tried tryEachK(int distinct) {
    int most = Math.min(settings.maxK(), distinct);
    return new Tried(
        IntStream.rangeClosed(Math.min(settings.minK(), most), most)
            .mapToObj(this::cluster)
            .toList(),
        settings.criterion());
  }

  /**
   * The best of the configured starts.
   *
   * @param k clusters, from 2 to the number of different customers
   */
  Clustered cluster(int k) {
    Clustered best = null;
    for (int start = 0; start < settings.starts(); start++) {
      var random = new RandomFactory(settings.seed() + start);
      var found = run(k, new KMeansPlusPlus<NumberVector>(random));
      if (best == null || found.inertia() < best.inertia()) {
        best = found;
      }
    }
    return best;
  }

  /**
   * A warm start: from given centres, as those of last night, to the nearest optimum. Cluster i
   * begins at centre i, and stays there where it becomes empty.
   *
   * @param centres k x features, scaled as these features; left as they are
   */
  Clustered from(double[][] centres) {
    return run(centres.length, new Predefined(copy(centres)));
  }

  /**
   * Every customer with the nearest of given centres, which are not moved. Of equally near ones it
   * is the first.
   *
   * @param centres k x features, scaled as these features
   */
  Clustered assign(double[][] centres) {
    var members = new int[features.rows()];
    double inertia = 0;
    for (int i = 0; i < members.length; i++) {
      double least = Double.POSITIVE_INFINITY;
      for (int cluster = 0; cluster < centres.length; cluster++) {
        double distance = features.squaredDistance(i, centres[cluster]);
        if (distance < least) {
          least = distance;
          members[i] = cluster;
        }
      }
      inertia += least;
    }
    return new Clustered(copy(centres), members, inertia, 0, Quality.UNDEFINED);
  }

  private Clustered run(int k, KMeansInitialization initial) {
    var algorithm =
        new HamerlyKMeans<NumberVector>(
            SquaredEuclideanDistance.STATIC, k, settings.maxIterations(), initial, false);
    var clustering = algorithm.run(relation);
    var centroids = centroids(clustering);
    var members = members(clustering);
    return new Clustered(centroids, members, inertia(centroids, members), 0, quality(clustering));
  }

  private static double[][] centroids(Clustering<KMeansModel> clustering) {
    return clustering.getAllClusters().stream()
        .map(cluster -> cluster.getModel().getMean().clone())
        .toArray(double[][]::new);
  }

  private int[] members(Clustering<KMeansModel> clustering) {
    var rows = (DBIDRange) relation.getDBIDs();
    var members = new int[features.rows()];
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
    for (int i = 0; i < members.length; i++) {
      sum += features.squaredDistance(i, centroids[members[i]]);
    }
    return sum;
  }

  private Quality quality(Clustering<KMeansModel> clustering) {
    double simplified =
        clustering.getAllClusters().size() < 2
            ? Double.NaN
            : new SimplifiedSilhouette(EuclideanDistance.STATIC, NoiseHandling.MERGE_NOISE, false)
                .evaluateClustering(relation, clustering);
    return new Quality(simplified, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  private static double[][] copy(double[][] centres) {
    return Arrays.stream(centres).map(double[]::clone).toArray(double[][]::new);
  }
}
