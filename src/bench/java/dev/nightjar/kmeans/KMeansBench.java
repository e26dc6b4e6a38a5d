package dev.nightjar.kmeans;

import dev.nightjar.bench.Ratio;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures each algorithm of the clustering stage on one matrix, compared with scikit-learn's
 * KMeans on the same matrix: three features, eight clusters, one start each: k-means++, which the
 * tree's algorithm draws several times on its leaves, and scikit-learn several times for each
 * centre.
 */
public final class KMeansBench {
  private static final int FEATURES = 3;
  private static final int K = 8;
  private static final int MILLION = 1_000_000;
  private static final String PEER = "scikit-learn";

  private final KMeansSettings settings;
  private final @Nullable ScikitLearn peer;

  /**
   * @param settings by which the algorithm is chosen
   * @param peer null where there is none
   */
  public KMeansBench(KMeansSettings settings, @Nullable ScikitLearn peer) {
    this.settings = settings;
    this.peer = peer;
  }

  /**
   * One start.
   *
   * @param algorithm the stage's or the peer's
   * @param isChosen whether the settings choose it for so many customers
   * @param seconds from the matrix to the members
   * @param inertia sum of squared distances of the customers to their centroids
   */
  public record Round(
      int customers,
      String algorithm,
      boolean isChosen,
      double seconds,
      double inertia,
      int iterations) {}

  /** Measures a number of customers, a round for each seed from 1. */
  public List<Round> run(int customers, int rounds) throws IOException, InterruptedException {
    var matrix = matrix(customers);
    var measured = new ArrayList<Round>();
    for (boolean isExact : List.of(true, false)) {
      for (int seed = 1; seed <= rounds; seed++) {
        measured.add(round(customers, isExact, matrix, seed));
      }
    }
    if (peer != null) {
      for (var start : peer.run(matrix, FEATURES, K, rounds)) {
        measured.add(
            new Round(
                customers, PEER, false, start.seconds(), start.inertia(), start.iterations()));
      }
    }
    return measured;
  }

  private Round round(int customers, boolean isExact, double[] matrix, int seed) {
    long start = System.nanoTime();
    var features = new Matrix(matrix, FEATURES);
    var found = KMeans.algorithm(features, settings, isExact).start(K, seed);
    double inertia = features.inertia(found.centroids(), found.assigned(features));
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Round(
        customers,
        isExact ? "exponion" : "betula",
        isExact == settings.isExact(customers),
        seconds,
        inertia,
        found.iterations());
  }

  /** The lines of the targets; none where the peer or a million customers were not measured. */
  public static List<Ratio> ratios(List<Round> rounds) {
    var million = rounds.stream().filter(each -> each.customers() == MILLION).toList();
    if (million.stream().noneMatch(each -> each.algorithm().equals(PEER))) {
      return List.of();
    }
    return List.of(
        new Ratio("kmeans-1m", ratio(million, Round::seconds), "<= 1.0"),
        new Ratio("kmeans-1m-inertia", ratio(million, Round::inertia), "<= 1.01"));
  }

  /** Median of the chosen algorithm by median of the peer. */
  private static double ratio(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return median(rounds.stream().filter(Round::isChosen), figure)
        / median(rounds.stream().filter(each -> each.algorithm().equals(PEER)), figure);
  }

  private static double median(Stream<Round> rounds, ToDoubleFunction<Round> figure) {
    return Ratio.median(rounds.mapToDouble(figure));
  }

  /**
   * Made-up customers: log(1 + x) of recency, frequency and monetary, of which frequency varies
   * like a rate that is log-normal among customers and recency falls as it rises; then z-scores.
   */
  static double[] matrix(int customers) {
    var random = new Random(1);
    var cells = new double[customers * FEATURES];
    for (int cell = 0; cell < cells.length; cell += FEATURES) {
      double rate = 3 * Math.exp(random.nextGaussian());
      double orders = 1 + Math.floor(-Math.log(1 - random.nextDouble()) * rate);
      double days = Math.floor(-Math.log(1 - random.nextDouble()) * 365 / orders);
      double value = orders * Math.exp(4 + 0.7 * random.nextGaussian());
      cells[cell] = Math.log1p(Math.min(730, days));
      cells[cell + 1] = Math.log1p(orders);
      cells[cell + 2] = Math.log1p(value);
    }
    for (int feature = 0; feature < FEATURES; feature++) {
      standardise(cells, feature);
    }
    return cells;
  }

  private static void standardise(double[] cells, int feature) {
    int customers = cells.length / FEATURES;
    double sum = 0;
    double squares = 0;
    for (int cell = feature; cell < cells.length; cell += FEATURES) {
      sum += cells[cell];
      squares += cells[cell] * cells[cell];
    }
    double mean = sum / customers;
    double deviation = Math.sqrt(squares / customers - mean * mean);
    for (int cell = feature; cell < cells.length; cell += FEATURES) {
      cells[cell] = (cells[cell] - mean) / deviation;
    }
  }
}
