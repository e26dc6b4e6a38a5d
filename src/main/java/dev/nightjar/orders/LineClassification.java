package dev.nightjar.orders;

import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.ingest.Tables.ORDER_LINES;
import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static dev.nightjar.orders.OrderAmounts.KEPT;
import static dev.nightjar.orders.OrderAmounts.REFUND;
import static dev.nightjar.orders.OrderAmounts.VERDICT;
import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.boolAnd;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import dev.nightjar.db.ingest.tables.OrderLines;
import dev.nightjar.db.ingest.tables.records.SourcesRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableLike;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Classifies the lines of one source by its policy: which count, and which are returns. The policy
 * shapes the statement, which tests only what the policy needs.
 */
final class LineClassification {
  /** The lines, with their alias in the statements. */
  static final OrderLines LINES = ORDER_LINES.as("l");

  private static final Field<BigDecimal> LINE_VALUE = LINES.QUANTITY.mul(LINES.UNIT_PRICE);
  private static final Field<LocalDate> LINE_DAY = LINES.ORDERED_AT.cast(SQLDataType.LOCALDATE);
  private static final Field<Integer> COPY = field(name("copy"), Integer.class);

  private final SourcesRecord policy;
  private final LocalDate night;

  LineClassification(SourcesRecord policy, LocalDate night) {
    this.policy = policy;
    this.night = night;
  }

  /** Whether the outcome of a line depends on other lines of its order. */
  static boolean comparesLines(SourcesRecord policy) {
    return policy.getDuplicates().equals("drop-identical")
        || policy.getDuplicates().equals("by-key");
  }

  /**
   * The parts of the orders that some lines make up, in the column order of the table of parts
   * without the columns that need all parts of an order.
   *
   * @param lines the table of order lines, with whatever is joined to it
   * @param which of them
   */
  Select<?> parts(TableLike<?> lines, Condition which) {
    var judged = settled(judged(lines, which).asTable("judged"));
    var keys =
        new ArrayList<Field<?>>(
            List.of(
                judged.field(ORDER_PARTS.ORDER_NUMBER),
                judged.field(ORDER_PARTS.CUSTOMER_KEY),
                judged.field(ORDER_PARTS.FILE_ID),
                judged.field(ORDER_PARTS.BOOKED_ON),
                judged.field(ORDER_PARTS.IS_RETURN)));
    if (leavesLinesOut()) {
      keys.add(judged.field(VERDICT));
    }
    return select(
            inline(policy.getSource()).as(ORDER_PARTS.SOURCE),
            judged.field(ORDER_PARTS.ORDER_NUMBER),
            judged.field(ORDER_PARTS.CUSTOMER_KEY),
            judged.field(ORDER_PARTS.FILE_ID),
            judged.field(ORDER_PARTS.BOOKED_ON),
            outcome(judged).as(ORDER_PARTS.OUTCOME),
            judged.field(ORDER_PARTS.IS_RETURN),
            line(min(judged.field(LINES.LINE_NUMBER)), ORDER_PARTS.FIRST_LINE),
            line(max(judged.field(LINES.LINE_NUMBER)), ORDER_PARTS.LAST_LINE),
            count().cast(SQLDataType.BIGINT).as(ORDER_PARTS.LINES_COUNT),
            sum(judged.field(ORDER_PARTS.VALUE)).as(ORDER_PARTS.VALUE),
            policy.getHasCountry()
                ? min(judged.field(LINES.COUNTRY)).as(ORDER_PARTS.COUNTRY)
                : nothing(ORDER_PARTS.COUNTRY),
            policy.getHasAttributes()
                ? min(judged.field(LINES.ATTRIBUTES).cast(SQLDataType.CLOB))
                    .cast(SQLDataType.JSONB)
                    .as(ORDER_PARTS.ATTRIBUTES)
                : nothing(ORDER_PARTS.ATTRIBUTES),
            nothing(ORDER_PARTS.OWN_OUTCOME),
            sum(judged.field(ORDER_PARTS.UNITS)).as(ORDER_PARTS.UNITS),
            isFree(judged))
        .from(judged)
        .groupBy(keys);
  }

  /** Lines that cancel each other are worth nothing together, and still not free. */
  private Field<Boolean> isFree(Table<?> judged) {
    var isFree =
        policy.getIsFreeLineCounted()
            ? boolAnd(judged.field(ORDER_PARTS.VALUE).eq(BigDecimal.ZERO))
            : inline(false);
    return isFree.as(ORDER_PARTS.IS_FREE);
  }

  /** The lines with what follows from the amounts of their orders. */
  private Table<?> settled(Table<?> judged) {
    return OrderAmounts.matter(policy)
        ? OrderAmounts.settled(policy, night, judged, comparesLines(policy))
        : judged;
  }

  /** The locations of lines, kept only if the lines have to be found again. */
  private Field<Long> line(Field<Long> line, Field<Long> column) {
    return comparesLines(policy) ? line.as(column) : nothing(column);
  }

  /** The outcome that depends on day and customer, computed once per part instead of per line. */
  private Field<String> outcome(Table<?> judged) {
    return when(judged.field(ORDER_PARTS.BOOKED_ON).gt(night), "after-night")
        .when(judged.field(ORDER_PARTS.CUSTOMER_KEY).isNull(), "no-customer")
        .otherwise(leavesLinesOut() ? judged.field(VERDICT) : inline(KEPT));
  }

  /** Whether the policy leaves out lines by their own values at all. */
  private boolean leavesLinesOut() {
    return policy.getHasRefunds() || !reasons(falseCondition()).isEmpty();
  }

