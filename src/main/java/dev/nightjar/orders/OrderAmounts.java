package dev.nightjar.orders;

import static dev.nightjar.db.ingest.Tables.ORDER_LINES;
import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static org.jooq.impl.DSL.firstValue;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import dev.nightjar.db.ingest.tables.records.SourcesRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.WindowSpecification;
import org.jooq.impl.DSL;

/**
 * What lines are worth whose order has amounts that they repeat, or refunds. An amount that they
 * repeat counts on the first of them. A refund lowers the value, unless the source ignores returns;
 * if all of an order is refunded, its lines are left out.
 */
final class OrderAmounts {
  static final String KEPT = "kept";

  /** Why a line is left out, judged by its own values. */
  static final Field<String> VERDICT = DSL.field(name("verdict"), String.class);

  /** What was given back of a line, at least 0. */
  static final Field<BigDecimal> REFUND = DSL.field(name("refund"), BigDecimal.class);

  private static final String REFUNDED = "refunded";

  private final SourcesRecord policy;
  private final Table<?> judged;
  private final Field<String> verdict;
  private final WindowSpecification order;
  private final WindowSpecification lines;

  /**
   * @param judged the lines with value, refund and verdict, as read
   * @param isOfSeveralFiles whether the lines of an order are those of all its files
   */
  private OrderAmounts(
      SourcesRecord policy, LocalDate night, Table<?> judged, boolean isOfSeveralFiles) {
    this.policy = policy;
    this.judged = judged;
    this.verdict = judged.field(VERDICT);
    var file = judged.field(ORDER_PARTS.FILE_ID);
    var line = judged.field(ORDER_LINES.LINE_NUMBER);
    var together =
        new ArrayList<Field<?>>(
            List.of(
                judged.field(ORDER_PARTS.ORDER_NUMBER),
                DSL.field(judged.field(ORDER_PARTS.CUSTOMER_KEY).isNull()),
                DSL.field(judged.field(ORDER_PARTS.BOOKED_ON).gt(night)),
                verdict));
    if (!isOfSeveralFiles) {
      together.add(file);
    }
    this.order = partitionBy(together);
    this.lines =
        isOfSeveralFiles
            ? partitionBy(together).orderBy(file.desc(), line)
            : partitionBy(together).orderBy(line);
  }

  /** Whether a source has such amounts. */
  static boolean matter(SourcesRecord policy) {
    return policy.getHasRefunds() || policy.getIsTotalOnce();
  }

  /** The lines with the values and verdicts that follow from their orders. */
  static Table<?> settled(
      SourcesRecord policy, LocalDate night, Table<?> judged, boolean isOfSeveralFiles) {
    var amounts = new OrderAmounts(policy, night, judged, isOfSeveralFiles);
    var columns =
        Arrays.stream(judged.fields())
            .filter(each -> !each.getName().equals(REFUND.getName()))
            .map(amounts::settled)
            .toList();
    return select(columns).from(judged).asTable("settled");
  }

  private Field<?> settled(Field<?> column) {
    if (column.getName().equals(VERDICT.getName())) {
      return verdict().as(VERDICT);
    }
    return column.getName().equals(ORDER_PARTS.VALUE.getName())
        ? value().as(ORDER_PARTS.VALUE)
        : column;
  }

  private Field<BigDecimal> value() {
    var total = counted(judged.field(ORDER_PARTS.VALUE), policy.getIsTotalOnce());
    return policy.getHasRefunds() && policy.getReturns().equals("net")
        ? total.minus(counted(judged.field(REFUND), policy.getIsRefundOnce()))
        : total;
  }

  private Field<BigDecimal> counted(Field<BigDecimal> amount, boolean isOnce) {
    return isOnce ? when(rowNumber().over(lines).eq(1), amount).otherwise(BigDecimal.ZERO) : amount;
  }

  private Field<String> verdict() {
    if (!policy.getHasRefunds()) {
      return verdict;
    }
    var refund = ofOrder(judged.field(REFUND), policy.getIsRefundOnce());
    var total = ofOrder(judged.field(ORDER_PARTS.VALUE), policy.getIsTotalOnce());
    var isRefunded = verdict.eq(KEPT).and(refund.gt(BigDecimal.ZERO)).and(refund.ge(total));
    return when(isRefunded, inline(REFUNDED)).otherwise(verdict);
  }

  private Field<BigDecimal> ofOrder(Field<BigDecimal> amount, boolean isOnce) {
    return isOnce ? firstValue(amount).over(lines) : sum(amount).over(order);
  }
}
