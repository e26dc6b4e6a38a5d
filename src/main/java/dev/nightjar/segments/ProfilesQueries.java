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
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.percentileCont;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import dev.nightjar.database.AdjacentNights;
import dev.nightjar.database.AttributeShares;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The statements that profile the segments of one night, one method per part. */
final class ProfilesQueries {
  private static final dev.nightjar.db.rfm.tables.Nights RFM_NIGHTS =
      dev.nightjar.db.rfm.Tables.NIGHTS;

  private static final List<Field<?>> METRICS =
      List.of(
          PROFILES.MEAN_RECENCY_DAYS,
          PROFILES.MEAN_ORDERS_COUNT,
          PROFILES.MEAN_NET_VALUE,
          PROFILES.MEAN_ORDER_VALUE,
          PROFILES.MEAN_FREQUENCY,
          PROFILES.MEAN_MONETARY,
          PROFILES.MEDIAN_RECENCY_DAYS,
          PROFILES.MEDIAN_ORDERS_COUNT,
          PROFILES.MEDIAN_NET_VALUE,
          PROFILES.MEDIAN_FREQUENCY,
          PROFILES.MEDIAN_MONETARY);
  private static final List<Field<?>> COUNTS =
      List.of(PROFILES.PREVIOUS_CUSTOMERS, PROFILES.MOVED_IN, PROFILES.MOVED_OUT);

  private final AdjacentNights nights;
  private final Table<?> members;

  /**
   * @param members one row per customer of the night: key, segment and metrics
   */
  ProfilesQueries(AdjacentNights nights, Table<?> members) {
    this.nights = nights;
    this.members = members;
  }

  /** Adds the profiles of the night's segments, reading its moves. */
  void insertProfiles(DSLContext tx) {
    var scored = tx.fetchSingle(RFM_NIGHTS, RFM_NIGHTS.NIGHT.eq(nights.night()));
    var profiled =
        profiled(
            scored.getFrequencyCounts().equals("orders"), scored.getMonetaryValue().equals("sum"));
    var moved = moved();
    var customers = orZero(profiled, PROFILES.CUSTOMERS);
    var revenue = orZero(profiled, PROFILES.REVENUE);
    var columns =
        new ArrayList<Field<?>>(
            List.of(
                SEGMENTS.NIGHT,
                SEGMENTS.SEGMENT,
                customers.cast(SQLDataType.BIGINT).as(PROFILES.CUSTOMERS),
                share(customers).as(PROFILES.CUSTOMERS_SHARE),
                revenue.as(PROFILES.REVENUE),
                share(revenue).as(PROFILES.REVENUE_SHARE)));
    METRICS.forEach(metric -> columns.add(profiled.field(metric)));
    COUNTS.forEach(count -> columns.add(orZero(moved, count).cast(SQLDataType.BIGINT).as(count)));
    columns.add(RFM_NIGHTS.FREQUENCY_COUNTS);
    columns.add(RFM_NIGHTS.MONETARY_VALUE);
    tx.with(profiled)
        .with(moved)
        .insertInto(PROFILES, columns.stream().map(PROFILES::field).toList())
        .select(
            select(columns)
                .from(SEGMENTS)
                .join(RFM_NIGHTS)
                .on(RFM_NIGHTS.NIGHT.eq(SEGMENTS.NIGHT))
                .leftJoin(profiled)
                .on(profiled.field(SEGMENTS.SEGMENT).eq(SEGMENTS.SEGMENT))
                .leftJoin(moved)
                .on(moved.field(SEGMENTS.SEGMENT).eq(SEGMENTS.SEGMENT))
                .where(SEGMENTS.NIGHT.eq(nights.night())))
        .execute();
  }

