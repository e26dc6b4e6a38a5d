package dev.nightjar.kmeans;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Whether k clusters are more than k-means finds anywhere: the gap statistic of Tibshirani, Walther
 * and Hastie ("Estimating the number of clusters in a data set via the gap statistic", Journal of
 * the Royal Statistical Society B 63, 2001) with their reference (a), rows spread evenly over the
 * box of the features. A gap is how far the logarithm of the inertia lies below the mean of the
 * references.
 *
 * <p>It is computed on a sample of the rows, so that its time does not grow with them.
 *
 * @param one gap of a single cluster
 * @param many gap of the k clusters
 * @param error standard error of {@code many}, from the spread of the references
 */
public record GapStatistic(double one, double many, double error) {
  /** How many rows are enough. */
  static final int ROWS = 1_000;

  private static final int REFERENCES = 20;
  private static final int STARTS = 3;
  private static final int ITERATIONS = 100;

  /** Whether k clusters stand out from the references further than a single one does. */
  public boolean isStructure() {
    return many - error > one;
  }

  /**
   * Computes it.
   *
   * @param rows customers x features, scaled, finite; more different rows than k
   * @param k clusters, 2 or more
   * @param seed of the references and the starts
   */
  static GapStatistic of(Matrix rows, int k, long seed) {
    var box = Box.around(rows);
    var ones = new double[REFERENCES];
    var manys = new double[REFERENCES];
    IntStream.range(0, REFERENCES)
        .parallel()
        .forEach(
            i -> {
              var reference = box.fill(rows.rows(), new Random(seed + i));
              ones[i] = Math.log(inertia(reference));
              manys[i] = Math.log(inertia(reference, k, seed));
            });
    double many = mean(manys);
    return new GapStatistic(
        mean(ones) - Math.log(inertia(rows)),
        many - Math.log(inertia(rows, k, seed)),
        deviation(manys, many) * Math.sqrt(1 + 1.0 / REFERENCES));
  }

  /** The sides of the box that holds all rows. */
  private record Box(double[] low, double[] high) {
    static Box around(Matrix rows) {
      int columns = rows.columns();
      var low = new double[columns];
      var high = new double[columns];
      for (int f = 0; f < columns; f++) {
        var range = Arrays.stream(rows.column(f)).summaryStatistics();
        low[f] = range.getMin();
        high[f] = range.getMax();
      }
      return new Box(low, high);
    }

    Matrix fill(int rows, Random random) {
      var cells = new double[rows * low.length];
      for (int cell = 0; cell < cells.length; cell++) {
        int f = cell % low.length;
        cells[cell] = low[f] + random.nextDouble() * (high[f] - low[f]);
      }
      return new Matrix(cells, low.length);
    }
  }

  private static double inertia(Matrix rows) {
    var everyone = new int[rows.rows()];
    return rows.inertia(new double[][] {rows.mean()}, everyone);
  }

  private static double inertia(Matrix rows, int k, long seed) {
    var kMeans = new ExactKMeans(rows, ITERATIONS);
    return IntStream.range(0, STARTS)
        .mapToObj(start -> kMeans.start(k, seed + start))
        .min(Comparator.comparingDouble(Algorithm.Start::inertia))
        .orElseThrow()
        .inertia();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  /** Population standard deviation, as in the paper. */
  private static double deviation(double[] values, double mean) {
    return Math.sqrt(
        Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum() / values.length);
  }
}
