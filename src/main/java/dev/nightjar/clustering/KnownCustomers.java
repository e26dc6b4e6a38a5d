package dev.nightjar.clustering;

import dev.nightjar.kmeans.Matrix;
import dev.nightjar.kmeans.NearestPoints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Customers whose later segment is known, and who vote for the customers near them. */
final class KnownCustomers {
  private final NearestPoints points;

  /** Of each point, the customers there by their later segment. */
  private final List<Map<String, Integer>> segments = new ArrayList<>();

  /**
   * @param features a row for each customer, scaled, finite; at least one
   * @param later the later segment of each
   */
  KnownCustomers(Matrix features, List<String> later) {
    this.points = new NearestPoints(features);
    for (int point = 0; point < points.count(); point++) {
      segments.add(new TreeMap<>());
    }
    for (int row = 0; row < later.size(); row++) {
      segments.get(points.pointOf(row)).merge(later.get(row), 1, Integer::sum);
    }
  }

  /**
   * What most of the neighbours became.
   *
   * @param of how many neighbours there were
   */
  record Vote(String segment, int votes, int of) {}

  /**
   * The vote of the nearest customers, each of the same weight; of segments with as many votes, the
   * one that is met first on the way outwards, then by name.
   *
   * @param k number of voters; customers as near as the last one vote too
   */
  Vote on(Matrix others, int row, int k) {
    var votes = new LinkedHashMap<String, Integer>();
    int of = 0;
    double last = Double.NaN;
    for (var near : points.nearest(others, row, k)) {
      if (of >= k && near.distance() > last) {
        break;
      }
      for (var each : segments.get(near.point()).entrySet()) {
        votes.merge(each.getKey(), each.getValue(), Integer::sum);
        of += each.getValue();
      }
      last = near.distance();
    }
    var most = most(votes);
    return new Vote(most, votes.get(most), of);
  }

  /** The name that is counted most often, of equal ones the first; there is at least one. */
  static String most(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .reduce((most, each) -> each.getValue() > most.getValue() ? each : most)
        .orElseThrow()
        .getKey();
  }
}
