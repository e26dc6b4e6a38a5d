package dev.nightjar.database;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyOut;

/**
 * Takes rows and passes on only those that differ from what is there: rows to add, and, with null
 * as their last value, rows to remove. Both sides come in the order of the bytes of their keys, so
 * that one pass over both is enough, and what hardly changes is hardly written.
 *
 * <p>Both are lines of COPY's text format (PostgreSQL manual, COPY): a key and a fingerprint, and
 * of the rows taken one more value. The same values have the same bytes.
 */
public final class DifferingRows extends OutputStream {
  private static final byte[] WITHOUT_VALUE = "\t\\N\n".getBytes(StandardCharsets.UTF_8);

  private final CopyOut there;
  private final OutputStream differing;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private byte @Nullable [] next;
  private byte[] nextKey = {};
  private byte[] lastKey = {};

  /**
   * @param there what is there: keys and fingerprints
   * @param differing where the rows go; closed with this
   */
  public DifferingRows(CopyOut there, OutputStream differing) throws IOException {
    this.there = there;
    this.differing = differing;
    advance();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == '\n') {
        line.write(bytes, from, i + 1 - from);
        compare(line.toByteArray());
        line.reset();
        from = i + 1;
      }
    }
    line.write(bytes, from, offset + length - from);
  }

  private void compare(byte[] row) throws IOException {
    int end = indexOf(row, '\t', 0);
    var key = unescaped(row, end);
    if (Arrays.compareUnsigned(lastKey, key) > 0) {
      throw new IllegalStateException("the rows are not in the order of their keys");
    }
    lastKey = key;
    while (next != null && Arrays.compareUnsigned(nextKey, key) < 0) {
      remove();
    }
    boolean isKnown = next != null && Arrays.equals(nextKey, key);
    if (isKnown && hasFingerprint(row, end, indexOf(row, '\t', end + 1))) {
      advance();
      return;
    }
    if (isKnown) {
      remove();
    }
    differing.write(row);
  }

  private boolean hasFingerprint(byte[] row, int from, int to) {
    int known = indexOf(next, '\t', 0);
    return Arrays.equals(row, from, to, next, known, next.length - 1);
  }

  private void remove() throws IOException {
    differing.write(next, 0, next.length - 1);
    differing.write(WITHOUT_VALUE);
    advance();
  }

  private void advance() throws IOException {
    try {
      next = there.isActive() ? there.readFromCopy() : null;
    } catch (SQLException e) {
      throw new IOException("what is there could not be read", e);
    }
    if (next != null) {
      nextKey = unescaped(next, indexOf(next, '\t', 0));
    }
  }

  /** Everything that is left is to be removed. */
  @Override
  public void close() throws IOException {
    while (next != null) {
      remove();
    }
    differing.close();
  }

  private static int indexOf(byte[] line, char wanted, int from) {
    int at = from;
    while (line[at] != wanted) {
      at++;
    }
    return at;
  }

  /** The key as it is, since the escaped one can sort elsewhere. */
  private static byte[] unescaped(byte[] line, int end) {
    var key = new byte[end];
    int length = 0;
    for (int i = 0; i < end; i++) {
      key[length++] = line[i] == '\\' ? unescaped(line[++i]) : line[i];
    }
    return Arrays.copyOf(key, length);
  }

  private static byte unescaped(byte letter) {
    return switch (letter) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> 0x0b;
      default -> letter;
    };
  }
}
