package dev.nightjar.cli;

import dev.nightjar.home.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table for the screen: words are left-aligned, numbers right-aligned. */
final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();
  private final int words;
  private final String gap;

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
    for (var row : rows) {
      var line = new StringBuilder();
      for (int c = 0; c < widths.length; c++) {
        line.append(gap)
            .append(("%" + (c < words ? "-" : "") + widths[c] + "s").formatted(row.get(c)));
      }
      text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
    return text.toString();
  }
}
