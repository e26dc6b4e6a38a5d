package dev.nightjar.clustering;

import static dev.nightjar.db.clustering.Tables.MEMBERS;
import static dev.nightjar.db.rfm.Tables.METRICS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.nightjar.database.AdjacentNights;
import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.kmeans.Clustered;
import dev.nightjar.kmeans.Matrix;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Tonight's cluster of each customer, in a temporary table. Clusters have no numbers here yet: a
 * place is the index of a centroid, from 1.
 */
final class NightAssignments {
  private static final Table<?> TONIGHT = table(name("tonight"));
  private static final Field<String> CUSTOMER_KEY =
      field(name("tonight", "customer_key"), String.class);
  private static final Field<Integer> PLACE = field(name("tonight", "place"), Integer.class);
  private static final Field<Integer> CLUSTER = field(name("clusters", "cluster"), Integer.class);
  private static final Field<Integer> OF_PLACE = field(name("clusters", "place"), Integer.class);
  private static final int TYPICAL = 5;

  private final DSLContext tx;
  private final AdjacentNights nights;
  private List<List<String>> typical = List.of();

  /**
   * @param tx a transaction without another instance
   */
  NightAssignments(DSLContext tx, AdjacentNights nights) {
    this.tx = tx;
    this.nights = nights;
    tx.execute(
        "create temporary table {0} (customer_key text not null, place integer not null)"
            + " on commit drop",
        TONIGHT);
  }

  /**
   * What the customers of a cluster add up to.
   *
   * @param revenue value less returns in the window, in the business currency
   * @param typical keys of those nearest to the centroid, the nearest first
   */
  record Sums(long customers, BigDecimal revenue, List<String> typical) {
    static final Sums NONE = new Sums(0, BigDecimal.ZERO, List.of());

    /** Mean revenue; the least there is for a cluster without customers. */
    double meanRevenue() {
      return customers == 0 ? Double.NEGATIVE_INFINITY : revenue.doubleValue() / customers;
    }
  }

  /** Replaces the assignments. */
  void write(Population population, Matrix features, Clustered clustered) {
    tx.truncate(TONIGHT).execute();
    tx.connection(
        connection ->
            MembersCopy.write(
                connection, "tonight (customer_key, place)", population, clustered.members()));
    tx.execute("analyze {0}", TONIGHT);
    typical =
        Arrays.stream(clustered.nearest(features, TYPICAL))
            .map(each -> Arrays.stream(each).mapToObj(population::key).toList())
            .toList();
  }

  /**
   * How many customers are in another cluster than the night before.
   *
   * @param compared customers who have a cluster in both nights
   */
  record Movement(long compared, long moved) {}

  /**
   * The movement since the night before.
   *
   * @param numbers of the clusters, by their index
   * @return null if there is no night before
   */
  @Nullable Movement movement(List<Integer> numbers) {
    if (nights.previous() == null) {
      return null;
    }
    var clusters = clusters(numbers);
    var moved = count().filterWhere(CLUSTER.ne(MEMBERS.CLUSTER));
    return tx.select(count(), moved)
        .from(TONIGHT)
        .join(clusters)
        .on(OF_PLACE.eq(PLACE))
        .join(MEMBERS)
        .on(MEMBERS.CUSTOMER_KEY.eq(CUSTOMER_KEY), ValidityIntervals.at(MEMBERS, nights.previous()))
        .fetchSingle(row -> new Movement(row.value1(), row.value2()));
  }

  /** What each cluster's customers add up to, by its index. */
  List<Sums> sums(int k) {
    var revenue = coalesce(sum(METRICS.NET_VALUE), inline(BigDecimal.ZERO));
    var sums = new Sums[k];
    Arrays.fill(sums, Sums.NONE);
    tx.select(PLACE, count(), revenue)
        .from(TONIGHT)
        .join(METRICS)
        .on(METRICS.CUSTOMER_KEY.eq(CUSTOMER_KEY), ValidityIntervals.at(METRICS, nights.night()))
        .groupBy(PLACE)
        .forEach(
            row ->
                sums[row.value1() - 1] =
                    new Sums(row.value2(), row.value3(), typical.get(row.value1() - 1)));
    return List.of(sums);
  }

  /**
   * Makes them the members of the night.
   *
   * @param numbers of the clusters, by their index
   */
  void becomeMembers(List<Integer> numbers) {
    var states =
        select(CUSTOMER_KEY, CLUSTER).from(TONIGHT).join(clusters(numbers)).on(OF_PLACE.eq(PLACE));
    new ValidityIntervals(MEMBERS, nights.night(), nights.next()).replace(tx, states, null);
    // otherwise the next stages are planned as if there were no members tonight
    tx.execute("analyze clustering.members_live");
  }

  private static Table<?> clusters(List<Integer> numbers) {
    var places = IntStream.rangeClosed(1, numbers.size()).boxed().toArray(Integer[]::new);
    return table("unnest({0}, {1})", val(places), val(numbers.toArray(Integer[]::new)))
        .as("clusters", "place", "cluster");
  }
}
