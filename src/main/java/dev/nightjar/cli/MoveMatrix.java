package dev.nightjar.cli;

import dev.nightjar.views.Moves;
import dev.nightjar.views.Moves.Way;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Moves as a table with one row per segment left and one column per segment entered. Columns have
 * the numbers of the rows, and values from ten thousand on are rounded, so that a map of many
 * segments fits the screen.
 */
final class MoveMatrix {
  private static final int LONGEST_NAME = 20;
  private static final String NOBODY = "·";

  private final Moves moves;
  private final Function<Way, BigDecimal> measure;

  /**
   * @param measure the value that a cell sums
   */
  MoveMatrix(Moves moves, Function<Way, BigDecimal> measure) {
    this.moves = moves;
    this.measure = measure;
  }

  @Override
  public String toString() {
    var segments = moves.segments();
    var header = new ArrayList<>(List.of("", "from \\ to"));
    for (int number = 1; number <= segments.size(); number++) {
      header.add(String.valueOf(number));
    }
    header.addAll(List.of("Gone", "Total"));
    var table = TextTable.narrow(2, header.toArray(String[]::new));
    int number = 1;
    for (var from : segments) {
      table.row(row(String.valueOf(number++), from, way -> from.equals(way.from())));
    }
    table.row(row("", "New", way -> way.from() == null));
    table.row(row("", "Total", way -> true));
    return table.toString();
  }

  private String[] row(String number, String name, Predicate<Way> isInRow) {
    var row = new ArrayList<>(List.of(number, shortened(name)));
    for (var to : moves.segments()) {
      row.add(cell(isInRow.and(way -> to.equals(way.to()))));
    }
    row.add(cell(isInRow.and(way -> way.to() == null)));
    row.add(cell(isInRow));
    return row.toArray(String[]::new);
  }

  private String cell(Predicate<Way> which) {
    return moves.ways().stream()
        .filter(which)
        .map(measure)
        .reduce(BigDecimal::add)
        .map(MoveMatrix::rounded)
        .orElse(NOBODY);
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }

  /** A number in at most five characters plus a sign, such as 9,999, 12.3k, 456k or 1.2M. */
  static String rounded(BigDecimal value) {
    double size = Math.abs(value.doubleValue());
    if (size < 9_999.5) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    int unit = size < 999_500 ? 0 : size < 999_500_000 ? 1 : 2;
    double scaled = value.doubleValue() / Math.pow(1_000, unit + 1);
    var format = Math.abs(scaled) < 99.95 ? "%.1f%s" : "%.0f%s";
    return String.format(Locale.ROOT, format, scaled, "kMG".charAt(unit));
  }
}
