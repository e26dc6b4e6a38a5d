package dev.nightjar.kmeans;

import elki.clustering.kmeans.quality.BayesianInformationCriterion;
import elki.data.Cluster;
import elki.data.Clustering;
import elki.data.NumberVector;
import elki.data.model.KMeansModel;
import elki.database.ids.ArrayModifiableDBIDs;
import elki.database.ids.DBIDArrayIter;
import elki.database.ids.DBIDRange;
import elki.database.ids.DBIDUtil;
import elki.database.query.QueryBuilder;
import elki.distance.minkowski.EuclideanDistance;
import elki.distance.minkowski.SquaredEuclideanDistance;
import elki.evaluation.clustering.internal.DaviesBouldinIndex;
import elki.evaluation.clustering.internal.NoiseHandling;
import elki.evaluation.clustering.internal.Silhouette;
import elki.evaluation.clustering.internal.SimplifiedSilhouette;
import elki.evaluation.clustering.internal.VarianceRatioCriterion;
import java.util.BitSet;
import java.util.stream.IntStream;

/** ELKI's measures of how well clusters separate their members. */
final class Evaluation {
  private final Matrix features;
  private final int[] sample;

  /**
   * @param features customers x features, scaled
   * @param sample number of customers on which the exact silhouette is computed
   * @param seed by which they are drawn
   */
  Evaluation(Matrix features, int sample, long seed) {
    this.features = features;
    this.sample = features.draw(sample, seed, new BitSet());
  }

  /** The quality of clusters of the customers; their own {@code quality} is not looked at. */
  Quality of(double[][] centroids, int[] members) {
    var relation = RowVector.of(features, features.rows());
    var all = clustering(features, centroids, members);
    int clusters = all.getAllClusters().size();
    if (clusters < 2) {
      return Quality.UNDEFINED;
    }
    var merge = NoiseHandling.MERGE_NOISE; // a cluster of one customer is a cluster
    var euclidean = EuclideanDistance.STATIC;
    return new Quality(
        new SimplifiedSilhouette(euclidean, merge, false).evaluateClustering(relation, all),
        new DaviesBouldinIndex(euclidean, merge, 1).evaluateClustering(relation, all),
        new VarianceRatioCriterion(merge, false).evaluateClustering(relation, all),
        new BayesianInformationCriterion().quality(all, SquaredEuclideanDistance.STATIC, relation),
        silhouette(centroids, members));
  }

  /** Of a cluster that has one customer in the sample, it is 0, as Rousseeuw suggests. */
  private double silhouette(double[][] centroids, int[] members) {
    var drawn = Matrix.of(IntStream.of(sample).mapToObj(features::row).toArray(double[][]::new));
    var clusters =
        clustering(drawn, centroids, IntStream.of(sample).map(row -> members[row]).toArray());
    if (clusters.getAllClusters().size() < 2) {
      return Double.NaN;
    }
    var relation = RowVector.of(drawn, drawn.rows());
    var distances =
        new QueryBuilder<NumberVector>(relation, EuclideanDistance.STATIC).distanceQuery();
    return new Silhouette<NumberVector>(EuclideanDistance.STATIC, false)
        .evaluateClustering(relation, distances, clusters);
  }

  /** The clusters that have members. */
  private static Clustering<KMeansModel> clustering(
      Matrix features, double[][] centroids, int[] members) {
    var ids = new ArrayModifiableDBIDs[centroids.length];
    var squares = new double[centroids.length];
    for (int cluster = 0; cluster < ids.length; cluster++) {
      ids[cluster] = DBIDUtil.newArray();
    }
    var id = ((DBIDRange) RowVector.of(features, features.rows()).getDBIDs()).iter();
    for (DBIDArrayIter each = id; each.valid(); each.advance()) {
      int row = RowVector.number(each);
      ids[members[row]].add(each);
      squares[members[row]] += features.squaredDistance(row, centroids[members[row]]);
    }
    var clustering = new Clustering<KMeansModel>();
    for (int cluster = 0; cluster < ids.length; cluster++) {
      if (!ids[cluster].isEmpty()) {
        var model = new KMeansModel(centroids[cluster], squares[cluster]);
        clustering.addToplevelCluster(new Cluster<>(ids[cluster], model));
      }
    }
    return clustering;
  }
}
