package dev.nightjar.formats;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a text, bounded in length. */
final class Lines implements JsonLinesReader.Texts {
  private static final int MOST_CHARACTERS = 16 << 20;

  private final Reader text;
  private final char[] buffer = new char[1 << 16];
  private final StringBuilder line = new StringBuilder();
  private int at;
  private int end;
  private long number;
  private boolean isAfterReturn;
  private @Nullable String comment;

  Lines(Reader text) {
    this.text = text;
  }

  /** The lines of a text below those that are not records. */
  static Lines below(int skipped, @Nullable Character comment, Reader text) throws IOException {
    var lines = new Lines(text);
    lines.comment = comment == null ? null : comment.toString();
    for (int i = 0; i < skipped && lines.read(); i++) {
      // not a record
    }
    return lines;
  }

  /** The next line that is neither blank nor a comment; null after the last. */
  @Override
  public @Nullable String next() throws IOException {
    while (read()) {
      var found = line.toString();
      if (!found.isBlank() && (comment == null || !found.startsWith(comment))) {
        return found;
      }
    }
    return null;
  }

  /** The number of the line read last, the first being 1. */
  @Override
  public long number() {
    return number;
  }

  private boolean read() throws IOException {
    line.setLength(0);
    number++;
    while (true) {
      if (at == end && !fill()) {
        return !line.isEmpty();
      }
      if (isAfterReturn) {
        isAfterReturn = false;
        if (buffer[at] == '\n') {
          at++;
          continue;
        }
      }
      int begin = at;
      while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
        at++;
      }
      append(begin);
      if (at < end) {
        isAfterReturn = buffer[at++] == '\r';
        return true;
      }
    }
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(text.read(buffer, 0, buffer.length), 0);
    return end > 0;
  }

  private void append(int begin) {
    if (line.length() + at - begin > MOST_CHARACTERS) {
      throw new BadFile("a line is longer than %,d characters".formatted(MOST_CHARACTERS), number);
    }
    line.append(buffer, begin, at - begin);
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
