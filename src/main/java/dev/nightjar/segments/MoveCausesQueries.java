package dev.nightjar.segments;

import static dev.nightjar.db.segments.Tables.CELLS;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static dev.nightjar.db.segments.Tables.NIGHTS;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;

import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.db.segments.tables.Cells;
import dev.nightjar.db.segments.tables.Memberships;
import dev.nightjar.facts.CustomerFacts;
import dev.nightjar.ports.CrossedScores;
import dev.nightjar.ports.CrossedScores.Change;
import dev.nightjar.ports.MoveCauses;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Select;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/**
 * Compares the segments that a customer would have if only a part of what changed had changed with
 * the segment that the customer has.
 *
 * <p>If what changed with the customer suffices, the cause is {@code time} if ageing the earlier
 * night's orders suffices as well, {@code attributes} if that and the attributes of the later night
 * do, and otherwise {@code orders}. Of the remaining moves, those for which the cut points suffice
 * have the cause {@code cut-points}; the others took both.
 */
@Component
final class MoveCausesQueries implements MoveCauses {
  private static final Memberships BEFORE = MEMBERSHIPS.as("membership_before");

  private final CrossedScores scores;

  MoveCausesQueries(CrossedScores scores) {
    this.scores = scores;
  }

  @Override
  public Select<?> between(LocalDate earlier, LocalDate later, Table<?> movers, DSLContext db) {
    var key = movers.field(CUSTOMER_KEY);
    if (!areOfOneDefinition(earlier, later, db)) {
      return select(key, inline("settings").as(CAUSE)).from(movers);
    }
    var crossed = scores.between(earlier, later, select(key).from(movers), db).asTable("crossed");
    var choice = RuleChoice.of(later, db);
    var metrics = new Crossing(Change.METRICS, CELLS.as("by_metrics"), choice);
    var time = new Crossing(Change.TIME, CELLS.as("by_time"), choice);
    var cutPoints = new Crossing(Change.CUT_POINTS, CELLS.as("by_cut_points"), choice);
    var to = movers.field(TO);
    var now = movers.field(ATTRIBUTES);
    var then = BEFORE.ATTRIBUTES;
    // if the earlier night scored nobody, it has no cut points that could have moved anybody
    var hasNoCell = Change.METRICS.standing().eq("scored").and(metrics.cells().SEGMENT.isNull());
    var ofTheCustomer =
        when(time.leadsTo(to, then), "time")
            .when(hasOtherAttributes(choice).and(time.leadsTo(to, now)), "attributes")
            .otherwise("orders");
    var cause =
        when(metrics.leadsTo(to, now).or(hasNoCell), ofTheCustomer)
            .when(cutPoints.leadsTo(to, then), "cut-points")
            .otherwise("both");
    return select(key, cause.as(CAUSE))
        .from(movers)
        .join(crossed)
        .on(crossed.field(CrossedScores.CUSTOMER_KEY).eq(key))
        .leftJoin(BEFORE)
        .on(BEFORE.CUSTOMER_KEY.eq(key), hasRules(choice), ValidityIntervals.at(BEFORE, earlier))
        .leftJoin(metrics.cells())
        .on(metrics.isCell(later))
        .leftJoin(time.cells())
        .on(time.isCell(later))
        .leftJoin(cutPoints.cells())
        .on(cutPoints.isCell(later));
  }

  /** Whether the map and the scoring of the nights are the same, as far as is known. */
  private static boolean areOfOneDefinition(LocalDate night, LocalDate other, DSLContext db) {
    return db.fetchCount(
            select(NIGHTS.DEFINITION)
                .from(NIGHTS)
                .where(NIGHTS.NIGHT.in(night, other), NIGHTS.DEFINITION.ne(""))
                .groupBy(NIGHTS.DEFINITION))
        <= 1;
  }

  /** Without such rules, the earlier membership is not looked up. */
  private static Condition hasRules(RuleChoice choice) {
    return choice.rules().isEmpty() ? falseCondition() : trueCondition();
  }

  private static Condition hasOtherAttributes(RuleChoice choice) {
    return choice.attributes().isEmpty() ? falseCondition() : trueCondition();
  }

  /** A change, and the cells and rules of the map that it leads to. */
  private record Crossing(Change change, Cells cells, RuleChoice choice) {

    /** Standings without scores are segments of their own, whatever the cut points. */
    Condition leadsTo(Field<String> segment, Field<JSONB> attributes) {
      return when(change.standing().eq("scored"), field(segment(attributes).eq(segment)))
          .otherwise(field(change.standing().eq(Change.METRICS.standing())))
          .isTrue();
    }

    private Field<String> segment(Field<JSONB> attributes) {
      var facts =
          new CustomerFacts(
              change.daysSinceOrder(),
              change.daysSinceFirstOrder(),
              change.orders(),
              change.netValue(),
              name -> jsonbGetAttributeAsText(attributes, inline(name)));
      var position =
          choice.position(
              change.score("recency"), change.score("frequency"), change.score("monetary"), facts);
      return choice.segment(position, cells.SEGMENT);
    }

    Condition isCell(LocalDate night) {
      return cells
          .NIGHT
          .eq(night)
          .and(cells.R_SCORE.eq(change.score("recency")))
          .and(cells.F_SCORE.eq(change.score("frequency")))
          .and(cells.M_SCORE.eq(change.score("monetary")));
    }
  }
}
