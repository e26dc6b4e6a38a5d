package dev.nightjar.formats;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the delimiter between the columns of a text, and the lines above its header.
 *
 * @param sample the text's beginning
 * @param layout what is declared
 * @param wanted columns that the file should have
 */
record Delimiters(String sample, Layout layout, Collection<String> wanted) {
  private static final char[] USUAL = {',', ';', '\t', '|'};
  private static final int MOST_LINES = 200;

  /** The line with which Excel says how a CSV file is delimited. */
  private static final Pattern SEPARATOR =
      Pattern.compile("\\A\uFEFF?\"?sep=(.)\"?[ \\t,;]*(\\R|\\z)", Pattern.CASE_INSENSITIVE);

  /**
   * How the text is delimited.
   *
   * @param delimiter declared or found; a comma if nothing is delimited
   * @param isFound whether there is a delimiter
   * @param skippedLines lines above the header, or above the first record
   */
  record Found(char delimiter, boolean isFound, int skippedLines) {}

  /**
   * The delimiter with which a line has the wanted columns; otherwise the one that splits the lines
   * most evenly.
   */
  Found find() {
    var separator = SEPARATOR.matcher(sample);
    if (separator.find()) {
      var below = new Delimiters(sample.substring(separator.end()), layout, wanted);
      var delimiter =
          layout.delimiter() == null ? separator.group(1).charAt(0) : layout.delimiter();
      int skipped =
          layout.skipLines() == null ? 1 + below.above(below.lines(delimiter)) : skipped();
      return new Found(delimiter, true, skipped);
    }
    if (layout.delimiter() != null) {
      return new Found(layout.delimiter(), true, above(lines(layout.delimiter())));
    }
    var best = new Found(',', false, skipped());
    double bestScore = 0;
    for (char delimiter : USUAL) {
      if (delimiter != layout.quote()) {
        var lines = lines(delimiter);
        double score = score(lines);
        if (score > bestScore) {
          best = new Found(delimiter, true, above(lines));
          bestScore = score;
        }
      }
    }
    return best;
  }

  /** The usual name of a delimiter. */
  static String name(char delimiter) {
    return switch (delimiter) {
      case ',' -> "comma";
      case ';' -> "semicolon";
      case '\t' -> "tab";
      case '|' -> "pipe";
      case ' ' -> "space";
      default -> String.valueOf(delimiter);
    };
  }

  private int skipped() {
    return layout.skipLines() == null ? 0 : layout.skipLines();
  }

  /** The lines above the header, as declared or found. */
  private int above(List<CsvRecord> lines) {
    int header = header(lines);
    return header == 0 ? skipped() : (int) lines.get(header).getStartingLineNumber() - 1;
  }

  private int header(List<CsvRecord> lines) {
    return layout.header() && layout.skipLines() == null
        ? HeaderLine.of(lines.stream().map(CsvRecord::getFields).toList(), wanted)
        : 0;
  }

  /** Over 2 if the wanted columns are there; 0 if nothing is split. */
  private double score(List<CsvRecord> all) {
    if (all.isEmpty()) {
      return 0;
    }
    var lines = all.subList(header(all), all.size());
    int columns = lines.get(0).getFieldCount();
    if (columns < 2) {
      return 0;
    }
    double even = lines.stream().filter(line -> line.getFieldCount() == columns).count();
    double score = even / lines.size() + Math.min(columns, 100) / 1000.0;
    return hasWanted(lines.get(0)) ? 2 + score : score;
  }

  private boolean hasWanted(CsvRecord first) {
    return layout.header()
        ? HeaderLine.has(first.getFields(), wanted)
        : !wanted.isEmpty()
            && wanted.stream()
                .allMatch(
                    each ->
                        each.matches("[1-9]\\d{0,4}")
                            && Integer.parseInt(each) <= first.getFieldCount());
  }

  private List<CsvRecord> lines(char delimiter) {
    var lines = new ArrayList<CsvRecord>();
    var builder =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .quoteCharacter(layout.quote())
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    if (layout.comment() != null) {
      builder.commentStrategy(CommentStrategy.SKIP).commentCharacter(layout.comment());
    }
    var text =
        layout.escape() == null
            ? sample
            : new EscapedText(layout.escape(), delimiter, layout.quote()).hidden(sample);
    try (var csv = builder.ofCsvRecord(text)) {
      if (layout.skipLines() != null) {
        csv.skipLines(layout.skipLines());
      }
      for (var line : csv) {
        lines.add(line);
        if (lines.size() > MOST_LINES) {
          break;
        }
      }
    } catch (CsvParseException e) {
      // the lines parsed so far are enough: the reader will find the same fault again
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    if (lines.size() > 2) {
      // the sample can end within it
      lines.remove(lines.size() - 1);
    }
    return lines;
  }
}
