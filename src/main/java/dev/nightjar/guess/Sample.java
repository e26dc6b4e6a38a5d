package dev.nightjar.guess;

import dev.nightjar.formats.BadFile;
import dev.nightjar.formats.Formats;
import dev.nightjar.formats.Layout;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first lines of a file, by column.
 *
 * @param fileName of the file
 * @param words the layout, for people
 * @param layout settings of the layout that the night would not find by itself
 * @param columns names, as in the file
 * @param rows cells of the lines that are as wide as the header
 * @param isWhole whether these are all lines of the file
 */
record Sample(
    String fileName,
    String words,
    Map<String, String> layout,
    List<String> columns,
    List<String[]> rows,
    boolean isWhole) {
  private static final int MOST_LINES = 20_000;
  private static final char COMMENT = '#';

  /**
   * Reads the first lines of a file.
   *
   * @param encoding of the file; null to find it
   * @throws BadFile if it cannot be read
   */
  static Sample of(Path file, @Nullable Charset encoding) throws IOException {
    var settings = new LinkedHashMap<String, String>();
    if (encoding != null) {
      settings.put("encoding", encoding.name());
    }
    var sample = withEscapes(file, encoding, settings);
    // without a header, the first line would be read as column names
    return sample.isHeaderData() ? headless(file, encoding, settings) : sample;
  }

  private static Sample withEscapes(
      Path file, @Nullable Charset encoding, Map<String, String> settings) throws IOException {
    try {
      return read(file, layout(encoding, true, null, null), settings, List.of());
    } catch (BadFile bad) {
      try {
        var sample = read(file, layout(encoding, true, null, '\\'), settings, List.of());
        settings.put("escape", "\"\\\\\"");
        return sample;
      } catch (BadFile stillBad) {
        throw bad;
      }
    }
  }

  private static Sample headless(
      Path file, @Nullable Charset encoding, Map<String, String> settings) throws IOException {
    var sample = read(file, layout(encoding, false, null, null), settings, List.of("1"));
    if (sample.words.contains("blanks")) {
      settings.put("format", "blanks");
    }
    settings.put("header", "false");
    return sample;
  }

  private static Sample read(
      Path file, Layout layout, Map<String, String> settings, List<String> wanted)
      throws IOException {
    try (var records = Formats.open(file, layout, wanted)) {
      int width = records.columns().size();
      var rows = new ArrayList<String[]>();
      long comments = 0;
      var row = records.next();
      for (; row != null && rows.size() < MOST_LINES; row = records.next()) {
        if (row.cells().length == width) {
          rows.add(row.cells());
        } else if (row.cells()[0].startsWith(String.valueOf(COMMENT))) {
          comments++;
        }
      }
      if (comments > 0 && rows.stream().noneMatch(cells -> cells[0].startsWith("#"))) {
        settings.put("comment", "\"#\"");
      }
      var name = String.valueOf(file.getFileName());
      return new Sample(name, records.layout(), settings, records.columns(), rows, row == null);
    }
  }

  private static Layout layout(
      @Nullable Charset encoding,
      boolean header,
      @Nullable Character comment,
      @Nullable Character escape) {
    return new Layout(null, encoding, null, '"', header, List.of(), null, comment, escape);
  }

  /** Whether a column name is a number or a date: then the file has no header. */
  private boolean isHeaderData() {
    return columns.stream().anyMatch(column -> column.matches("[-+]?\\d[\\d.,/:\\sT-]*"));
  }

  /** Whether the file has a column once, under a name that settings can have. */
  boolean has(String column) {
    return columns.contains(column)
        && columns.indexOf(column) == columns.lastIndexOf(column)
        && !column.isBlank()
        && !column.equals("?");
  }

  /** Whether a column has values; as the customer, values that mean somebody. */
  boolean isCandidate(String field, String column) {
    return field.equals("customer") ? filled(column) > 0 : !values(column).isEmpty();
  }

  /** The cells of a column without blanks around them, one for each row. */
  List<String> cells(String column) {
    int index = columns.indexOf(column);
    return rows.stream().map(cells -> cells[index].strip()).toList();
  }

  /** The cells of a column that are not empty. */
  List<String> values(String column) {
    return cells(column).stream().filter(cell -> !cell.isEmpty()).toList();
  }

  /** The share of rows in which a column has a value that means something. */
  double filled(String column) {
    return rows.isEmpty()
        ? 0
        : (double) values(column).stream().filter(each -> !Nobody.is(each)).count() / rows.size();
  }

  /** The number of rows with each value of a column, the most frequent first. */
  Map<String, Integer> counts(String column) {
    var counts = new HashMap<String, Integer>();
    values(column).forEach(value -> counts.merge(value, 1, Integer::sum));
    var sorted = new LinkedHashMap<String, Integer>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(each -> sorted.put(each.getKey(), each.getValue()));
    return sorted;
  }
}
