package dev.nightjar.rfm;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A border between two bins.
 *
 * @param value in the unit of the metric
 * @param tieKey key at which equal values are separated, if they are
 * @param isInclusive whether a value equal to the border is above it; if equal values are
 *     separated, whether those with keys up to the given one are above, instead of those after it
 */
record CutPoint(double value, @Nullable String tieKey, boolean isInclusive) {

  /** Borders of bins closed on the right. */
  static List<CutPoint> closedBelow(Stream<Double> values) {
    return values.map(value -> new CutPoint(value, null, false)).toList();
  }

  /** Borders of bins closed on the left. */
  static List<CutPoint> closedAbove(Stream<Double> values) {
    return values.map(value -> new CutPoint(value, null, true)).toList();
  }

  /** The lowest number above the border, if customers are not separated by key. */
  double lowestAbove() {
    return isInclusive ? value : Math.nextUp(value);
  }

  /**
   * Whether there is a value between this border and the next.
   *
   * @param isCounted whether all values are whole numbers
   */
  boolean leavesRoomTo(CutPoint next, boolean isCounted) {
    if (tieKey != null) {
      return !equals(next);
    }
    return isCounted
        ? Math.ceil(lowestAbove()) < Math.ceil(next.lowestAbove())
        : lowestAbove() < next.lowestAbove();
  }
}
