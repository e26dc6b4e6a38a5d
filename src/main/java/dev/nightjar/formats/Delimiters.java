package dev.nightjar.formats;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the delimiter between the columns of a text.
 *
 * @param sample the text's beginning
 * @param wanted columns that the file should have
 */
record Delimiters(String sample, char quote, boolean hasHeader, Collection<String> wanted) {
  private static final char[] USUAL = {',', ';', '\t', '|'};
  private static final int MOST_LINES = 200;

  /**
   * The delimiter with which the header has the wanted columns; otherwise the one that splits the
   * lines most evenly; otherwise none.
   */
  @Nullable Character find() {
    Character best = null;
    double bestScore = 0;
    for (char delimiter : USUAL) {
      if (delimiter == quote) {
        continue;
      }
      var lines = lines(delimiter);
      double score = lines.isEmpty() ? 0 : score(lines);
      if (score > bestScore) {
        best = delimiter;
        bestScore = score;
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

  /** Over 2 if the wanted columns are there; 0 if nothing is split. */
  private double score(List<List<String>> lines) {
    int columns = lines.get(0).size();
    if (columns < 2) {
      return 0;
    }
    double even = lines.stream().filter(line -> line.size() == columns).count();
    double score = even / lines.size() + Math.min(columns, 100) / 1000.0;
    return hasWanted(lines.get(0)) ? 2 + score : score;
  }

  private boolean hasWanted(List<String> first) {
    var names = new HashSet<String>();
    for (int i = 0; i < first.size(); i++) {
      names.add(hasHeader ? first.get(i).strip() : String.valueOf(i + 1));
    }
    return !wanted.isEmpty() && names.containsAll(wanted);
  }

  private List<List<String>> lines(char delimiter) {
    var lines = new ArrayList<List<String>>();
    try (var csv =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .quoteCharacter(quote)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(sample)) {
      for (var line : csv) {
        lines.add(line.getFields());
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
