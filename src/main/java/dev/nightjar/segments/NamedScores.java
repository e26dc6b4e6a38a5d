package dev.nightjar.segments;

import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.db.rfm.Tables.SCORES;
import static dev.nightjar.db.segments.Tables.CELLS;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonEntry;
import static org.jooq.impl.DSL.jsonbObject;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import dev.nightjar.facts.CustomerFacts;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;

/**
 * The scores of a night, each with its segment, without looking up each customer in {@code
 * segments.memberships}.
 */
final class NamedScores {
  private NamedScores() {}

  /** One row per customer: the columns of {@code rfm.scores}, the segment, and what led to it. */
  static Table<?> of(LocalDate night, SegmentsSettings settings) {
    var choice = new RuleChoice(settings.segmentMap().conditionalRules());
    var scores = choice.rules().isEmpty() ? scores(night) : chosen(night, choice);
    var rule = scores.field(MEMBERSHIPS.RULE);
    return select(scores.fields())
        .select(segment(settings, scores, choice.segment(rule, CELLS.SEGMENT)))
        .from(scores)
        .leftJoin(CELLS)
        .on(CELLS.NIGHT.eq(night))
        .and(CELLS.R_SCORE.eq(scores.field(SCORES.R_SCORE)))
        .and(CELLS.F_SCORE.eq(scores.field(SCORES.F_SCORE)))
        .and(CELLS.M_SCORE.eq(scores.field(SCORES.M_SCORE)))
        .asTable("named");
  }

  /** The scores without a rule. */
  private static Table<?> scores(LocalDate night) {
    return select(SCORES.fields())
        .select(castNull(MEMBERSHIPS.RULE).as(MEMBERSHIPS.RULE))
        .select(castNull(MEMBERSHIPS.ATTRIBUTES).as(MEMBERSHIPS.ATTRIBUTES))
        .from(SCORES)
        .where(SCORES.NIGHT.eq(night))
        .asTable("scores");
  }

  /** The scores with the rule that the facts choose, and the attributes that rules look at. */
  private static Table<?> chosen(LocalDate night, RuleChoice choice) {
    var position = choice.position(SCORES.R_SCORE, SCORES.F_SCORE, SCORES.M_SCORE, facts(night));
    return select(SCORES.fields())
        .select(position.as(MEMBERSHIPS.RULE), attributes(choice).as(MEMBERSHIPS.ATTRIBUTES))
        .from(SCORES)
        .leftJoin(CUSTOMERS)
        .on(CUSTOMERS.CUSTOMER_KEY.eq(SCORES.CUSTOMER_KEY))
        .where(SCORES.NIGHT.eq(night))
        .asTable("scores");
  }

  /** The facts about a customer of the scores. */
  static CustomerFacts facts(LocalDate night) {
    return new CustomerFacts(
        SCORES.RECENCY_DAYS,
        field("{0} - {1}", Integer.class, inline(night), SCORES.FIRST_ORDERED_ON),
        SCORES.ORDERS_COUNT,
        SCORES.NET_VALUE,
        name -> CustomerFacts.attribute(name, CUSTOMERS.COUNTRY, CUSTOMERS.ATTRIBUTES));
  }

  private static Field<JSONB> attributes(RuleChoice choice) {
    var entries =
        choice.attributes().stream()
            .map(
                name ->
                    jsonEntry(
                        inline(name),
                        CustomerFacts.attribute(name, CUSTOMERS.COUNTRY, CUSTOMERS.ATTRIBUTES)))
            .toList();
    return entries.isEmpty()
        ? castNull(MEMBERSHIPS.ATTRIBUTES)
        : jsonbObject(entries).absentOnNull();
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

  private static Field<String> segment(
      SegmentsSettings settings, Table<?> scores, Field<String> ofCell) {
    var standing = scores.field(SCORES.STANDING);
    return when(standing.eq("lapsed"), settings.lapsed().name())
        .when(standing.eq("prospect"), settings.prospects().name())
        .when(standing.eq("net-returner"), settings.netReturners().name())
        .otherwise(ofCell)
        .as(MEMBERSHIPS.SEGMENT);
  }
}
