package dev.nightjar.formats;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads columns separated by blanks. */
final class BlanksReader implements RecordReader {
  private static final Pattern BLANKS = Pattern.compile("[ \t]+");

  private static final int MOST_COLUMNS = 10_000;

  private final Lines lines;
  private final List<String> columns;
  private final String layout;
  private @Nullable Row first;

  /**
   * @param lines of the file, closed with this reader
   * @param layout for people
   * @throws BadFile if the file has no first line
   */
  BlanksReader(Lines lines, boolean hasHeader, String layout) throws IOException {
    this.lines = lines;
    this.layout = layout;
    var top = next();
    if (top == null) {
      throw new BadFile("the file is empty", null);
    }
    if (hasHeader) {
      columns = List.of(top.cells());
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
    var line = lines.next();
    return line == null ? null : new Row(lines.number(), BLANKS.split(line.strip(), MOST_COLUMNS));
  }

  @Override
  public String layout() {
    return layout;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
