package dev.nightjar.kmeans;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Numbers of customers in one flat array, so that a customer costs no object.
 *
 * @param cells row after row: the cells of a customer side by side
 * @param columns cells of a row, at least 1
 */
public record Matrix(double[] cells, int columns) {

  /** Copies rows of the same length, at least one cell each. */
  public static Matrix of(double[]... rows) {
    int columns = rows.length == 0 ? 1 : rows[0].length;
    var cells = new double[rows.length * columns];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, cells, i * columns, columns);
    }
    return new Matrix(cells, columns);
  }

  /**
   * Copies matrices, one below the other.
   *
   * @param columns that they all have
   */
  public static Matrix stacked(List<Matrix> matrices, int columns) {
    var cells = new double[matrices.stream().mapToInt(each -> each.cells.length).sum()];
    int end = 0;
    for (var each : matrices) {
      System.arraycopy(each.cells, 0, cells, end, each.cells.length);
      end += each.cells.length;
    }
    return new Matrix(cells, columns);
  }

  public int rows() {
    return cells.length / columns;
  }

  double get(int row, int column) {
    return cells[row * columns + column];
  }

  /** A copy of a row. */
  public double[] row(int row) {
    return Arrays.copyOfRange(cells, row * columns, (row + 1) * columns);
  }

  /** A copy of some rows, in the given order. */
  public Matrix only(int[] rows) {
    var some = new double[Math.multiplyExact(rows.length, columns)];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(cells, rows[i] * columns, some, i * columns, columns);
    }
    return new Matrix(some, columns);
  }

  /**
   * Numbers of some rows, each once; of all where there are no more than asked.
   *
   * @param without rows that are never drawn
   */
  int[] draw(int most, long seed, BitSet without) {
    var order =
        rows() - without.cardinality() <= most
            ? IntStream.range(0, rows())
            : new Random(seed).ints(0, rows()).distinct();
    return order.filter(row -> !without.get(row)).limit(most).toArray();
  }

  /** A copy of a column. */
  public double[] column(int column) {
    var values = new double[rows()];
    for (int i = 0; i < values.length; i++) {
      values[i] = get(i, column);
    }
    return values;
  }

  /** The mean of the rows. */
  public double[] mean() {
    var mean = new double[columns];
    for (int cell = 0; cell < cells.length; cell++) {
      mean[cell % columns] += cells[cell];
    }
    for (int f = 0; f < columns; f++) {
      mean[f] /= rows();
    }
    return mean;
  }

  /** Squared Euclidean distance of a row to a point of as many cells. */
  public double squaredDistance(int row, double[] point) {
    double sum = 0;
    int cell = row * columns;
    for (int f = 0; f < columns; f++) {
      double difference = cells[cell + f] - point[f];
      sum += difference * difference;
    }
    return sum;
  }

  /**
   * For each row the number of the nearest point, from 0; of equally near ones the first. Uses
   * every processor.
   */
  int[] nearest(double[][] points) {
    var nearest = new int[rows()];
    IntStream.range(0, nearest.length)
        .parallel()
        .forEach(row -> nearest[row] = nearest(row, points));
    return nearest;
  }

  private int nearest(int row, double[][] points) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < points.length; i++) {
      double distance = squaredDistance(row, points[i]);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  /**
   * Sum of the squared distances of the rows to their points.
   *
   * @param members for each row, the number of its point
   */
  public double inertia(double[][] points, int[] members) {
    double sum = 0;
    for (int i = 0; i < members.length; i++) {
      sum += squaredDistance(i, points[members[i]]);
    }
    return sum;
  }

  /** How many rows differ from each other, counted no further than asked. */
  public int distinctRows(int most) {
    var seen = new HashSet<ByteBuffer>();
    for (int i = 0; i < rows() && seen.size() < most; i++) {
      seen.add(key(i));
    }
    return seen.size();
  }

  /** Numbers the different rows, from 0 in the order in which they come first. */
  int[] distinct() {
    var distinct = new int[rows()];
    // a table of row numbers plus one, so that 0 is free: at most half of it is used
    var table = new int[Math.max(1, Integer.highestOneBit(rows())) << 2];
    int count = 0;
    for (int row = 0; row < distinct.length; row++) {
      int place = hash(row) & table.length - 1;
      while (table[place] != 0 && !isSame(table[place] - 1, row)) {
        place = place + 1 & table.length - 1;
      }
      if (table[place] == 0) {
        table[place] = row + 1;
        distinct[row] = count++;
      } else {
        distinct[row] = distinct[table[place] - 1];
      }
    }
    return distinct;
  }

  private boolean isSame(int row, int other) {
    int column = 0;
    while (column < columns && get(row, column) == get(other, column)) {
      column++;
    }
    return column == columns;
  }

  private int hash(int row) {
    long hash = 0;
    for (int f = 0; f < columns; f++) {
      long bits = Double.doubleToLongBits(get(row, f) + 0.0); // -0.0 is 0.0
      hash = (hash ^ bits) * 0x9E3779B97F4A7C15L; // 2^64 by the golden ratio: spreads the bits
      hash ^= hash >>> 32;
    }
    return (int) hash;
  }

  /** What rows have in common that are equal. */
  private ByteBuffer key(int row) {
    var bytes = ByteBuffer.allocate(columns * Double.BYTES);
    for (int f = 0; f < columns; f++) {
      bytes.putDouble(get(row, f) + 0.0); // -0.0 is 0.0
    }
    return bytes.flip();
  }
}
