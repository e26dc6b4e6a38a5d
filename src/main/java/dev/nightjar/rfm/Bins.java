package dev.nightjar.rfm;

import static java.util.stream.Collectors.toCollection;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.when;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Turns a metric into a score from 1 to the number of bins, the best.
 *
 * @param cutPoints lowest first, by the scores before for which they hold: written together, or an
 *     empty text if they hold for all
 */
record Bins(Metric metric, int bins, Map<String, List<CutPoint>> cutPoints) {

  boolean isEmpty() {
    return cutPoints.values().stream().allMatch(List::isEmpty);
  }

  boolean isNested() {
    return cutPoints.keySet().stream().anyMatch(scoresBefore -> !scoresBefore.isEmpty());
  }

  /** The score of a customer with the given scores before. */
  Field<Integer> score(String scoresBefore, Field<Double> value, Field<String> key) {
    var below = cutPointsBelow(cutPoints.getOrDefault(scoresBefore, List.of()), value, key);
    return metric.isFewerBetter() ? inline(bins).minus(below) : below.plus(1);
  }

  /** The scores that none of some values has, such as those between equal cut points. */
  SortedSet<Integer> impossible(ValueRange values) {
    var impossible = IntStream.rangeClosed(1, bins).boxed().collect(toCollection(TreeSet::new));
    for (var all : cutPoints.values()) {
      for (int below = 0; below <= all.size(); below++) {
        if (hasRoom(all, below, values)) {
          impossible.remove(metric.isFewerBetter() ? bins - below : below + 1);
        }
      }
    }
    return impossible;
  }

  /** Whether one of the values has so many cut points below it. */
  private static boolean hasRoom(List<CutPoint> all, int below, ValueRange values) {
    boolean isLowest = below == 0;
    boolean isHighest = below == all.size();
    return (isLowest || all.get(below - 1).lowestAbove() <= values.most())
        && (isHighest || values.least() < all.get(below).lowestAbove())
        && (isLowest
            || isHighest
            || all.get(below - 1).leavesRoomTo(all.get(below), values.areWhole()));
  }

  private static Field<Integer> cutPointsBelow(
      List<CutPoint> all, Field<Double> value, Field<String> key) {
    if (all.isEmpty()) {
      return inline(0);
    }
    if (all.get(0).tieKey() != null) {
      return all.stream()
          .map(each -> when(isAbove(each, value, key.collate("C")), 1).otherwise(0))
          .reduce((some, other) -> some.plus(other))
          .orElseThrow();
    }
    // a literal, as a bound array is read again for every customer
    return DSL.field(
        "width_bucket({0}, {1})",
        Integer.class,
        value,
        inline(all.stream().map(CutPoint::lowestAbove).toArray(Double[]::new)));
  }

  /** Whether a customer is above a cut point that separates equal values by key. */
  private static Condition isAbove(CutPoint cutPoint, Field<Double> value, Field<String> key) {
    return cutPoint.isInclusive()
        ? value.gt(cutPoint.value()).or(value.eq(cutPoint.value()).and(key.le(cutPoint.tieKey())))
        : row(value, key).gt(cutPoint.value(), cutPoint.tieKey());
  }
}
