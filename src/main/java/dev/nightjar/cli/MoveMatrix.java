package dev.nightjar.cli;

import dev.nightjar.views.Moves;
import dev.nightjar.views.Moves.Way;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
        .map(sum -> Screen.FIGURES.brief(Math.round(sum.doubleValue())))
        .orElse(NOBODY);
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }
}
