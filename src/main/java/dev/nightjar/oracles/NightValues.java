package dev.nightjar.oracles;

import static dev.nightjar.db.rfm.Tables.CUT_POINTS;
import static dev.nightjar.db.rfm.Tables.SCORES;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;

/**
 * The results of a night; each query has a key and a value. Only scored customers count, as
 * publications leave the others out.
 */
final class NightValues {
  private static final Condition IS_SCORED = SCORES.STANDING.eq("scored");

  private NightValues() {}

  /** By customer. */
  static Select<? extends Record2<?, ?>> byCustomer(Field<?> value) {
    return select(SCORES.CUSTOMER_KEY, value)
        .from(SCORES)
        .join(MEMBERSHIPS)
        .on(MEMBERSHIPS.CUSTOMER_KEY.eq(SCORES.CUSTOMER_KEY), MEMBERSHIPS.VALID_TO.isNull())
        .where(IS_SCORED);
  }

  /** By segment, without empty segments. */
  static Select<? extends Record2<?, ?>> bySegment(Field<?> aggregate) {
    return select(MEMBERSHIPS.SEGMENT, aggregate)
        .from(SCORES)
        .join(MEMBERSHIPS)
        .on(MEMBERSHIPS.CUSTOMER_KEY.eq(SCORES.CUSTOMER_KEY), MEMBERSHIPS.VALID_TO.isNull())
        .where(IS_SCORED)
        .groupBy(MEMBERSHIPS.SEGMENT);
  }

  /** The number of customers by score. */
  static Select<? extends Record2<?, ?>> byScore(Field<Integer> score) {
    return select(score, count()).from(SCORES).where(IS_SCORED).groupBy(score);
  }

  /** The cut points of a metric, by their positions. */
  static Select<? extends Record2<?, ?>> cutPoints(String metric) {
    return select(CUT_POINTS.POSITION, CUT_POINTS.VALUE)
        .from(CUT_POINTS)
        .where(CUT_POINTS.METRIC.eq(metric));
  }

  /** A figure about all customers, by its name. */
  static Select<? extends Record2<?, ?>> overAll(String name, Field<?> aggregate) {
    return select(inline(name), aggregate).from(SCORES).where(IS_SCORED);
  }
}
