package dev.nightjar.kmeans;

import elki.utilities.datastructures.KuhnMunkresWong;
import java.util.Arrays;

/** Recognises old clusters among new ones. */
public final class Matching {
  public static final int NONE = -1;

  private Matching() {}

  /**
   * Pairs new centres with old ones so that the sum of their distances is minimal: the assignment
   * problem, solved by ELKI's Kuhn-Munkres algorithm.
   *
   * @param centres new ones, scaled
   * @param old ones, in the same scale; NaN for a cluster that is empty by now, which is left over
   * @return for each new centre the index of the old one, {@link #NONE} where none is left for it
   */
  public static int[] match(double[][] centres, double[][] old) {
    int size = Math.max(centres.length, old.length);
    var costs = new double[size][size];
    double most = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        costs[i][j] = isPair(i, j, centres, old) ? distance(centres[i], old[j]) : -1;
        most = Math.max(most, costs[i][j]);
      }
    }
    // an empty cluster costs the same for all, and more than any pair, so that it is left over
    for (var row : costs) {
      for (int j = 0; j < size; j++) {
        row[j] = row[j] < 0 ? most + 1 : row[j];
      }
    }
    var chosen = new KuhnMunkresWong().run(costs);
    for (int i = 0; i < centres.length; i++) {
      chosen[i] = isPair(i, chosen[i], centres, old) ? chosen[i] : NONE;
    }
    return Arrays.copyOf(chosen, centres.length);
  }

  private static boolean isPair(int i, int j, double[][] centres, double[][] old) {
    return i < centres.length && j < old.length && !Double.isNaN(old[j][0]);
  }

  /** Euclidean distance of two centres. */
  public static double distance(double[] one, double[] other) {
    double sum = 0;
    for (int f = 0; f < one.length; f++) {
      double difference = one[f] - other[f];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }
}
