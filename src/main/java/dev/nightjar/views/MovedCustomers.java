package dev.nightjar.views;

import static dev.nightjar.db.rfm.Tables.METRICS;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.ports.MoveCauses;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFromStep;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** One row per customer of two nights: the segments in both, and why they differ. */
final class MovedCustomers {
  private static final Field<String> KEY = MEMBERSHIPS.CUSTOMER_KEY;

  private final Table<?> before;
  private final Table<?> after;
  private final Table<?> causes;

  MovedCustomers(LocalDate earlier, LocalDate later, MoveCauses moveCauses, DSLContext db) {
    this(
        members(earlier, noCondition()),
        members(later, noCondition()),
        earlier,
        later,
        moveCauses,
        db);
  }

  private MovedCustomers(
      Select<?> earlierMembers,
      Select<?> laterMembers,
      LocalDate earlier,
      LocalDate later,
      MoveCauses moveCauses,
      DSLContext db) {
    before = earlierMembers.asTable("members_before");
    after = laterMembers.asTable("members_after");
    var movers =
        select(after.field(KEY).as(MoveCauses.CUSTOMER_KEY), to().as(MoveCauses.TO))
            .select(after.field(MEMBERSHIPS.ATTRIBUTES).as(MoveCauses.ATTRIBUTES))
            .from(before)
            .join(after)
            .on(before.field(KEY).eq(after.field(KEY)))
            .where(from().ne(to()))
            .asTable("movers");
    causes = moveCauses.between(earlier, later, movers, db).asTable("causes");
  }

  /**
   * Customers among whom are all with a move, to be selected by their segments; the others do not
   * matter and can be missing in either night.
   *
   * @param from segment in the earlier night; null for any
   * @param to segment in the later night; null for any
   */
  static MovedCustomers with(
      @Nullable String from,
      @Nullable String to,
      LocalDate earlier,
      LocalDate later,
      MoveCauses moveCauses,
      DSLContext db) {
    var left = inSegment(from);
    if (from != null && !from.equals(to)) {
      // a row that holds no longer has ended, and ended rows are found by an index
      left = left.and(MEMBERSHIPS.VALID_TO.le(later));
    }
    return new MovedCustomers(
        members(earlier, left), members(later, inSegment(to)), earlier, later, moveCauses, db);
  }

  private static Condition inSegment(@Nullable String segment) {
    return segment == null ? noCondition() : MEMBERSHIPS.SEGMENT.eq(segment);
  }

  private static Select<?> members(LocalDate night, Condition which) {
    return select(KEY, MEMBERSHIPS.SEGMENT, MEMBERSHIPS.ATTRIBUTES)
        .select(METRICS.NET_VALUE)
        .from(MEMBERSHIPS)
        .leftJoin(METRICS)
        .on(METRICS.CUSTOMER_KEY.eq(KEY), ValidityIntervals.at(METRICS, night))
        .where(ValidityIntervals.at(MEMBERSHIPS, night))
        .and(which);
  }

  Field<String> key() {
    return coalesce(after.field(KEY), before.field(KEY));
  }

  /** The segment in the earlier night; null if the night does not know the customer. */
  Field<String> from() {
    return before.field(MEMBERSHIPS.SEGMENT);
  }

  /** The segment in the later night; null if the night does not know the customer. */
  Field<String> to() {
    return after.field(MEMBERSHIPS.SEGMENT);
  }

  /** Code of the cause; null if the customer did not move from segment to segment. */
  Field<String> cause() {
    return causes.field(MoveCauses.CAUSE);
  }

  /** Value in the later night, or in the earlier night for customers that left. */
  Field<BigDecimal> revenue() {
    return when(to().isNull(), before.field(METRICS.NET_VALUE))
        .otherwise(after.field(METRICS.NET_VALUE));
  }

  /** Selects from the customers. */
  <R extends Record> SelectJoinStep<R> in(SelectFromStep<R> select) {
    return select
        .from(before)
        .fullJoin(after)
        .on(before.field(KEY).eq(after.field(KEY)))
        .leftJoin(causes)
        .on(causes.field(MoveCauses.CUSTOMER_KEY).eq(after.field(KEY)));
  }
}
