package dev.nightjar.kmeans;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * k-means on a matrix: with every customer in every iteration, or, above the configured number of
 * customers, on the leaves of a tree.
 *
 * <p>The same matrix and the same settings give the same clusters, whatever the machine.
 */
public final class KMeans {
  private final Matrix features;
  private final KMeansSettings settings;
  private final Algorithm algorithm;
  private final Evaluation evaluation;

  /**
   * @param features customers x features, scaled, finite, in the order of the customers' keys
   */
  public KMeans(Matrix features, KMeansSettings settings) {
    this.features = features;
    this.settings = settings;
    this.algorithm = algorithm(features, settings, settings.isExact(features.rows()));
    this.evaluation = new Evaluation(features, settings.sample(), settings.seed());
  }

  public static Algorithm algorithm(Matrix features, KMeansSettings settings, boolean isExact) {
    return isExact
        ? new ExactKMeans(features, settings.maxIterations())
        : new TreeKMeans(features, settings.leaves(), settings.maxIterations());
  }

  /** Name of the algorithm and its library, for the stored model. */
  public String algorithm() {
    return algorithm.name();
  }

  /**
   * One clustering for each k of the settings, as far as there are different customers.
   *
   * @param distinct how many customers differ from each other, at least 2; counted up to the most
   *     clusters is enough
   */
  public KSearch tryEachK(int distinct) {
    int most = Math.min(settings.maxK(), distinct);
    return new KSearch(
        IntStream.rangeClosed(Math.min(settings.minK(), most), most)
            .mapToObj(this::cluster)
            .toList(),
        settings.criterion());
  }

  /**
   * The best of the configured starts; of equal ones the first.
   *
   * @param k clusters, from 2 to the number of different customers
   */
  public Clustered cluster(int k) {
    var best = algorithm.start(k, settings.seed());
    for (int start = 1; start < settings.starts(); start++) {
      var found = algorithm.start(k, settings.seed() + start);
      if (found.inertia() < best.inertia()) {
        best = found;
      }
    }
    return evaluated(best);
  }

  /**
   * A warm start: from given centres, such as those of last night, to the nearest optimum. Cluster
   * i begins at centre i, and stays there where it becomes empty.
   *
   * @param centres k x features, scaled as these features; left as they are
   */
  public Clustered from(double[][] centres) {
    return evaluated(algorithm.from(copy(centres)));
  }

  private Clustered evaluated(Algorithm.Start start) {
    var members = start.assigned(features);
    return new Clustered(
        start.centroids(),
        members,
        features.inertia(start.centroids(), members),
        start.iterations(),
        evaluation.of(start.centroids(), members));
  }

  private static double[][] copy(double[][] centres) {
    return Arrays.stream(centres).map(double[]::clone).toArray(double[][]::new);
  }
}
