package dev.nightjar.views;

import static dev.nightjar.db.clustering.Tables.MEMBERS;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static org.jooq.impl.DSL.count;

import dev.nightjar.database.ValidityIntervals;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/**
 * How segments and clusters of a night overlap.
 *
 * @param overlaps one entry per segment and cluster with customers in both
 */
public record SegmentsByClusters(List<Overlap> overlaps) {

  /**
   * Customers in a segment and a cluster.
   *
   * @param cluster number of the cluster; null for customers without one
   */
  public record Overlap(String segment, @Nullable Integer cluster, int customers) {}

  public static SegmentsByClusters of(LocalDate night, DSLContext db) {
    return new SegmentsByClusters(
        db.select(MEMBERSHIPS.SEGMENT, MEMBERS.CLUSTER, count())
            .from(MEMBERSHIPS)
            .leftJoin(MEMBERS)
            .on(MEMBERS.CUSTOMER_KEY.eq(MEMBERSHIPS.CUSTOMER_KEY))
            .and(ValidityIntervals.at(MEMBERS, night))
            .where(ValidityIntervals.at(MEMBERSHIPS, night))
            .groupBy(MEMBERSHIPS.SEGMENT, MEMBERS.CLUSTER)
            .orderBy(MEMBERSHIPS.SEGMENT, MEMBERS.CLUSTER)
            .fetch(Records.mapping(Overlap::new)));
  }

  /** The customers in a segment and a cluster; with null, in no cluster. */
  public long customers(String segment, @Nullable Integer cluster) {
    return overlaps.stream()
        .filter(each -> each.segment().equals(segment))
        .filter(each -> Objects.equals(each.cluster(), cluster))
        .mapToLong(Overlap::customers)
        .sum();
  }
}
