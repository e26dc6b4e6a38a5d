package dev.nightjar.clustering;

import dev.nightjar.kmeans.Matrix;
import dev.nightjar.kmeans.NearestPoints;
import dev.nightjar.kmeans.NearestPoints.Near;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Customers whose later segment is known, and who vote for the customers near them. A customer who
 * was new in several nights has a row for each, and one vote: with the nearest of them.
 */
final class KnownCustomers {
  private static final Comparator<Row> BY_SEGMENT =
      Comparator.comparing(Row::segment).thenComparing(Row::customer);

  private final NearestPoints points;

  /** Of each point, the customers there, by their later segment. */
  private final List<List<Row>> rows = new ArrayList<>();

  /**
   * @param features a row for each customer and night, scaled, finite; at least one
   * @param known the customer and the later segment of each row; of equal rows of a customer, the
   *     first counts
   */
  KnownCustomers(Matrix features, List<Row> known) {
    this.points = new NearestPoints(features);
    var byPoint = new ArrayList<Map<String, Row>>();
    for (int point = 0; point < points.count(); point++) {
      byPoint.add(new HashMap<>());
    }
    for (int row = 0; row < known.size(); row++) {
      byPoint.get(points.pointOf(row)).putIfAbsent(known.get(row).customer(), known.get(row));
    }
    byPoint.forEach(each -> rows.add(each.values().stream().sorted(BY_SEGMENT).toList()));
  }

  /**
   * A customer in a night in which the customer was new.
   *
   * @param segment the later one
   */
  record Row(String customer, String segment) {}

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
    for (int count = Math.min(k, points.count()); ; count = Math.min(points.count(), 4 * count)) {
      var voters = new HashSet<String>();
      var vote = vote(points.nearest(others, row, count), voters, k);
      if (voters.size() >= k || count == points.count()) {
        return vote;
      }
    }
  }

  /**
   * The vote of the k nearest customers of some points, or of all of them if they are fewer.
   *
   * @param near the points, the nearest first
   * @param voters to be filled
   */
  private Vote vote(List<Near> near, Set<String> voters, int k) {
    var votes = new LinkedHashMap<String, Integer>();
    double last = Double.NaN;
    for (var each : near) {
      if (voters.size() >= k && each.distance() > last) {
        break;
      }
      for (var known : rows.get(each.point())) {
        if (voters.add(known.customer())) {
          votes.merge(known.segment(), 1, Integer::sum);
        }
      }
      last = each.distance();
    }
    var most = most(votes);
    return new Vote(most, votes.get(most), voters.size());
  }

  /** The name that is counted most often, of equal ones the first; there is at least one. */
  static String most(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .reduce((most, each) -> each.getValue() > most.getValue() ? each : most)
        .orElseThrow()
        .getKey();
  }
}
