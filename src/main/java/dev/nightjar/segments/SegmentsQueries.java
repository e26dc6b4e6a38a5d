package dev.nightjar.segments;

import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.db.rfm.Tables.METRICS;
import static dev.nightjar.db.rfm.Tables.SCORES;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static dev.nightjar.db.segments.Tables.MOVES;
import static dev.nightjar.db.segments.Tables.NIGHTS;
import static dev.nightjar.db.segments.Tables.SEGMENTS;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.nightjar.database.AdjacentNights;
import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.db.segments.tables.Memberships;
import dev.nightjar.ports.MoveCauses;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectOnConditionStep;
import org.jooq.Table;

/** The statements that assign each customer a segment in one night, one method per part. */
final class SegmentsQueries {
  private static final Memberships BEFORE = MEMBERSHIPS.as("before");

  private static final dev.nightjar.db.rfm.tables.Nights RFM_NIGHTS =
      dev.nightjar.db.rfm.Tables.NIGHTS;

  private static final Table<Record> TOUCHED = table(name("touched_memberships"));
  private static final Field<String> TOUCHED_KEY =
      field(name("touched_memberships", "customer_key"), String.class);

  private static final Table<Record> MOVERS = table(name("movers"));
  private static final Table<Record> CAUSES = table(name("causes"));
  private static final Field<String> CAUSED_KEY =
      field(name("causes", "customer_key"), String.class);
  private static final Field<String> CAUSE = field(name("causes", "cause"), String.class);

  private final AdjacentNights nights;
  private final SegmentsSettings settings;
  private final MapQueries map;
  private final RuleChoice choice;
  private final Table<?> named;
  private final MoveCauses causes;

  /**
   * @param named the scores of the night with their segments
   */
  SegmentsQueries(
      AdjacentNights nights, SegmentsSettings settings, Table<?> named, MoveCauses causes) {
    this.nights = nights;
    this.settings = settings;
    this.map = new MapQueries(nights.night(), settings);
    this.choice = map.choice();
    this.named = named;
    this.causes = causes;
  }

  /** Replaces the night's map and all memberships. */
  void replace(DSLContext tx) {
    map.replace(tx);
    var definition = map.definition(tx);
    boolean isStep = isStep(tx, definition);
    remember(tx, definition);
    var isTouched = noCondition();
    Select<Record1<String>> touched = null;
    if (isStep) {
      gatherTouched(tx);
      touched = select(TOUCHED_KEY).from(TOUCHED);
      isTouched = named.field(SCORES.CUSTOMER_KEY).in(touched);
    }
    gatherCauses(tx, isTouched);
    new ValidityIntervals(MEMBERSHIPS, nights.night(), nights.next())
        .replace(tx, states().where(isTouched), touched);
  }

  private void remember(DSLContext tx, String definition) {
    tx.insertInto(NIGHTS)
        .set(NIGHTS.NIGHT, nights.night())
        .set(NIGHTS.MAP, settings.map())
        .set(NIGHTS.DEFINITION, definition)
        .set(NIGHTS.SCORING_RUN, scoringRun(RFM_NIGHTS.NIGHT.eq(nights.night())))
        .onConflict(NIGHTS.NIGHT)
        .doUpdate()
        .setAllToExcluded()
        .execute();
  }

  /** Why customers moved since the night before. */
  private void gatherCauses(DSLContext tx, Condition isTouched) {
    var segment = named.field(MEMBERSHIPS.SEGMENT);
    var movers =
        select(named.field(SCORES.CUSTOMER_KEY), segment.as(MoveCauses.TO))
            .select(named.field(MEMBERSHIPS.ATTRIBUTES).as(MoveCauses.ATTRIBUTES))
            .from(named)
            .join(BEFORE)
            .on(BEFORE.CUSTOMER_KEY.eq(named.field(SCORES.CUSTOMER_KEY)), isHeldBefore())
            .where(BEFORE.SEGMENT.ne(segment), isTouched);
    tx.createTemporaryTable(MOVERS).as(movers).onCommitDrop().execute();
    tx.execute("analyze {0}", MOVERS);
    var previous = nights.previous();
    var movedTo =
        select(MoveCauses.CUSTOMER_KEY, MoveCauses.TO, MoveCauses.ATTRIBUTES)
            .from(MOVERS)
            .asTable(MOVERS);
    tx.createTemporaryTable(CAUSES)
        .as(
            previous == null
                ? select(
                        MoveCauses.TO.as(MoveCauses.CUSTOMER_KEY),
                        MoveCauses.TO.as(MoveCauses.CAUSE))
                    .from(MOVERS)
                : causes.between(previous, nights.night(), movedTo, tx))
        .onCommitDrop()
        .execute();
    tx.execute("analyze {0}", CAUSES);
  }

