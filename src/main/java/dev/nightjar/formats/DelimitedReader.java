package dev.nightjar.formats;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads columns separated by a delimiter, quoted if needed. */
final class DelimitedReader implements RecordReader {
  private static final int MOST_COLUMNS = 10_000;
  private static final int MOST_CHARACTERS = 32 << 20;

  private final CsvReader<Row> csv;
  private final CloseableIterator<Row> rows;
  private List<String> columns = List.of();
  private final String layout;
  private @Nullable Row first;
  private long line;

  /**
   * @param text of the file, closed with this reader
   * @param declared what the source declares
   * @param found the delimiter and the lines above the header
   * @param layout for people
   * @throws BadFile if the file has no first line
   */
  DelimitedReader(Reader text, Layout declared, Delimiters.Found found, String layout)
      throws IOException {
    this.layout = layout;
    var escape = declared.escape();
    var escaped =
        escape == null ? null : new EscapedText(escape, found.delimiter(), declared.quote());
    csv =
        builder(declared, found.delimiter())
            .build(new Rows(escaped), escaped == null ? text : escaped.hiding(text));
    rows = skip(found.skippedLines());
    var top = next();
    if (top == null) {
      throw new BadFile("the file is empty", null);
    }
    if (declared.header()) {
      columns = Stream.of(top.cells()).map(HeaderLine::name).toList();
    } else {
      columns = IntStream.rangeClosed(1, top.cells().length).mapToObj(String::valueOf).toList();
      first = top;
    }
  }

  private static CsvReader.CsvReaderBuilder builder(Layout declared, char delimiter) {
    var builder =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .quoteCharacter(declared.quote())
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    return declared.comment() == null
        ? builder
        : builder.commentStrategy(CommentStrategy.SKIP).commentCharacter(declared.comment());
  }

  private CloseableIterator<Row> skip(int lines) throws IOException {
    try {
      csv.skipLines(lines);
    } catch (UncheckedIOException | CsvParseException e) {
      var bad = Damage.of(e, null, "the text above the header is not text");
      throw e.getCause() instanceof EOFException
          ? new BadFile("the file ends within the %,d lines to skip".formatted(lines), null)
          : bad;
    }
    return csv.iterator();
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public @Nullable Row next() throws IOException {
    if (first != null) {
      var row = first;
      first = null;
      return row;
    }
    try {
      while (rows.hasNext()) {
        var row = rows.next();
        line = row.line();
        if (!isBlank(row.cells(), 0)) {
          return asWideAsTheHeader(row);
        }
      }
      return null;
    } catch (UncheckedIOException | CsvParseException e) {
      throw Damage.of(
          e, line + 1, "the text is not CSV: a quote is not closed, or a field is too long");
    }
  }

  /** Blank cells behind the last column come from delimiters at the end of each line. */
  private Row asWideAsTheHeader(Row row) {
    int width = columns.size();
    return width > 0 && row.cells().length > width && isBlank(row.cells(), width)
        ? new Row(row.line(), Arrays.copyOf(row.cells(), width))
        : row;
  }

  private static boolean isBlank(String[] cells, int from) {
    for (int i = from; i < cells.length; i++) {
      if (!cells[i].isBlank()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String layout() {
    return layout;
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  /**
   * Makes rows from the parser's output. The lines of an order repeat values: a cell that equals
   * the one above it shares its string.
   */
  private static final class Rows extends AbstractBaseCsvCallbackHandler<Row> {
    private final @Nullable EscapedText escaped;
    private String[] above = new String[0];
    private String[] cells = new String[0];
    private int count;
    private int characters;
    private long line;

    private Rows(@Nullable EscapedText escaped) {
      this.escaped = escaped;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
      line = startingLineNumber;
      above = cells;
      cells = new String[above.length];
      count = 0;
      characters = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      if (index >= cells.length && !makeRoom(index)) {
        return;
      }
      characters += length;
      if (characters > MOST_CHARACTERS) {
        throw new BadFile("a line is longer than %,d characters".formatted(MOST_CHARACTERS), line);
      }
      cells[index] =
          index < above.length && isSame(above[index], buffer, offset, length)
              ? above[index]
              : new String(buffer, offset, length);
      count = index + 1;
    }

    /** Bounds the memory and time that a line of nothing but delimiters takes. */
    private boolean makeRoom(int index) {
      if (index == MOST_COLUMNS) {
        return false;
      }
      cells = Arrays.copyOf(cells, Math.min(Math.max(2 * index, 16), MOST_COLUMNS));
      return true;
    }

    @Override
    protected Row buildRecord() {
      if (count < cells.length) {
        cells = Arrays.copyOf(cells, count);
      }
      return new Row(line, escaped == null ? cells : shown(escaped));
    }

    private String[] shown(EscapedText escaped) {
      return Stream.of(cells).map(escaped::shown).toArray(String[]::new);
    }

    private static boolean isSame(String text, char[] buffer, int offset, int length) {
      if (text.length() != length) {
        return false;
      }
      for (int i = 0; i < length; i++) {
        if (text.charAt(i) != buffer[offset + i]) {
          return false;
        }
      }
      return true;
    }
  }
}
