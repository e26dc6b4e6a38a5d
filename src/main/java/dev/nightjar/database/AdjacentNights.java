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
 * The neighbours of a night among the nights of a stage.
 *
 * @param previous the newest night before it; null for the first night
 * @param next the first night after it; null for the newest night
 */
public record AdjacentNights(
    LocalDate night, @Nullable LocalDate previous, @Nullable LocalDate next) {

  /**
   * @param nights the stage's table of nights, with a column {@code night}
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
