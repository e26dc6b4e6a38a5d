package dev.nightjar.views;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.nightjar.pipeline.DryRun;
import java.util.List;
import java.util.Map;

/**
 * The differences between the tables that nights update and rebuilt tables. JSON is the map.
 *
 * @param rows by table, the number of rows that only one of the two has
 */
public record TableDifferences(@JsonValue Map<String, Long> rows) {

  /** Rebuilds the tables of some stages, compares them, and rolls everything back. */
  public static TableDifferences of(List<String> stages, DryRun dryRun) {
    return new TableDifferences(dryRun.verify(stages));
  }

  /** The number of differing rows in all tables. */
  public long total() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}
