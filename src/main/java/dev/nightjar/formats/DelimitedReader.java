package dev.nightjar.formats;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
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
  private static final String MARK = "\uFEFF";
  private static final int MOST_COLUMNS = 10_000;
  private static final int MOST_CHARACTERS = 32 << 20;

  private final CsvReader<Row> csv;
  private final CloseableIterator<Row> rows;
  private final List<String> columns;
  private final String layout;
  private @Nullable Row first;
  private long line;

  /**
   * @param text of the file, closed with this reader
   * @param layout for people
   * @throws BadFile if the file has no first line
   */
  DelimitedReader(Reader text, char delimiter, char quote, boolean hasHeader, String layout)
      throws IOException {
    this.layout = layout;
    csv =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .quoteCharacter(quote)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .build(new Rows(), text);
    rows = csv.iterator();
    var top = next();
    if (top == null) {
      throw new BadFile("the file is empty", null);
    }
    if (hasHeader) {
      columns = Stream.of(top.cells()).map(cell -> cell.replace(MARK, "").strip()).toList();
    } else {
      columns = IntStream.rangeClosed(1, top.cells().length).mapToObj(String::valueOf).toList();
      first = top;
    }
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
      if (!rows.hasNext()) {
        return null;
      }
      var row = rows.next();
      line = row.line();
      return row;
    } catch (UncheckedIOException | CsvParseException e) {
      throw Damage.of(
          e, line + 1, "the text is not CSV: a quote is not closed, or a field is too long");
    }
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
    private String[] above = new String[0];
    private String[] cells = new String[0];
    private int count;
    private int characters;
    private long line;

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
      return new Row(line, cells);
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
