package dev.nightjar.deliver;

import dev.nightjar.db.deliver.tables.SentRows;
import java.util.List;
import org.jooq.Condition;

/**
 * What a destination has of an audience.
 *
 * @param columns names of the cells of its rows
 */
record Holding(String destination, String audience, List<String> columns) {

  Condition is(SentRows rows) {
    return rows.DESTINATION.eq(destination).and(rows.AUDIENCE.eq(audience));
  }
}
