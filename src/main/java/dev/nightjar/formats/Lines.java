package dev.nightjar.formats;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a text, bounded in length. */
final class Lines implements Closeable {
  private static final int MOST_CHARACTERS = 16 << 20;

  private final Reader text;
  private final char[] buffer = new char[1 << 16];
  private final StringBuilder line = new StringBuilder();
  private int at;
  private int end;
  private long number;
  private boolean isAfterReturn;

  Lines(Reader text) {
    this.text = text;
  }

  /** The next line that is not blank; null after the last. */
  @Nullable String next() throws IOException {
    while (true) {
      if (!read()) {
        return null;
      }
      if (!line.toString().isBlank()) {
        return line.toString();
      }
    }
  }

  /** The number of the line read last, the first being 1. */
  long number() {
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
