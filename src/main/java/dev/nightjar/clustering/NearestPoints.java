package dev.nightjar.clustering;

import elki.data.NumberVector;
import elki.database.query.knn.KNNSearcher;
import elki.distance.minkowski.EuclideanDistance;
import elki.index.tree.spatial.kd.MemoryKDTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The nearest of given rows, by ELKI's k-d tree (Bentley, "Multidimensional binary search trees
 * used for associative searching", Communications of the ACM 1975). Equal rows are one point of the
 * tree: it could not part them, and every search would look at all of them.
 */
final class NearestPoints {
  private static final int LEAF = 8;
  private static final Comparator<Near> NEAREST_FIRST =
      Comparator.comparingDouble(Near::distance).thenComparingInt(Near::point);

  private final int[] points;
  private final int count;
  private final KNNSearcher<NumberVector> searcher;

  /**
   * Grows the tree.
   *
   * @param rows at least one, finite
   */
  NearestPoints(Matrix rows) {
    this.points = rows.distinct();
    var firsts = firsts(points);
    this.count = firsts.length;
    var relation = RowVector.of(rows.only(firsts), count);
    var tree = new MemoryKDTree<NumberVector>(relation, LEAF);
    tree.initialize();
    this.searcher = tree.kNNByObject(EuclideanDistance.STATIC.instantiate(relation), count, 0);
  }

  /**
   * A point that is near.
   *
   * @param distance Euclidean
   */
  record Near(int point, double distance) {}

  /** How many different rows there are. */
  int count() {
    return count;
  }

  /** The number of the point that a row is, from 0 in the order in which they come first. */
  int pointOf(int row) {
    return points[row];
  }

  /** How far a row of another matrix is from the nearest point. May be asked by many threads. */
  double distance(Matrix others, int row) {
    return searcher.getKNN(vector(others, row), 1).getKNNDistance();
  }

  /**
   * The points that are nearest to a row of another matrix, the nearest first, of equally near ones
   * by their numbers. May be asked by many threads.
   *
   * @param k how many; more come where several are as near as the last one, fewer where there are
   *     fewer
   */
  List<Near> nearest(Matrix others, int row, int k) {
    var found = searcher.getKNN(vector(others, row), Math.min(k, count));
    var nearest = new ArrayList<Near>(found.size());
    for (var each = found.iter(); each.valid(); each.advance()) {
      nearest.add(new Near(RowVector.number(each), each.doubleValue()));
    }
    nearest.sort(NEAREST_FIRST);
    return nearest;
  }

  private static NumberVector vector(Matrix matrix, int row) {
    return new RowVector(matrix.cells(), row * matrix.columns(), matrix.columns());
  }

  /** Of each point the row in which it comes first. */
  private static int[] firsts(int[] points) {
    var seen = new int[] {0};
    return IntStream.range(0, points.length).filter(row -> isNext(points[row], seen)).toArray();
  }

  private static boolean isNext(int point, int[] seen) {
    if (point < seen[0]) {
      return false;
    }
    seen[0]++;
    return true;
  }
}
