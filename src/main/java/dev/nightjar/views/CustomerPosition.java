package dev.nightjar.views;

import static dev.nightjar.db.clustering.Tables.CENTROIDS;
import static dev.nightjar.db.clustering.Tables.MEMBERS;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static org.jooq.impl.DSL.any;

import dev.nightjar.database.ValidityIntervals;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The segment and the cluster of a customer in a night. One per customer.
 *
 * @param cluster number of the cluster; null if the customer is not clustered
 * @param clusterName null if the customer is not clustered
 */
public record CustomerPosition(
    String segment, @Nullable Integer cluster, @Nullable String clusterName) {

  /** Positions by customer key, without customers that have no segment in the night. */
  public static Map<String, CustomerPosition> of(
      Collection<String> customers, LocalDate night, DSLContext db) {
    return db.select(MEMBERSHIPS.CUSTOMER_KEY, MEMBERSHIPS.SEGMENT, MEMBERS.CLUSTER, CENTROIDS.NAME)
        .from(MEMBERSHIPS)
        .leftJoin(MEMBERS)
        .on(MEMBERS.CUSTOMER_KEY.eq(MEMBERSHIPS.CUSTOMER_KEY), ValidityIntervals.at(MEMBERS, night))
        .leftJoin(CENTROIDS)
        .on(CENTROIDS.NIGHT.eq(night), CENTROIDS.IS_PROPOSED.isFalse())
        .and(CENTROIDS.CLUSTER.eq(MEMBERS.CLUSTER))
        .where(MEMBERSHIPS.CUSTOMER_KEY.eq(any(customers.toArray(String[]::new))))
        .and(ValidityIntervals.at(MEMBERSHIPS, night))
        .fetchMap(
            MEMBERSHIPS.CUSTOMER_KEY,
            row -> new CustomerPosition(row.value2(), row.value3(), row.value4()));
  }

  /** A cluster by number and name, for the screen. */
  public static String label(@Nullable Integer cluster, @Nullable String name) {
    if (cluster == null) {
      return "–";
    }
    return name == null || name.isEmpty() ? String.valueOf(cluster) : cluster + ", " + name;
  }
}