  /**
   * One row per segment with customers: their metrics. Each median sorts all customers, and none
   * sorts the same numbers again.
   *
   * @param countsOrders whether frequency is the number of orders
   * @param isValue whether monetary is the value
   */
  private CommonTableExpression<?> profiled(boolean countsOrders, boolean isValue) {
    var recency = members.field(SCORES.RECENCY_DAYS);
    var orders = members.field(SCORES.ORDERS_COUNT);
    var value = members.field(SCORES.NET_VALUE);
    var frequency = members.field(SCORES.FREQUENCY);
    var monetary = members.field(SCORES.MONETARY);
    return name("profiled")
        .asMaterialized(
            select(
                    members.field(SEGMENTS.SEGMENT),
                    count().cast(BigDecimal.class).as(PROFILES.CUSTOMERS),
                    sum(value).as(PROFILES.REVENUE),
                    avg(recency).as(PROFILES.MEAN_RECENCY_DAYS),
                    avg(orders).as(PROFILES.MEAN_ORDERS_COUNT),
                    avg(value).as(PROFILES.MEAN_NET_VALUE),
                    median(recency).as(PROFILES.MEDIAN_RECENCY_DAYS),
                    median(orders).as(PROFILES.MEDIAN_ORDERS_COUNT),
                    median(value).as(PROFILES.MEDIAN_NET_VALUE),
                    sum(value)
                        .div(nullif(sum(orders), BigDecimal.ZERO))
                        .as(PROFILES.MEAN_ORDER_VALUE),
                    avg(frequency.cast(SQLDataType.NUMERIC)).as(PROFILES.MEAN_FREQUENCY),
                    avg(monetary.cast(SQLDataType.NUMERIC)).as(PROFILES.MEAN_MONETARY),
                    median(countsOrders ? orders : frequency).as(PROFILES.MEDIAN_FREQUENCY),
                    median(isValue ? value : monetary).as(PROFILES.MEDIAN_MONETARY))
                .from(members)
                .groupBy(members.field(SEGMENTS.SEGMENT)));
  }

  /** One row per segment: its customers before, and how many entered and left. */
  private CommonTableExpression<?> moved() {
    var entered = MOVES.TO_SEGMENT.eq(SEGMENTS.SEGMENT);
    var left = MOVES.FROM_SEGMENT.eq(SEGMENTS.SEGMENT);
    return name("moved")
        .as(
            select(
                    SEGMENTS.SEGMENT,
                    sum(MOVES.CUSTOMERS).filterWhere(left).as(PROFILES.PREVIOUS_CUSTOMERS),
                    sum(MOVES.CUSTOMERS)
                        .filterWhere(entered, MOVES.FROM_SEGMENT.isDistinctFrom(SEGMENTS.SEGMENT))
                        .as(PROFILES.MOVED_IN),
                    sum(MOVES.CUSTOMERS)
                        .filterWhere(left, MOVES.TO_SEGMENT.isDistinctFrom(SEGMENTS.SEGMENT))
                        .as(PROFILES.MOVED_OUT))
                .from(SEGMENTS)
                .join(MOVES)
                .on(MOVES.NIGHT.eq(SEGMENTS.NIGHT), entered.or(left))
                .where(SEGMENTS.NIGHT.eq(nights.night()))
                .groupBy(SEGMENTS.SEGMENT));
  }

  /** Adds the most frequent values of each attribute. */
  void insertAttributes(DSLContext tx) {
    var shares = new AttributeShares(members, members.field(MEMBERSHIPS.SEGMENT), noCondition());
    tx.insertInto(PROFILE_ATTRIBUTES, PROFILE_ATTRIBUTES.fields())
        .select(shares.of(nights.night()))
        .execute();
  }

  private static Field<BigDecimal> share(Field<BigDecimal> part) {
    return coalesce(part.div(nullif(sum(part).over(), BigDecimal.ZERO)), inline(BigDecimal.ZERO));
  }

  private static Field<?> median(Field<? extends Number> metric) {
    return percentileCont(inline(0.5)).withinGroupOrderBy(metric.cast(Double.class));
  }

  private static Field<BigDecimal> orZero(Table<?> counted, Field<?> column) {
    return coalesce(counted.field(column).cast(SQLDataType.NUMERIC), inline(BigDecimal.ZERO));
  }
}
