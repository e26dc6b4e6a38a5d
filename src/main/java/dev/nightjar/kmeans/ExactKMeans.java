package dev.nightjar.kmeans;

import elki.clustering.kmeans.ExponionKMeans;
import elki.clustering.kmeans.initialization.KMeansInitialization;
import elki.clustering.kmeans.initialization.KMeansPlusPlus;
import elki.clustering.kmeans.initialization.Predefined;
import elki.data.NumberVector;
import elki.database.relation.Relation;
import elki.distance.minkowski.SquaredEuclideanDistance;
import elki.utilities.random.RandomFactory;

/**
 * ELKI's k-means with Exponion's exact acceleration (Newling and Fleuret, "Fast k-means with
 * accurate bounds", ICML 2016), which gives the result of Lloyd's, from k-means++ starts (Arthur
 * and Vassilvitskii, SODA 2007). Of ELKI's accelerations, Hamerly's was a little slower on
 * customers.
 */
final class ExactKMeans implements Algorithm {
  private final Matrix features;
  private final Relation<NumberVector> relation;
  private final int maxIterations;

  /**
   * @param features customers x features, scaled, finite
   */
  ExactKMeans(Matrix features, int maxIterations) {
    this.features = features;
    this.relation = RowVector.of(features, features.rows());
    this.maxIterations = maxIterations;
  }

  @Override
  public String name() {
    return "ELKI 0.8.0 Exponion k-means, k-means++";
  }

  @Override
  public Start start(int k, long seed) {
    return run(k, new KMeansPlusPlus<NumberVector>(new RandomFactory(seed)));
  }

  @Override
  public Start from(double[][] centres) {
    return run(centres.length, new Predefined(centres));
  }

  private Start run(int k, KMeansInitialization initial) {
    var run = new Exponion(k, maxIterations, initial).follow(relation);
    var members = run.members();
    return new Start(
        run.means(), members, features.inertia(run.means(), members), run.iterations());
  }

  /** Shows what ELKI's own result does not: iterations, and members by row. */
  private static final class Exponion extends ExponionKMeans<NumberVector> {
    Exponion(int k, int maxIterations, KMeansInitialization initial) {
      super(SquaredEuclideanDistance.STATIC, k, maxIterations, initial, false);
    }

    Run follow(Relation<NumberVector> customers) {
      var run = new Run(customers, initialMeans(customers));
      run.run(maxiter);
      return run;
    }

    private static final class Run extends ExponionKMeans.Instance {
      private int iterations;

      Run(Relation<NumberVector> customers, double[][] means) {
        super(customers, SquaredEuclideanDistance.STATIC, means);
      }

      @Override
      protected int iterate(int iteration) {
        iterations = iteration;
        return super.iterate(iteration);
      }

      double[][] means() {
        return means;
      }

      int iterations() {
        return iterations;
      }

      int[] members() {
        var members = new int[relation.size()];
        for (var id = relation.iterDBIDs(); id.valid(); id.advance()) {
          members[RowVector.number(id)] = assignment.intValue(id);
        }
        return members;
      }
    }
  }
}
