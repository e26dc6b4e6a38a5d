package dev.nightjar.kmeans;

import elki.data.NumberVector;
import elki.data.VectorUtil.SortDBIDsBySingleDimension;
import elki.database.ids.ArrayModifiableDBIDs;
import elki.database.ids.DBIDArrayMIter;
import elki.database.query.PrioritySearcher;
import elki.database.query.distance.DistanceQuery;
import elki.database.relation.Relation;
import elki.distance.minkowski.EuclideanDistance;
import elki.index.tree.spatial.kd.MemoryKDTree;
import elki.index.tree.spatial.kd.split.MidpointSplit;
import elki.index.tree.spatial.kd.split.SplitStrategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The nearest of given rows, by ELKI's k-d tree (Bentley, "Multidimensional binary search trees
 * used for associative searching", Communications of the ACM 1975). Equal rows are one point of the
 * tree: it could not separate them, and every search would look at all of them.
 */
public final class NearestPoints {
  private static final int LEAF = 8;

  /** A limit is widened by this much, so that rounding cannot hide a point exactly at the limit. */
  private static final double SLACK = 1 + 1e-9;

  private static final Comparator<Near> NEAREST_FIRST =
      Comparator.comparingDouble(Near::distance).thenComparingInt(Near::point);

  private final int[] points;
  private final int count;
  private final MemoryKDTree<NumberVector> tree;
  private final DistanceQuery<NumberVector> distance;

  /**
   * Grows the tree.
   *
   * @param rows at least one, finite
   */
  public NearestPoints(Matrix rows) {
    this.points = rows.distinct();
    var firsts = firsts(points);
    this.count = firsts.length;
    var relation = RowVector.of(rows.only(firsts), count);
    this.tree = new MemoryKDTree<>(relation, NearestPoints::halve, LEAF);
    tree.initialize();
    this.distance = EuclideanDistance.STATIC.instantiate(relation);
  }

  /**
   * Splits points halfway on the axis on which they extend the furthest. ELKI's default sorts them
   * again at each level; its other splits fail on many equal values. Null if rounding leaves no
   * point on one side.
   */
  private static SplitStrategy.@Nullable Info halve(
      Relation<? extends NumberVector> relation,
      int columns,
      ArrayModifiableDBIDs points,
      DBIDArrayMIter place,
      int left,
      int right,
      SortDBIDsBySingleDimension order) {
    var split =
        MidpointSplit.STATIC.findSplit(relation, columns, points, place, left, right, order);
    return split == null || split.pos <= left ? null : split;
  }

  /**
   * A point that is near.
   *
   * @param distance Euclidean
   */
  public record Near(int point, double distance) {}

  /** How many different rows there are. */
  public int count() {
    return count;
  }

  /** The number of the point that a row is, from 0 in the order in which they come first. */
  public int pointOf(int row) {
    return points[row];
  }

  /** Finds the distances of many rows to their nearest points; each thread needs its own. */
  public final class Asker {
    private final PrioritySearcher<NumberVector> searcher =
        tree.priorityByObject(distance, Double.POSITIVE_INFINITY, 0);

    /**
     * An upper bound on the distance of a row of another matrix to the nearest point, found fast.
     */
    public double atMost(Matrix others, int row) {
      double least = Double.POSITIVE_INFINITY;
      searcher.search(vector(others, row));
      for (int looked = 0; looked < LEAF && searcher.valid(); looked++) {
        least = Math.min(least, searcher.computeExactDistance());
        searcher.advance();
      }
      return least;
    }

    /**
     * How far a row of another matrix is from the nearest point.
     *
     * @param limit beyond which the distance does not matter; the lower, the faster
     * @return infinite if it is beyond the limit
     */
    public double distance(Matrix others, int row, double limit) {
      double nearest = Double.POSITIVE_INFINITY;
      searcher.search(vector(others, row)).decreaseCutoff(limit * SLACK);
      for (; searcher.valid() && nearest > 0; searcher.advance()) {
        double distance = searcher.computeExactDistance();
        if (distance < nearest && distance <= limit) {
          nearest = distance;
          searcher.decreaseCutoff(Math.min(distance, limit) * SLACK);
        }
      }
      return nearest;
    }
  }

  /**
   * The points that are nearest to a row of another matrix, the nearest first, of equally near ones
   * by their numbers. Can be called by many threads.
   *
   * @param k how many; more come where several are as near as the last one, fewer where there are
   *     fewer
   */
  public List<Near> nearest(Matrix others, int row, int k) {
    var searcher = tree.kNNByObject(distance, count, 0);
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
