package dev.nightjar.orders;

import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static dev.nightjar.orders.LineJudge.KEPT;
import static dev.nightjar.orders.PartsQueries.FRESH;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import dev.nightjar.db.ingest.tables.records.SourcesRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.WindowSpecificationOrderByStep;

/** What a part of an order takes from the whole of it, for the parts in the table of fresh ones. */
final class WholeOrder {
  private static final Condition IS_KEPT = FRESH.OUTCOME.eq(KEPT);
  private static final Condition IS_PURCHASE = IS_KEPT.and(not(FRESH.IS_RETURN));

  private final Condition mayBeFree;

  /**
   * @param policies of the sources
   */
  WholeOrder(List<SourcesRecord> policies) {
    var sources =
        policies.stream()
            .filter(SourcesRecord::getIsFreeLineCounted)
            .map(policy -> inline(policy.getSource()))
            .toList();
    mayBeFree = sources.isEmpty() ? falseCondition() : FRESH.SOURCE.in(sources);
  }

  /** The columns, in the order in which they end the table of parts. */
  List<Field<?>> columns() {
    return List.of(
        orderedOn().as(ORDER_PARTS.ORDERED_ON),
        field(isKept()).as(ORDER_PARTS.IS_ORDER_KEPT),
        field(isKept().and(isFirstPart())).as(ORDER_PARTS.IS_ORDER));
  }

  private static Field<LocalDate> orderedOn() {
    return when(
            IS_KEPT,
            coalesce(
                min(FRESH.BOOKED_ON).filterWhere(IS_PURCHASE).over(order()),
                min(FRESH.BOOKED_ON).filterWhere(IS_KEPT).over(order())))
        .otherwise(FRESH.BOOKED_ON);
  }

  private Condition isKept() {
    return IS_KEPT
        .and(count().filterWhere(IS_PURCHASE).over(order()).gt(0))
        .and(value(IS_KEPT).gt(BigDecimal.ZERO).or(isFree()));
  }

  /** An order that was sent back whole is worth nothing too, but was not free. */
  private Condition isFree() {
    return mayBeFree
        .and(value(IS_PURCHASE).eq(BigDecimal.ZERO))
        .and(value(IS_KEPT).eq(BigDecimal.ZERO));
  }

  private static Field<BigDecimal> value(Condition which) {
    return sum(FRESH.VALUE).filterWhere(which).over(order());
  }

  private static Condition isFirstPart() {
    var keptFirst = field(not(IS_KEPT));
    return rowNumber()
        .over(order().orderBy(keptFirst, FRESH.IS_RETURN, FRESH.FILE_ID, FRESH.BOOKED_ON))
        .eq(1);
  }

  /** A number that two customers share is two orders. */
  private static WindowSpecificationOrderByStep order() {
    return partitionBy(FRESH.SOURCE, FRESH.ORDER_NUMBER, FRESH.CUSTOMER_KEY);
  }
}
