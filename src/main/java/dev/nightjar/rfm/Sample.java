package dev.nightjar.rfm;

import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
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

  private static final Field<Long> SIZE = DSL.field(name("size"), SQLDataType.BIGINT);
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

  /** Type-7 quantiles at the shares i/n, exact to the 34th digit; none if there is no customer. */
  Stream<BigDecimal> quantiles(int bins) {
    long size = size();
    if (size == 0) {
      return Stream.of();
    }
    var neighbours = neighbours(bins, inline(size));
    return interpolated(bins, size, db.select(neighbours).from(customers).fetchSingle(neighbours));
  }

  /** Type-7 quantiles of those with the same scores before, by these. */
  Map<String, List<CutPoint>> quantilesWithin(int bins) {
    if (scoresBefore.isEmpty()) {
      return Map.of("", CutPoint.closedBelow(quantiles(bins).map(BigDecimal::doubleValue)));
    }
    var sized =
        select(customers.fields())
            .select(count().over(partitionBy(scoresBefore)).cast(SQLDataType.BIGINT).as(SIZE))
            .from(customers)
            .asTable("customers");
    var neighbours = neighbours(bins, SIZE);
    var within = new HashMap<String, List<CutPoint>>();
    var groups = new ArrayList<Field<?>>(scoresBefore);
    groups.add(SIZE);
    db.select(groups)
        .select(neighbours)
        .from(sized)
        .groupBy(groups)
        .forEach(
            row -> {
              var scores =
                  scoresBefore.stream()
                      .map(row::get)
                      .map(String::valueOf)
                      .collect(Collectors.joining());
              var quantiles = interpolated(bins, row.get(SIZE), row.get(neighbours));
              within.put(scores, CutPoint.closedBelow(quantiles.map(BigDecimal::doubleValue)));
            });
    return within;
  }

  /** For each quantile, the values at the ranks just below and just above it. */
  private static Field<Double[]> neighbours(int bins, Field<Long> size) {
    var shares = new ArrayList<Field<Double>>();
    for (int i = 1; i < bins; i++) {
      var below = size.minus(1).times(i).div(bins).plus(1);
      for (var rank : List.of(below, least(below.plus(1), size))) {
        shares.add(rank.cast(SQLDataType.DOUBLE).minus(0.5).div(size));
      }
    }
    return valuesAt(array(shares));
  }

  /**
   * A quantile lies where the rank 1 + i(N - 1)/n would be, between its neighbours. Decimal
   * numbers, as a rounded cut point can fall below a value that it equals.
   */
  private static Stream<BigDecimal> interpolated(int bins, long size, Double[] neighbours) {
    return IntStream.range(1, bins)
        .mapToObj(
            i -> {
              var below = BigDecimal.valueOf(neighbours[2 * i - 2]);
              var above = BigDecimal.valueOf(neighbours[2 * i - 1]);
              var part = BigDecimal.valueOf((size - 1) * i % bins);
              var step = above.subtract(below).multiply(part);
              return below.add(step.divide(BigDecimal.valueOf(bins), MathContext.DECIMAL128));
            });
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
   * @param isDescending whether ranks are counted from the highest value; keys ascend anyway
   * @return the customers before which, or with which, a bin ends, lowest values first
   */
  List<CutPoint> atRanks(LongFunction<Stream<Long>> ranksOf, boolean isDescending) {
    long size = size();
    var ranks = new ArrayList<>(ranksOf.apply(size).toList());
    if (isDescending) {
      Collections.reverse(ranks);
    }
    var values =
        valuesAt(ranks.stream().map(rank -> isDescending ? size + 1 - rank : rank).toList(), size);
    if (values.isEmpty()) {
      return List.of();
    }
    var counts = new ArrayList<Field<Integer>>();
    for (var value : values) {
      counts.add(count().filterWhere(isDescending ? VALUE.gt(value) : VALUE.lt(value)));
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
        .mapToObj(i -> new CutPoint(values.get(i), found.get(i, String.class), isDescending))
        .toList();
  }

  private long size() {
    return db.fetchCount(customers);
  }

  private List<Double> valuesAt(List<Long> ranks, long size) {
    var values = valuesAt(val(ranks.stream().map(r -> shareOf(r, size)).toArray(Double[]::new)));
    var found = db.select(values).from(customers).fetchSingle(values);
    return found == null ? List.of() : List.of(found);
  }

  /** The first values at which shares of the customers are reached. */
  private static Field<Double[]> valuesAt(Field<?> shares) {
    return DSL.field(
        "percentile_disc({0}) within group (order by {1})", Double[].class, shares, VALUE);
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
}
