package dev.nightjar.segments;

import static dev.nightjar.db.segments.Tables.CELLS;
import static dev.nightjar.db.segments.Tables.NIGHTS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import dev.nightjar.db.segments.tables.Cells;
import dev.nightjar.ports.CrossedScores;
import dev.nightjar.ports.CrossedScores.Change;
import dev.nightjar.ports.MoveCauses;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/**
 * Compares the segments that a customer would have if only the metrics, only the time or only the
 * cut points had changed with the segment that the customer has.
 *
 * <p>If the metrics of the later night suffice, the cause is {@code time} if ageing the earlier
 * night's orders suffices as well, and otherwise {@code orders}. Of the remaining moves, those for
 * which the cut points suffice have the cause {@code cut-points}; the others took both.
 */
@Component
final class MoveCausesQueries implements MoveCauses {
  private final CrossedScores scores;

  MoveCausesQueries(CrossedScores scores) {
    this.scores = scores;
  }

  @Override
  public Select<?> between(LocalDate earlier, LocalDate later, Table<?> movers, DSLContext db) {
    var key = movers.field(CUSTOMER_KEY);
    if (areOfOneDefinition(earlier, later, db)) {
      var crossed = scores.between(earlier, later, select(key).from(movers), db).asTable("crossed");
      var metrics = new Crossing(Change.METRICS, CELLS.as("by_metrics"));
      var time = new Crossing(Change.TIME, CELLS.as("by_time"));
      var cutPoints = new Crossing(Change.CUT_POINTS, CELLS.as("by_cut_points"));
      var to = movers.field(TO);
      // if the earlier night scored nobody, it has no cut points that could have moved anybody
      var hasNoCell = Change.METRICS.standing().eq("scored").and(metrics.cells().SEGMENT.isNull());
      var byMetrics = metrics.leadsTo(to).or(hasNoCell);
      var cause =
          when(byMetrics, when(time.leadsTo(to), "time").otherwise("orders"))
              .when(cutPoints.leadsTo(to), "cut-points")
              .otherwise("both");
      return select(key, cause.as(CAUSE))
          .from(movers)
          .join(crossed)
          .on(crossed.field(CrossedScores.CUSTOMER_KEY).eq(key))
          .leftJoin(metrics.cells())
          .on(metrics.isCell(later))
          .leftJoin(time.cells())
          .on(time.isCell(later))
          .leftJoin(cutPoints.cells())
          .on(cutPoints.isCell(later));
    }
    return select(key, inline("settings").as(CAUSE)).from(movers);
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

  /** A change, and the cells of the map that it leads to. */
  private record Crossing(Change change, Cells cells) {

    /** Standings without scores are segments of their own, whatever the cut points. */
    Condition leadsTo(Field<String> segment) {
      return when(change.standing().eq("scored"), field(cells.SEGMENT.eq(segment)))
          .otherwise(field(change.standing().eq(Change.METRICS.standing())))
          .isTrue();
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
