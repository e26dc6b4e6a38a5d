package dev.nightjar.segments;

import static dev.nightjar.db.segments.Tables.NIGHTS;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A night between the nights that have segments.
 *
 * @param previous the newest before it; null where it is the first
 * @param next the first after it; null where it is the newest
 */
record Neighbours(LocalDate night, @Nullable LocalDate previous, @Nullable LocalDate next) {

  static Neighbours of(LocalDate night, DSLContext db) {
    var around =
        db.select(
                max(NIGHTS.NIGHT).filterWhere(NIGHTS.NIGHT.lt(night)),
                min(NIGHTS.NIGHT).filterWhere(NIGHTS.NIGHT.gt(night)))
            .from(NIGHTS)
            .fetchSingle();
    return new Neighbours(night, around.value1(), around.value2());
  }
}
