package dev.nightjar.views;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.nightjar.pipeline.DryRun;
import java.util.List;
import java.util.Map;

/**
 * How the tables that nights keep up to date differ from tables that are made from scratch. JSON is
 * the map.
 *
 * @param rows by table, the rows that one of the two has and the other has not
 */
public record TableDifferences(@JsonValue Map<String, Long> rows) {

  /** Makes the tables of some stages from scratch, compares them, and takes everything back. */
  public static TableDifferences of(List<String> stages, DryRun dryRun) {
    return new TableDifferences(dryRun.verify(stages));
  }

  /** Rows that differ, of all tables. */
  public long total() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}
