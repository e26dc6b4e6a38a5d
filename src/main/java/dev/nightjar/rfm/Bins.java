package dev.nightjar.rfm;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.when;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** The possible scores: there is none between equal cut points. */
  Set<Integer> reachable() {
    var reachable = new HashSet<Integer>(Set.of(1, bins));
    for (var all : cutPoints.values()) {
      for (int below = 1; below < all.size(); below++) {
        if (all.get(below - 1).leavesRoomTo(all.get(below), metric.isCounted())) {
          reachable.add(metric.isFewerBetter() ? bins - below : below + 1);
        }
      }
    }
    return reachable;
  }

  private static Field<Integer> cutPointsBelow(
      List<CutPoint> all, Field<Double> value, Field<String> key) {
    if (all.isEmpty()) {
      return inline(0);
    }
    if (all.get(0).tieKey() != null) {
      var customer = row(value, key.collate("C"));
      return all.stream()
          .map(each -> when(customer.gt(each.value(), each.tieKey()), 1).otherwise(0))
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
}
