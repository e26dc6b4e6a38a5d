package dev.nightjar.destinations;

import dev.nightjar.identity.Refusal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** How many rows were written, and what was left out, by reason. */
public final class Tally {
  private final long[][] cells;
  private long rows;
  private long withoutIdentifier;

  Tally(int columns) {
    cells = new long[columns][Refusal.values().length];
  }

  void row() {
    rows++;
  }

  void rowWithoutIdentifier() {
    withoutIdentifier++;
  }

  void cell(int column, Refusal reason) {
    cells[column][reason.ordinal()]++;
  }

  void add(Tally other) {
    rows += other.rows;
    withoutIdentifier += other.withoutIdentifier;
    for (int c = 0; c < cells.length; c++) {
      for (int r = 0; r < cells[c].length; r++) {
        cells[c][r] += other.cells[c][r];
      }
    }
  }

  /** Rows written. */
  public long rows() {
    return rows;
  }

  /** Members without a row, as an identifier that the destination needs is missing or refused. */
  public long withoutIdentifier() {
    return withoutIdentifier;
  }

  /** Cells left empty by column and reason; columns of one name together. */
  public Map<String, Map<Refusal, Long>> cells(List<Column> columns) {
    var byColumn = new TreeMap<String, Map<Refusal, Long>>();
    IntStream.range(0, cells.length)
        .forEach(
            c -> {
              for (var reason : Refusal.values()) {
                if (cells[c][reason.ordinal()] > 0) {
                  byColumn
                      .computeIfAbsent(
                          columns.get(c).header(), header -> new EnumMap<>(Refusal.class))
                      .merge(reason, cells[c][reason.ordinal()], Long::sum);
                }
              }
            });
    return byColumn;
  }
}