  /** One row per line, with its value and the verdict by its values. */
  private Select<?> judged(TableLike<?> lines, Condition which) {
    if (!comparesLines(policy)) {
      return select(columns(falseCondition())).from(lines).where(which);
    }
    var columns = new ArrayList<Field<?>>(List.of(LINES.fields()));
    columns.add(copy().as(COPY));
    var compared = select(columns).from(lines).where(which).asTable(LINES.getName());
    return select(columns(COPY.gt(1))).from(compared);
  }

  private List<Field<?>> columns(Condition isRepeated) {
    var columns = new ArrayList<>(lineColumns(isRepeated));
    if (policy.getHasRefunds()) {
      var refund = coalesce(abs(LINES.REFUNDED), inline(BigDecimal.ZERO));
      columns.add(
          when(condition(isReturn()), inline(BigDecimal.ZERO)).otherwise(refund).as(REFUND));
    }
    return columns;
  }

  private List<Field<?>> lineColumns(Condition isRepeated) {
    return List.of(
        orderNumber(policy).as(ORDER_PARTS.ORDER_NUMBER),
        LINES.CUSTOMER_KEY,
        LINES.FILE_ID,
        LINES.LINE_NUMBER,
        LINE_DAY.as(ORDER_PARTS.BOOKED_ON),
        verdict(isRepeated).as(VERDICT),
        isReturn().as(ORDER_PARTS.IS_RETURN),
        value().as(ORDER_PARTS.VALUE),
        LINES.QUANTITY.as(ORDER_PARTS.UNITS),
        LINES.COUNTRY,
        LINES.ATTRIBUTES);
  }

  /**
   * The number in the source; a line without one is an order of its own, named after its file and
   * line.
   */
  static Field<String> orderNumber(SourcesRecord policy) {
    if (policy.getFeed().equals("order-lines")) {
      return LINES.ORDER_NUMBER;
    }
    var fileName = field(select(FILES.NAME).from(FILES).where(FILES.FILE_ID.eq(LINES.FILE_ID)));
    return coalesce(
        LINES.ORDER_NUMBER,
        fileName.concat(inline(":"), LINES.LINE_NUMBER.cast(SQLDataType.VARCHAR)));
  }

  /**
   * Numbers the lines that are the same: of identical lines, the first is number 1; of lines of one
   * order and product, or line id, the last. Later days do not turn a line into a copy.
   */
  private Field<Integer> copy() {
    boolean lastCounts = policy.getDuplicates().equals("by-key");
    var same = new ArrayList<Field<?>>(List.of(orderNumber(policy)));
    same.add(policy.getHasLineIds() ? LINES.LINE_ID : LINES.PRODUCT_CODE);
    same.add(field(LINE_DAY.gt(night)));
    if (!lastCounts) {
      same.addAll(
          List.of(
              LINES.CUSTOMER_KEY,
              LINES.ORDERED_AT,
              LINES.PRODUCT_CODE,
              LINES.REFUNDED,
              LINES.QUANTITY,
              LINES.UNIT_PRICE,
              LINES.STATUS,
              LINES.COUNTRY,
              LINES.ATTRIBUTES));
    }
    var order =
        Stream.of(LINES.FILE_ID, LINES.LINE_NUMBER)
            .map(each -> lastCounts ? each.desc() : each.asc())
            .toList();
    return rowNumber().over().partitionBy(same).orderBy(order);
  }

  private Field<String> verdict(Condition isRepeated) {
    var verdict = DSL.<String>when(falseCondition(), inline(KEPT));
    for (var reason : reasons(isRepeated).entrySet()) {
      verdict = verdict.when(reason.getKey(), reason.getValue());
    }
    return verdict.otherwise(inline(KEPT));
  }

  /** The first reason in a line's own values to leave it out. */
  private Map<Condition, String> reasons(Condition isRepeated) {
    var reasons = new LinkedHashMap<Condition, String>();
    if (policy.getKeptStatuses().length > 0) {
      reasons.put(not(isOneOf(LINES.STATUS, policy.getKeptStatuses())), "status-not-kept");
    }
    if (comparesLines(policy)) {
      reasons.put(isRepeated, "duplicate");
    }
    if (policy.getReturns().equals("ignore")) {
      reasons.put(condition(isReturn()), "return");
      var isWorthless =
          policy.getIsFreeLineCounted()
              ? LINE_VALUE.lt(BigDecimal.ZERO)
              : LINE_VALUE.le(BigDecimal.ZERO);
      reasons.put(isWorthless, "no-value");
    }
    return reasons;
  }

  private Field<Boolean> isReturn() {
    var marks = new ArrayList<Condition>();
    if (policy.getReturnPrefix() != null) {
      marks.add(LINES.ORDER_NUMBER.startsWith(inline(policy.getReturnPrefix())));
    }
    if (policy.getReturnStatuses().length > 0) {
      marks.add(isOneOf(LINES.STATUS, policy.getReturnStatuses()));
    }
    if (policy.getIsNegativeQuantityReturn()) {
      marks.add(LINES.QUANTITY.lt(BigDecimal.ZERO));
      if (policy.getFeed().equals("orders")) {
        marks.add(LINE_VALUE.lt(BigDecimal.ZERO));
      }
    }
    return marks.isEmpty() ? inline(false) : coalesce(field(or(marks)), inline(false));
  }

  private Field<BigDecimal> value() {
    return when(condition(isReturn()), abs(LINE_VALUE).neg()).otherwise(LINE_VALUE);
  }

  private static Condition isOneOf(Field<String> status, String[] statuses) {
    return condition(coalesce(field(status.in(statuses)), inline(false)));
  }

  private static <T> Field<T> nothing(Field<T> column) {
    return inline((T) null, column.getDataType()).as(column);
  }
}
