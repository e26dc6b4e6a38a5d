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
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.nightjar.db.segments.tables.Memberships;
import dev.nightjar.db.segments.tables.Segments;
import dev.nightjar.pipeline.History;
import dev.nightjar.pipeline.Neighbours;
import java.math.BigDecimal;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

/** The statements that count who moved since the night before, one method per part. */
final class MovesQueries {
  private static final Memberships BEFORE = MEMBERSHIPS.as("before");
  private static final Segments LEFT = SEGMENTS.as("left_behind");
  private static final Segments ENTERED = SEGMENTS.as("entered");

  private final Neighbours nights;
  private final History history;

  MovesQueries(Neighbours nights) {
    this.nights = nights;
    this.history = new History(MEMBERSHIPS, nights.night(), nights.next());
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

  /** Each segment's place is that of its own night: the map may be another one. */
  private static Field<String> direction(Field<String> from, Field<String> to) {
    return when(from.isNull(), "entered")
        .when(to.isNull(), "left")
        .when(from.ne(to).and(ENTERED.POSITION.lt(LEFT.POSITION)), "upgrade")
        .when(from.ne(to).and(ENTERED.POSITION.gt(LEFT.POSITION)), "downgrade")
        .otherwise("stayed");
  }

  /** One row per segment left, segment entered and cause. */
  private Select<?> moves() {
    var ways = present().unionAll(vanished()).asTable("ways");
    var keys = ways.fields(MOVES.FROM_SEGMENT, MOVES.TO_SEGMENT, MOVES.CAUSE);
    return select(keys)
        .select(
            count().cast(SQLDataType.BIGINT).as(MOVES.CUSTOMERS),
            coalesce(sum(ways.field(SCORES.NET_VALUE)), inline(BigDecimal.ZERO)).as(MOVES.REVENUE))
        .from(ways)
        .groupBy(keys);
  }

  /** Who is there tonight: the memberships tell who changed tonight, from where and why. */
  private Select<Record4<String, String, String, BigDecimal>> present() {
    var changed = MEMBERSHIPS.CHANGED_ON.eq(nights.night());
    return select(
            when(changed, MEMBERSHIPS.PREVIOUS_SEGMENT)
                .otherwise(MEMBERSHIPS.SEGMENT)
                .as(MOVES.FROM_SEGMENT),
            MEMBERSHIPS.SEGMENT.as(MOVES.TO_SEGMENT),
            when(changed, MEMBERSHIPS.CAUSE).as(MOVES.CAUSE),
            SCORES.NET_VALUE)
        .from(MEMBERSHIPS)
        .join(SCORES)
        .on(SCORES.NIGHT.eq(nights.night()), SCORES.CUSTOMER_KEY.eq(MEMBERSHIPS.CUSTOMER_KEY))
        .where(history.at());
  }

  /** Who was there until tonight, and is no more. */
  private Select<Record4<String, String, String, BigDecimal>> vanished() {
    return select(
            BEFORE.SEGMENT,
            inline((String) null, SQLDataType.VARCHAR),
            inline("vanished"),
            METRICS.NET_VALUE)
        .from(BEFORE)
        .leftJoin(METRICS)
        .on(METRICS.CUSTOMER_KEY.eq(BEFORE.CUSTOMER_KEY))
        .and(isAsOfTheNightBefore())
        .where(BEFORE.VALID_TO.eq(nights.night()))
        .andNotExists(
            selectOne()
                .from(MEMBERSHIPS)
                .where(MEMBERSHIPS.CUSTOMER_KEY.eq(BEFORE.CUSTOMER_KEY), history.at()));
  }

  private Condition isAsOfTheNightBefore() {
    return nights.previous() == null ? falseCondition() : History.at(METRICS, nights.previous());
  }
}