  /**
   * Whether the night is new and directly follows the last one, by the same definition: then only
   * customers with changed scores or facts can change segment.
   */
  private boolean isStep(DSLContext tx, String definition) {
    return nights.next() == null
        && !tx.fetchExists(NIGHTS, NIGHTS.NIGHT.eq(nights.night()))
        && tx.fetchExists(
            NIGHTS,
            NIGHTS.NIGHT.eq(nights.previous()),
            NIGHTS.DEFINITION.eq(definition),
            NIGHTS.SCORING_RUN.eq(scoringRun(isRfmNightBefore())));
  }

  private Condition isRfmNightBefore() {
    var earlier = RFM_NIGHTS.as("earlier");
    return RFM_NIGHTS.NIGHT.eq(
        select(max(earlier.NIGHT)).from(earlier).where(earlier.NIGHT.lt(nights.night())));
  }

  private static Field<Long> scoringRun(Condition night) {
    return field(select(RFM_NIGHTS.RUN).from(RFM_NIGHTS).where(night));
  }

  /**
   * Customers with changed scores or metrics, with days that passed a threshold of the map, or with
   * a record or order that can have changed an attribute; and customers that are gone.
   */
  private void gatherTouched(DSLContext tx) {
    var key = named.field(SCORES.CUSTOMER_KEY);
    tx.createTemporaryTable(TOUCHED)
        .as(
            select(key)
                .from(named)
                .where(condition(named.field(SCORES.IS_CHANGED)).or(hasPassedAThreshold()))
                .union(
                    select(METRICS.CUSTOMER_KEY)
                        .from(METRICS)
                        .where(METRICS.VALID_TO.eq(nights.night())))
                .union(withNewAttributes()))
        .onCommitDrop()
        .execute();
    tx.execute("analyze {0}", TOUCHED);
  }

  private Condition hasPassedAThreshold() {
    return choice.passes(
        named.field(SCORES.RECENCY_DAYS),
        field(
            "{0} - {1}",
            Integer.class, inline(nights.night()), named.field(SCORES.FIRST_ORDERED_ON)),
        ChronoUnit.DAYS.between(nights.previous(), nights.night()));
  }

  /** Customers that the orders stage read again since the night before. */
  private Select<Record1<String>> withNewAttributes() {
    var before =
        field(
            select(RFM_NIGHTS.BUILD)
                .from(RFM_NIGHTS)
                .where(RFM_NIGHTS.NIGHT.eq(nights.previous())));
    return select(CUSTOMERS.CUSTOMER_KEY)
        .from(CUSTOMERS)
        .where(choice.attributes().isEmpty() ? falseCondition() : CUSTOMERS.BUILD.gt(before));
  }

  /** Deletes the intervals that ended by a night. */
  static void forget(DSLContext tx, LocalDate until) {
    ValidityIntervals.forget(tx, MEMBERSHIPS, until);
    tx.deleteFrom(SEGMENTS).where(SEGMENTS.NIGHT.lt(until)).execute();
    tx.deleteFrom(NIGHTS).where(NIGHTS.NIGHT.lt(until)).execute();
    tx.deleteFrom(MOVES).where(MOVES.NIGHT.lt(until)).execute();
  }

  /** One row per customer: the segment, and when and why the customer entered it. */
  private SelectOnConditionStep<?> states() {
    var segment = named.field(MEMBERSHIPS.SEGMENT);
    var stays = BEFORE.SEGMENT.eq(segment);
    return select(
            named.field(SCORES.CUSTOMER_KEY),
            segment,
            named.field(SCORES.R_SCORE),
            named.field(SCORES.F_SCORE),
            named.field(SCORES.M_SCORE),
            when(stays, BEFORE.PREVIOUS_SEGMENT)
                .otherwise(BEFORE.SEGMENT)
                .as(MEMBERSHIPS.PREVIOUS_SEGMENT),
            when(stays, BEFORE.CHANGED_ON)
                .otherwise(val(nights.night()))
                .as(MEMBERSHIPS.CHANGED_ON),
            when(BEFORE.CUSTOMER_KEY.isNull(), "new")
                .when(stays, BEFORE.CAUSE)
                .otherwise(CAUSE)
                .as(MEMBERSHIPS.CAUSE),
            named.field(MEMBERSHIPS.RULE),
            named.field(MEMBERSHIPS.ATTRIBUTES))
        .from(named)
        .leftJoin(BEFORE)
        .on(BEFORE.CUSTOMER_KEY.eq(named.field(SCORES.CUSTOMER_KEY)), isHeldBefore())
        .leftJoin(CAUSES)
        .on(CAUSED_KEY.eq(named.field(SCORES.CUSTOMER_KEY)));
  }

  private Condition isHeldBefore() {
    return nights.previous() == null
        ? falseCondition()
        : ValidityIntervals.at(BEFORE, nights.previous());
  }
}
