package dev.nightjar.pipeline;

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
public record Neighbours(LocalDate night, @Nullable LocalDate previous, @Nullable LocalDate next) {

  /**
   * @param nights the stage's table of nights, with a column of that name
   */
  public static Neighbours of(LocalDate night, Table<?> nights, DSLContext db) {
    var date = field(name("night"), LocalDate.class);
    var around =
        db.select(max(date).filterWhere(date.lt(night)), min(date).filterWhere(date.gt(night)))
            .from(nights)
            .fetchSingle();
    return new Neighbours(night, around.value1(), around.value2());
  }
}
