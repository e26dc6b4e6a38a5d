package dev.nightjar.cli;

import dev.nightjar.home.Visible;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table for the screen: words are left-aligned, numbers right-aligned. */
final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();
  private final int words;
  private final String gap;
  private final Map<Integer, UnaryOperator<String>> marks = new HashMap<>();
  private List<Double> bars = List.of();

  /**
   * @param words number of leading columns with words
   * @param header of the columns
   */
  TextTable(int words, String... header) {
    this("  ", words, header);
  }

  private TextTable(String gap, int words, String... header) {
    this.gap = gap;
    this.words = words;
    rows.add(List.of(header));
  }

  /** A table with a single blank before each column. */
  static TextTable narrow(int words, String... header) {
    return new TextTable(" ", words, header);
  }

  /**
   * Marks the numbers of a column.
   *
   * @param mark of a number, which has its width already
   */
  TextTable marked(int column, UnaryOperator<String> mark) {
    marks.put(column, mark);
    return this;
  }

  /** Adds a bar behind each row, on a terminal with room for it. */
  void bars(List<Double> shares) {
    bars = shares;
  }

  void row(String... cells) {
    rows.add(Stream.of(cells).map(Visible::text).toList());
  }

  @Override
  public String toString() {
    var widths = new int[rows.get(0).size()];
    for (var row : rows) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], row.get(c).length());
      }
    }
    var text = new StringBuilder();
    int room = Screen.WIDTH - IntStream.of(widths).sum() - (widths.length + 1) * gap.length();
    double most = bars.stream().max(Double::compare).orElse(0.0);
    for (int r = 0; r < rows.size(); r++) {
      var line = new StringBuilder();
      for (int c = 0; c < widths.length; c++) {
        var cell = ("%" + (c < words ? "-" : "") + widths[c] + "s").formatted(rows.get(r).get(c));
        line.append(gap).append(Screen.isTerminal() ? marked(cell, r, c) : cell);
      }
      if (r > 0 && r <= bars.size() && Screen.isTerminal() && most > 0) {
        line.append(gap).append(Screen.bar(bars.get(r - 1) / most, room - marks.size()));
      }
      text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
    return text.toString();
  }

  /** A cell with its mark, or with a blank in place of it. */
  private String marked(String cell, int row, int column) {
    var mark = marks.get(column);
    if (mark == null) {
      return cell;
    }
    var marked = row == 0 ? cell : mark.apply(cell);
    return marked.equals(cell) ? cell + " " : marked;
  }
}
