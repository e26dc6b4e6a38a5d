package dev.nightjar.segments;

import static dev.nightjar.db.rfm.Tables.SCORES;
import static dev.nightjar.db.segments.Tables.CELLS;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/**
 * The scores of a night, each with its segment, without looking up each customer in {@code
 * segments.memberships}.
 */
final class NamedScores {
  private NamedScores() {}

  /** One row per customer: the columns of {@code rfm.scores} and the segment. */
  static Table<?> of(LocalDate night, SegmentsSettings settings) {
    return select(SCORES.fields())
        .select(segment(settings).as(MEMBERSHIPS.SEGMENT))
        .from(SCORES)
        .leftJoin(CELLS)
        .on(CELLS.NIGHT.eq(night))
        .and(CELLS.R_SCORE.eq(SCORES.R_SCORE))
        .and(CELLS.F_SCORE.eq(SCORES.F_SCORE))
        .and(CELLS.M_SCORE.eq(SCORES.M_SCORE))
        .where(SCORES.NIGHT.eq(night))
        .asTable("named");
  }

  /** Key, segment and metrics of each customer, in a temporary table. */
  static Table<?> gather(DSLContext tx, Table<?> named) {
    var columns =
        named.fields(
            SCORES.CUSTOMER_KEY,
            MEMBERSHIPS.SEGMENT,
            SCORES.RECENCY_DAYS,
            SCORES.ORDERS_COUNT,
            SCORES.NET_VALUE,
            SCORES.FREQUENCY,
            SCORES.MONETARY);
    var members = table(name("members"));
    tx.createTemporaryTable(members).as(select(columns).from(named)).onCommitDrop().execute();
    tx.execute("analyze {0}", members);
    return select(
            Stream.of(columns)
                .map(each -> field(each.getUnqualifiedName(), each.getDataType()))
                .toList())
        .from(members)
        .asTable(members);
  }

  private static Field<String> segment(SegmentsSettings settings) {
    return when(SCORES.STANDING.eq("lapsed"), settings.lapsed().name())
        .when(SCORES.STANDING.eq("prospect"), settings.prospects().name())
        .when(SCORES.STANDING.eq("net-returner"), settings.netReturners().name())
        .otherwise(CELLS.SEGMENT);
  }
}
