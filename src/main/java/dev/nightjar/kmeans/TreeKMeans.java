package dev.nightjar.kmeans;

import elki.clustering.kmeans.BetulaLloydKMeans;
import elki.clustering.kmeans.initialization.betula.AbstractCFKMeansInitialization;
import elki.clustering.kmeans.initialization.betula.CFKPlusPlusLeaves;
import elki.clustering.kmeans.initialization.betula.VarianceWeight;
import elki.data.NumberVector;
import elki.database.ids.DBIDs;
import elki.database.relation.Relation;
import elki.index.tree.betula.CFTree;
import elki.index.tree.betula.distance.RadiusDistance;
import elki.index.tree.betula.distance.VarianceIncreaseDistance;
import elki.index.tree.betula.features.ClusterFeature;
import elki.index.tree.betula.features.VIIFeature;
import elki.logging.Logging.Level;
import elki.utilities.random.RandomFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.logging.Logger;

/**
 * ELKI's BETULA (Lang and Schubert, "BETULA: Fast Clustering of Large Data with Improved BIRCH
 * CF-Trees", Information Systems 2022): one pass over the customers makes a tree, and k-means looks
 * at its leaves only, each weighing as much as the customers in it.
 *
 * <p>All starts share the tree. Only the best one assigns customers, since that takes a pass. As
 * the leaves are few, a start draws several times and keeps the best, where other implementations
 * try several candidates for each centre.
 */
final class TreeKMeans implements Algorithm {
  private static final int BRANCHES = 16;
  private static final int DRAWS = 5;
  private static final VarianceWeight WEIGHT = new VarianceWeight();

  private final Relation<NumberVector> nobody;
  private final CFTree<VIIFeature> tree;
  private final int maxIterations;

  /**
   * Grows the tree.
   *
   * @param features customers x features, scaled, finite
   * @param leaves at most
   */
  TreeKMeans(Matrix features, int leaves, int maxIterations) {
    var customers = RowVector.of(features, features.rows());
    this.nobody = RowVector.of(features, 0);
    this.tree =
        new CFTree.Factory<>(
                VIIFeature.Factory.STATIC,
                VarianceIncreaseDistance.STATIC,
                RadiusDistance.STATIC,
                0,
                BRANCHES,
                leaves,
                CFTree.Threshold.MEAN)
            .newTree(customers.getDBIDs(), customers, false);
    this.maxIterations = maxIterations;
  }

  @Override
  public String name() {
    return "ELKI 0.8.0 BETULA k-means on %,d leaves, best of %d k-means++"
        .formatted(tree.numLeaves(), DRAWS);
  }

  @Override
  public Start start(int k, long seed) {
    return new Random(seed)
        .longs(DRAWS)
        .mapToObj(draw -> new CFKPlusPlusLeaves(WEIGHT, false, new RandomFactory(draw)))
        .map(initial -> run(k, initial))
        .min(Comparator.comparingDouble(Start::inertia))
        .orElseThrow();
  }

  @Override
  public Start from(double[][] centres) {
    return run(
        centres.length,
        new AbstractCFKMeansInitialization(null) {
          @Override
          public double[][] chooseInitialMeans(
              CFTree<?> ofAll, List<? extends ClusterFeature> leaves, int k) {
            return centres;
          }
        });
  }

  private Start run(int k, AbstractCFKMeansInitialization initial) {
    var lloyd = new Lloyd(k, maxIterations, new Grown(tree), initial);
    var centroids =
        lloyd.run(nobody).getAllClusters().stream()
            .map(cluster -> cluster.getModel().getMean())
            .toArray(double[][]::new);
    return new Start(centroids, null, inertia(centroids), lloyd.iterations);
  }

  /** The inertia if all customers of a leaf went to the same centroid: an upper bound. */
  private double inertia(double[][] centroids) {
    double sum = 0;
    for (var leaf : tree.getLeaves()) {
      var centre = new Matrix(leaf.toArray(), leaf.getDimensionality());
      double least = Double.POSITIVE_INFINITY;
      for (var centroid : centroids) {
        least = Math.min(least, centre.squaredDistance(0, centroid));
      }
      sum += leaf.sumdev() + leaf.getWeight() * least;
    }
    return sum;
  }

  /** Returns the existing tree. */
  private static final class Grown extends CFTree.Factory<VIIFeature> {
    private final CFTree<VIIFeature> tree;

    Grown(CFTree<VIIFeature> tree) {
      super(VIIFeature.Factory.STATIC, null, null, 0, BRANCHES, 0, CFTree.Threshold.MEAN);
      this.tree = tree;
    }

    @Override
    public CFTree<VIIFeature> newTree(
        DBIDs ids, Relation<? extends NumberVector> relation, boolean storeIds) {
      return tree;
    }
  }

  /** Counts the iterations, which ELKI reports only in its log. */
  private static final class Lloyd extends BetulaLloydKMeans {
    /** Kept here, because an unreferenced logger loses its level. */
    private static final Logger STATISTICS = Logger.getLogger(BetulaLloydKMeans.class.getName());

    static {
      STATISTICS.setUseParentHandlers(false);
      STATISTICS.setLevel(Level.STATISTICS);
    }

    private int iterations = 1;

    Lloyd(
        int k, int maxIterations, CFTree.Factory<?> factory, AbstractCFKMeansInitialization init) {
      super(k, maxIterations, factory, init, false, false);
    }

    /** Called for the statistics of each iteration but the first. */
    @Override
    protected double[] calculateVariances(
        int[] assignment,
        double[][] means,
        ArrayList<? extends ClusterFeature> leaves,
        int[] weights) {
      iterations++;
      return super.calculateVariances(assignment, means, leaves, weights);
    }
  }
}
