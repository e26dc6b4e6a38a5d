package dev.nightjar.segments;

import static dev.nightjar.db.rfm.Tables.SCORES;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static dev.nightjar.db.segments.Tables.MOVES;
import static dev.nightjar.db.segments.Tables.PROFILES;
import static dev.nightjar.db.segments.Tables.SEGMENTS;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.percentileCont;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.nightjar.db.segments.tables.Memberships;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Row2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The statements of the stage for one night, one method per part. */
final class SegmentsQueries {
  private static final Memberships BEFORE = MEMBERSHIPS.as("before");
  private static final Memberships TONIGHT = MEMBERSHIPS.as("tonight");

  private final LocalDate night;
  private final @Nullable LocalDate previous;
  private final SegmentsSettings settings;

  /**
   * @param previous the night before, null for the first
   */
  SegmentsQueries(LocalDate night, @Nullable LocalDate previous, SegmentsSettings settings) {
    this.night = night;
    this.previous = previous;
    this.settings = settings;
  }

  /** The newest night before a night that has memberships; null where it is the first. */
  static @Nullable LocalDate nightBefore(DSLContext db, LocalDate night) {
    return db.select(max(SEGMENTS.NIGHT))
        .from(SEGMENTS)
        .where(SEGMENTS.NIGHT.lt(night))
        .fetchSingle()
        .value1();
  }

  /** Replaces everything that the stage keeps of the night. */
  void replace(DSLContext db) {
    db.deleteFrom(SEGMENTS).where(SEGMENTS.NIGHT.eq(night)).execute();
    db.deleteFrom(MOVES).where(MOVES.NIGHT.eq(night)).execute();
    insertSegments(db);
    insertMemberships(db);
    // a night that the statistics do not know is planned as if it had no rows
    db.execute("analyze segments.memberships");
    insertMoves(db);
    insertProfiles(db);
  }

  private void insertSegments(DSLContext db) {
    int position = 1;
    for (var segment : settings.segments()) {
      db.insertInto(SEGMENTS, SEGMENTS.fields())
          .values(night, segment.name(), position++, segment.description(), segment.action())
          .execute();
    }
  }

  private void insertMemberships(DSLContext db) {
    var cells = cells();
    var code =
        DSL.when(
            SCORES.STANDING.eq("scored"), concat(SCORES.R_SCORE, SCORES.F_SCORE, SCORES.M_SCORE));
    var segment =
        when(SCORES.STANDING.eq("prospect"), settings.prospects().name())
            .when(SCORES.STANDING.eq("net-returner"), settings.netReturners().name())
            .otherwise(cells.field("segment", String.class));
    var changedOn = when(BEFORE.SEGMENT.eq(segment), BEFORE.CHANGED_ON).otherwise(val(night));
    db.insertInto(MEMBERSHIPS, MEMBERSHIPS.fields())
        .select(
            select(val(night), SCORES.CUSTOMER_KEY, segment, code, BEFORE.SEGMENT, changedOn)
                .from(SCORES)
                .leftJoin(cells)
                .on(cells.field("code", String.class).eq(code))
                .leftJoin(BEFORE)
                .on(BEFORE.NIGHT.eq(previous), BEFORE.CUSTOMER_KEY.eq(SCORES.CUSTOMER_KEY))
                .where(SCORES.NIGHT.eq(night)))
        .execute();
  }

  /** One row per cell of the map: code and segment. */
  private Table<?> cells() {
    var rows =
        settings.segments().stream()
            .flatMap(each -> each.codeList().stream().map(code -> DSL.row(code, each.name())))
            .toList();
    return DSL.values(rows.toArray(Row2[]::new)).as("cells", "code", "segment");
  }

  /** From where to where: a full join of the two nights. */
  private void insertMoves(DSLContext db) {
    var before = members(BEFORE, previous).asTable("before");
    var tonight = members(TONIGHT, night).asTable("tonight");
    var key = MEMBERSHIPS.CUSTOMER_KEY;
    var from = before.field(MEMBERSHIPS.SEGMENT);
    var to = tonight.field(MEMBERSHIPS.SEGMENT);
    var revenue = coalesce(tonight.field(SCORES.NET_VALUE), before.field(SCORES.NET_VALUE));
    db.insertInto(MOVES, MOVES.fields())
        .select(
            select(val(night), from, to, count(), sum(revenue))
                .from(before)
                .fullJoin(tonight)
                .on(before.field(key).eq(tonight.field(key)))
                .groupBy(from, to))
        .execute();
  }

  private static Select<?> members(Memberships members, @Nullable LocalDate night) {
    return select(members.CUSTOMER_KEY, members.SEGMENT, SCORES.NET_VALUE)
        .from(members)
        .join(SCORES)
        .on(SCORES.NIGHT.eq(members.NIGHT), SCORES.CUSTOMER_KEY.eq(members.CUSTOMER_KEY))
        .where(members.NIGHT.eq(night));
  }

  private void insertProfiles(DSLContext db) {
    var totals = totals();
    var moved = moved();
    var customers = count(SCORES.CUSTOMER_KEY);
    var revenue = coalesce(sum(SCORES.NET_VALUE), inline(BigDecimal.ZERO));
    db.with(totals)
        .with(moved)
        .insertInto(PROFILES, PROFILES.fields())
        .select(
            select(
                    SEGMENTS.NIGHT,
                    SEGMENTS.SEGMENT,
                    customers,
                    share(
                        customers.cast(BigDecimal.class),
                        max(totals.field("customers", BigDecimal.class))),
                    revenue,
                    share(revenue, max(totals.field("revenue", BigDecimal.class))),
                    avg(SCORES.RECENCY_DAYS),
                    avg(SCORES.ORDERS_COUNT),
                    avg(SCORES.NET_VALUE),
                    median(SCORES.RECENCY_DAYS),
                    median(SCORES.ORDERS_COUNT),
                    median(SCORES.NET_VALUE),
                    orZero(moved, "previous"),
                    orZero(moved, "moved_in"),
                    orZero(moved, "moved_out"))
                .from(SEGMENTS)
                .crossJoin(totals)
                .leftJoin(moved)
                .on(moved.field(SEGMENTS.SEGMENT).eq(SEGMENTS.SEGMENT))
                .leftJoin(MEMBERSHIPS)
                .on(MEMBERSHIPS.NIGHT.eq(SEGMENTS.NIGHT), MEMBERSHIPS.SEGMENT.eq(SEGMENTS.SEGMENT))
                .leftJoin(SCORES)
                .on(SCORES.NIGHT.eq(MEMBERSHIPS.NIGHT))
                .and(SCORES.CUSTOMER_KEY.eq(MEMBERSHIPS.CUSTOMER_KEY))
                .where(SEGMENTS.NIGHT.eq(night))
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
                .where(SCORES.NIGHT.eq(night)));
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
                .where(SEGMENTS.NIGHT.eq(night))
                .groupBy(SEGMENTS.SEGMENT));
  }

  private static Field<BigDecimal> share(Field<BigDecimal> part, Field<BigDecimal> whole) {
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
