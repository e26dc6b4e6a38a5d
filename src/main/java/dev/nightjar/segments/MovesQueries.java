package dev.nightjar.segments;

import static dev.nightjar.db.rfm.Tables.METRICS;
import static dev.nightjar.db.rfm.Tables.SCORES;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static dev.nightjar.db.segments.Tables.MOVES;
import static dev.nightjar.db.segments.Tables.SEGMENTS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.DSL.with;

import dev.nightjar.database.AdjacentNights;
import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.db.segments.tables.Memberships;
import dev.nightjar.db.segments.tables.Segments;
import java.math.BigDecimal;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.SelectSelectStep;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The statements that count moves since the night before, one method per part. */
final class MovesQueries {
  private static final Memberships BEFORE = MEMBERSHIPS.as("before");
  private static final Segments LEFT = SEGMENTS.as("left_behind");
  private static final Segments ENTERED = SEGMENTS.as("entered");
  private static final Field<String> NOTHING = inline((String) null, SQLDataType.VARCHAR);

  private final AdjacentNights nights;
  private final ValidityIntervals history;
  private final Table<?> members;

  /**
   * @param members one row per customer of the night: key, segment and metrics
   */
  MovesQueries(AdjacentNights nights, Table<?> members) {
    this.nights = nights;
    this.history = new ValidityIntervals(MEMBERSHIPS, nights.night(), nights.next());
    this.members = members;
  }

  /** Replaces the night's moves. */
  void replace(DSLContext tx) {
    tx.deleteFrom(MOVES).where(MOVES.NIGHT.eq(nights.night())).execute();
    var moves = moves().asTable("moves");
    var from = moves.field(MOVES.FROM_SEGMENT);
    var to = moves.field(MOVES.TO_SEGMENT);
    tx.insertInto(
            MOVES,
            MOVES.NIGHT,
            MOVES.FROM_SEGMENT,
            MOVES.TO_SEGMENT,
            MOVES.CAUSE,
            MOVES.CUSTOMERS,
            MOVES.REVENUE,
            MOVES.DIRECTION)
        .select(
            select(
                    val(nights.night()),
                    from,
                    to,
                    moves.field(MOVES.CAUSE),
                    moves.field(MOVES.CUSTOMERS),
                    moves.field(MOVES.REVENUE),
                    direction(from, to))
                .from(moves)
                .leftJoin(LEFT)
                .on(LEFT.NIGHT.eq(nights.previous()), LEFT.SEGMENT.eq(from))
                .leftJoin(ENTERED)
                .on(ENTERED.NIGHT.eq(nights.night()), ENTERED.SEGMENT.eq(to)))
        .execute();
  }

  /** Each segment's rank is that of its own night: the map can be another one. */
  private static Field<String> direction(Field<String> from, Field<String> to) {
    return when(from.isNull(), "entered")
        .when(to.isNull(), "left")
        .when(from.ne(to).and(ENTERED.POSITION.lt(LEFT.POSITION)), "upgrade")
        .when(from.ne(to).and(ENTERED.POSITION.gt(LEFT.POSITION)), "downgrade")
        .otherwise("stayed");
  }

  /**
   * One row per segment left, segment entered and cause. Customers who stayed are all members less
   * those who came: fewer look-ups.
   */
  private Select<?> moves() {
    var came = name("came").asMaterialized(came());
    var ways =
        present().unionAll(selectFrom(came)).unionAll(cameNotStayed(came)).unionAll(vanished());
    var each = ways.asTable("ways");
    var keys = each.fields(MOVES.FROM_SEGMENT, MOVES.TO_SEGMENT, MOVES.CAUSE);
    var customers = sum(each.field(MOVES.CUSTOMERS));
    return with(came)
        .select(keys)
        .select(
            customers.cast(SQLDataType.BIGINT).as(MOVES.CUSTOMERS),
            sum(each.field(MOVES.REVENUE)).as(MOVES.REVENUE))
        .from(each)
        .groupBy(keys)
        .having(customers.gt(BigDecimal.ZERO));
  }

  private Select<Record5<String, String, String, Long, BigDecimal>> present() {
    var segment = members.field(MEMBERSHIPS.SEGMENT);
    return way(segment, segment, NOTHING, members.field(SCORES.NET_VALUE))
        .from(members)
        .groupBy(segment);
  }

  /** The customers that changed tonight, from the memberships, with segment left and cause. */
  private Select<Record5<String, String, String, Long, BigDecimal>> came() {
    var from = MEMBERSHIPS.PREVIOUS_SEGMENT;
    return way(from, MEMBERSHIPS.SEGMENT, MEMBERSHIPS.CAUSE, members.field(SCORES.NET_VALUE))
        .from(MEMBERSHIPS)
        .join(members)
        .on(members.field(SCORES.CUSTOMER_KEY).eq(MEMBERSHIPS.CUSTOMER_KEY))
        .where(history.at(), MEMBERSHIPS.CHANGED_ON.eq(nights.night()))
        .groupBy(from, MEMBERSHIPS.SEGMENT, MEMBERSHIPS.CAUSE);
  }

  /** The members of each segment less those who came. */
  private static Select<Record5<String, String, String, Long, BigDecimal>> cameNotStayed(
      Table<?> came) {
    var segment = came.field(MOVES.TO_SEGMENT);
    return select(
            segment,
            segment,
            NOTHING,
            came.field(MOVES.CUSTOMERS).neg(),
            came.field(MOVES.REVENUE).neg())
        .from(came);
  }

  /** The customers who were there until the night before, and are gone. */
  private Select<Record5<String, String, String, Long, BigDecimal>> vanished() {
    return way(BEFORE.SEGMENT, NOTHING, inline("vanished"), METRICS.NET_VALUE)
        .from(BEFORE)
        .leftJoin(METRICS)
        .on(METRICS.CUSTOMER_KEY.eq(BEFORE.CUSTOMER_KEY))
        .and(isAsOfTheNightBefore())
        .where(BEFORE.VALID_TO.eq(nights.night()))
        .andNotExists(
            selectOne()
                .from(MEMBERSHIPS)
                .where(MEMBERSHIPS.CUSTOMER_KEY.eq(BEFORE.CUSTOMER_KEY), history.at()))
        .groupBy(BEFORE.SEGMENT);
  }

  /** The number of customers with a move, and their revenue. */
  private static SelectSelectStep<Record5<String, String, String, Long, BigDecimal>> way(
      Field<String> from, Field<String> to, Field<String> cause, Field<BigDecimal> net) {
    return select(
        from.as(MOVES.FROM_SEGMENT),
        to.as(MOVES.TO_SEGMENT),
        cause.as(MOVES.CAUSE),
        count().cast(SQLDataType.BIGINT).as(MOVES.CUSTOMERS),
        coalesce(sum(net), inline(BigDecimal.ZERO)).as(MOVES.REVENUE));
  }

  private Condition isAsOfTheNightBefore() {
    return nights.previous() == null
        ? falseCondition()
        : ValidityIntervals.at(METRICS, nights.previous());
  }
}
