package dev.nightjar.segments;

import static dev.nightjar.db.rfm.Tables.SCORES;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static dev.nightjar.db.segments.Tables.MOVES;
import static dev.nightjar.db.segments.Tables.PROFILES;
import static dev.nightjar.db.segments.Tables.PROFILE_ATTRIBUTES;
import static dev.nightjar.db.segments.Tables.SEGMENTS;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.percentileCont;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import dev.nightjar.pipeline.AttributeShares;
import dev.nightjar.pipeline.History;
import dev.nightjar.pipeline.Neighbours;
import java.math.BigDecimal;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/** The statements that say who is in the segments of one night, one method per part. */
final class ProfilesQueries {
  private final Neighbours nights;
  private final History history;

  ProfilesQueries(Neighbours nights) {
    this.nights = nights;
    this.history = new History(MEMBERSHIPS, nights.night(), nights.next());
  }

  /** Adds the profiles of the night's segments, reading its moves. */
  void insertProfiles(DSLContext tx) {
    var totals = totals();
    var moved = moved();
    var customers = count(SCORES.CUSTOMER_KEY);
    var revenue = coalesce(sum(SCORES.NET_VALUE), inline(BigDecimal.ZERO));
    tx.with(totals)
        .with(moved)
        .insertInto(PROFILES, PROFILES.fields())
        .select(
            select(
                    SEGMENTS.NIGHT,
                    SEGMENTS.SEGMENT,
                    customers,
                    share(customers.cast(BigDecimal.class), totals, "customers"),
                    revenue,
                    share(revenue, totals, "revenue"),
                    avg(SCORES.RECENCY_DAYS),
                    avg(SCORES.ORDERS_COUNT),
                    avg(SCORES.NET_VALUE),
                    median(SCORES.RECENCY_DAYS),
                    median(SCORES.ORDERS_COUNT),
                    median(SCORES.NET_VALUE),
                    orZero(moved, "previous"),
                    orZero(moved, "moved_in"),
                    orZero(moved, "moved_out"),
                    sum(SCORES.NET_VALUE).div(nullif(sum(SCORES.ORDERS_COUNT), BigDecimal.ZERO)))
                .from(SEGMENTS)
                .crossJoin(totals)
                .leftJoin(moved)
                .on(moved.field(SEGMENTS.SEGMENT).eq(SEGMENTS.SEGMENT))
                .leftJoin(MEMBERSHIPS)
                .on(MEMBERSHIPS.SEGMENT.eq(SEGMENTS.SEGMENT), history.at())
                .leftJoin(SCORES)
                .on(SCORES.NIGHT.eq(SEGMENTS.NIGHT))
                .and(SCORES.CUSTOMER_KEY.eq(MEMBERSHIPS.CUSTOMER_KEY))
                .where(SEGMENTS.NIGHT.eq(nights.night()))
                .groupBy(SEGMENTS.NIGHT, SEGMENTS.SEGMENT))
        .execute();
  }

  private CommonTableExpression<?> totals() {
    return name("totals")
        .as(
            select(
                    count().cast(BigDecimal.class).as("customers"),
                    sum(SCORES.NET_VALUE).as("revenue"))
                .from(SCORES)
                .where(SCORES.NIGHT.eq(nights.night())));
  }

  /** One row per segment: its customers before, and how many came and went. */
  private CommonTableExpression<?> moved() {
    var entered = MOVES.TO_SEGMENT.eq(SEGMENTS.SEGMENT);
    var left = MOVES.FROM_SEGMENT.eq(SEGMENTS.SEGMENT);
    return name("moved")
        .as(
            select(
                    SEGMENTS.SEGMENT,
                    sum(MOVES.CUSTOMERS).filterWhere(left).as("previous"),
                    sum(MOVES.CUSTOMERS)
                        .filterWhere(entered, MOVES.FROM_SEGMENT.isDistinctFrom(SEGMENTS.SEGMENT))
                        .as("moved_in"),
                    sum(MOVES.CUSTOMERS)
                        .filterWhere(left, MOVES.TO_SEGMENT.isDistinctFrom(SEGMENTS.SEGMENT))
                        .as("moved_out"))
                .from(SEGMENTS)
                .join(MOVES)
                .on(MOVES.NIGHT.eq(SEGMENTS.NIGHT), entered.or(left))
                .where(SEGMENTS.NIGHT.eq(nights.night()))
                .groupBy(SEGMENTS.SEGMENT));
  }

  /** Adds the most frequent values of each attribute. */
  void insertAttributes(DSLContext tx) {
    var shares = new AttributeShares(MEMBERSHIPS, MEMBERSHIPS.SEGMENT, history.at());
    tx.insertInto(PROFILE_ATTRIBUTES, PROFILE_ATTRIBUTES.fields())
        .select(shares.of(nights.night()))
        .execute();
  }

  private static Field<BigDecimal> share(Field<BigDecimal> part, Table<?> totals, String column) {
    var whole = max(totals.field(column, BigDecimal.class));
    return coalesce(part.div(nullif(whole, BigDecimal.ZERO)), inline(BigDecimal.ZERO));
  }

  private static Field<?> median(Field<? extends Number> metric) {
    return percentileCont(inline(0.5)).withinGroupOrderBy(metric.cast(Double.class));
  }

  private static Field<?> orZero(Table<?> moved, String column) {
    return coalesce(max(moved.field(column, BigDecimal.class)), inline(BigDecimal.ZERO))
        .cast(Long.class);
  }
}
