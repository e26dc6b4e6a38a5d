package dev.nightjar.database;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;

import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * A night between the nights that a stage has worked on.
 *
 * @param previous the newest before it; null where it is the first
 * @param next the first after it; null where it is the newest
 */
public record AdjacentNights(
    LocalDate night, @Nullable LocalDate previous, @Nullable LocalDate next) {

  /**
   * @param nights the stage's table of nights, with a column of that name
   */
  public static AdjacentNights of(LocalDate night, Table<?> nights, DSLContext db) {
    var date = field(name("night"), LocalDate.class);
    var around =
        db.select(max(date).filterWhere(date.lt(night)), min(date).filterWhere(date.gt(night)))
            .from(nights)
            .fetchSingle();
    return new AdjacentNights(night, around.value1(), around.value2());
  }
}
