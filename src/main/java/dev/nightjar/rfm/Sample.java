package dev.nightjar.rfm;

import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The scored customers of a night, on whose values of one metric cut points are found. */
final class Sample {
  static final Field<Double> VALUE = DSL.field(name("value"), SQLDataType.DOUBLE);

  private static final Field<String> KEY = DSL.field(name("customer_key"), SQLDataType.CLOB);

  private final DSLContext db;
  private final Table<?> customers;
  private final List<Field<Integer>> scoresBefore;

  /**
   * @param customers one row each: value, key and the scores before
   * @param scoresBefore columns of the scores on the metrics before
   */
  Sample(DSLContext db, Table<?> customers, List<Field<Integer>> scoresBefore) {
    this.db = db;
    this.customers = customers;
    this.scoresBefore = scoresBefore;
  }

  Stream<Double> mean() {
    // numeric sums are the same in any order, and rounding must not lift one over equal values
    var mean = avg(VALUE.cast(SQLDataType.NUMERIC)).cast(SQLDataType.DOUBLE);
    var found =
        db.select(least(greatest(mean, min(VALUE)), max(VALUE))).from(customers).fetchSingle();
    return Stream.ofNullable(found.value1());
  }

  /** Type-7 quantiles. */
  Stream<Double> quantiles(Stream<Double> shares) {
    var quantiles = percentileCont(shares);
    var found = db.select(quantiles).from(customers).fetchSingle(quantiles);
    return found == null ? Stream.of() : Arrays.stream(found);
  }

  /** Type-7 quantiles of those with the same scores before, by these. */
  Map<String, List<CutPoint>> quantilesWithin(Stream<Double> shares) {
    if (scoresBefore.isEmpty()) {
      return Map.of("", CutPoint.closedBelow(quantiles(shares)));
    }
    var quantiles = percentileCont(shares);
    var within = new HashMap<String, List<CutPoint>>();
    db.select(scoresBefore)
        .select(quantiles)
        .from(customers)
        .groupBy(scoresBefore)
        .forEach(
            row -> {
              var scores =
                  scoresBefore.stream()
                      .map(row::get)
                      .map(String::valueOf)
                      .collect(Collectors.joining());
              within.put(scores, CutPoint.closedBelow(Arrays.stream(row.get(quantiles))));
            });
    return within;
  }

  /** The highest values whose percent rank is not above a share. */
  Stream<Double> atPercentRanks(Stream<Double> shares) {
    long size = size();
    return valuesAt(shares.map(share -> rankAt(share, size)).toList(), size).stream();
  }

  /**
   * The customers at ranks, counted from 1, with equal values in key order. The values are sorted
   * first, and then keys where the values are equal: half the work of sorting by both.
   *
   * @param ranksOf gives the ranks for a number of customers
   */
  List<CutPoint> atRanks(LongFunction<Stream<Long>> ranksOf) {
    long size = size();
    var ranks = ranksOf.apply(size).toList();
    var values = valuesAt(ranks, size);
    if (values.isEmpty()) {
      return List.of();
    }
    var counts = new ArrayList<Field<Integer>>();
    for (var value : values) {
      counts.add(count().filterWhere(VALUE.lt(value)));
      counts.add(count().filterWhere(VALUE.eq(value)));
    }
    var counted = db.select(counts).from(customers).fetchSingle().into(Integer[].class);
    var keys = new ArrayList<Field<String>>();
    for (int i = 0; i < values.size(); i++) {
      var share = shareOf(ranks.get(i) - counted[2 * i], counted[2 * i + 1]);
      keys.add(keyAt(share, values.get(i)));
    }
    var found = db.select(keys).from(customers).fetchSingle();
    return IntStream.range(0, values.size())
        .mapToObj(i -> new CutPoint(values.get(i), found.get(i, String.class), false))
        .toList();
  }

  private long size() {
    return db.fetchCount(customers);
  }

  private List<Double> valuesAt(List<Long> ranks, long size) {
    var shares = ranks.stream().map(rank -> shareOf(rank, size)).toArray(Double[]::new);
    var values =
        DSL.field(
            "percentile_disc({0}) within group (order by {1})", Double[].class, val(shares), VALUE);
    var found = db.select(values).from(customers).fetchSingle(values);
    return found == null ? List.of() : List.of(found);
  }

  private static Field<String> keyAt(double share, double value) {
    return DSL.field(
        "percentile_disc({0}) within group (order by {1}) filter (where {2})",
        String.class, val(share), KEY.collate("C"), VALUE.eq(value));
  }

  /** The argument of {@code percentile_disc} for a rank, half a rank away from rounding errors. */
  private static double shareOf(long rank, long size) {
    return (rank - 0.5) / size;
  }

  /** The last rank, counted from 1, whose percent rank is not above a share. */
  private static long rankAt(double share, long size) {
    // starts one too high, as the product can be rounded down
    long below = Math.min((long) (share * (size - 1)) + 1, size - 1);
    while (below > 0 && (double) below / (size - 1) > share) {
      below--;
    }
    return below + 1;
  }

  private static Field<Double[]> percentileCont(Stream<Double> shares) {
    return DSL.field(
        "percentile_cont({0}) within group (order by {1})",
        Double[].class, val(shares.toArray(Double[]::new)), VALUE);
  }
}
