package dev.nightjar.orders;

import static dev.nightjar.db.orders.Tables.FILE_OUTCOMES;
import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static dev.nightjar.orders.FreshParts.FRESH;
import static dev.nightjar.orders.FreshParts.FRESH_TABLE;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import dev.nightjar.db.orders.tables.OrderParts;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The outcomes of the lines of each file. */
final class FileOutcomes {
  private FileOutcomes() {}

  /**
   * Counts the lines of the touched orders again that are in files that were not read.
   *
   * @param touched the orders
   * @param isTouched whether a part is of one
   */
  static void adjustOthers(DSLContext db, List<Long> read, Table<?> touched, Condition isTouched) {
    var places = List.of(FRESH.FILE_ID, FRESH.OUTCOME);
    var lines =
        select(ORDER_PARTS.FILE_ID, ORDER_PARTS.OUTCOME, ORDER_PARTS.LINES_COUNT.neg())
            .from(ORDER_PARTS)
            .join(touched)
            .on(isTouched)
            .where(ORDER_PARTS.FILE_ID.notIn(read))
            .unionAll(
                select(FRESH.FILE_ID, FRESH.OUTCOME, FRESH.LINES_COUNT)
                    .from(FRESH_TABLE)
                    .where(FRESH.FILE_ID.notIn(read)))
            .asTable(FRESH.getName(), "file_id", "outcome", "lines_count");
    db.insertInto(FILE_OUTCOMES, FILE_OUTCOMES.fields())
        .select(
            select(places)
                .select(sum(FRESH.LINES_COUNT).cast(SQLDataType.BIGINT))
                .from(lines)
                .groupBy(places)
                .having(sum(FRESH.LINES_COUNT).ne(BigDecimal.ZERO)))
        .onConflict(FILE_OUTCOMES.FILE_ID, FILE_OUTCOMES.OUTCOME)
        .doUpdate()
        .set(FILE_OUTCOMES.LINES, FILE_OUTCOMES.LINES.plus(excluded(FILE_OUTCOMES.LINES)))
        .execute();
    db.deleteFrom(FILE_OUTCOMES).where(FILE_OUTCOMES.LINES.eq(0L)).execute();
  }

  /** Counts the outcomes of the lines of every file that was read. */
  static void replace(DSLContext db, List<Long> read) {
    db.deleteFrom(FILE_OUTCOMES).where(FILE_OUTCOMES.FILE_ID.in(read)).execute();
    db.insertInto(FILE_OUTCOMES, FILE_OUTCOMES.fields())
        .select(outcomes(ORDER_PARTS, ORDER_PARTS, ORDER_PARTS.FILE_ID.in(read)))
        .execute();
  }

  /** Lines by file and outcome. */
  static Select<?> outcomes(Table<?> table, OrderParts parts, Condition which) {
    return select(
            parts.FILE_ID,
            parts.OUTCOME,
            sum(parts.LINES_COUNT).cast(SQLDataType.BIGINT).as(FILE_OUTCOMES.LINES))
        .from(table)
        .where(which)
        .groupBy(parts.FILE_ID, parts.OUTCOME);
  }
}
