package dev.nightjar.destinations;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Arrays;

/** Text that is kept as UTF-8. */
final class Utf8Buffer extends Writer {
  private static final int MOST_OF_A_CHARACTER = 4;

  private byte[] bytes = new byte[1 << 16];
  private int size;
  private char high;

  int size() {
    return size;
  }

  /** Writes some of the bytes elsewhere. */
  void copy(OutputStream out, int from, int to) throws IOException {
    out.write(bytes, from, to - from);
  }

  /** Bytes that are UTF-8 already. */
  void put(byte[] utf8, int offset, int length) {
    need(length);
    System.arraycopy(utf8, offset, bytes, size, length);
    size += length;
  }

  @Override
  public void write(int c) {
    need(MOST_OF_A_CHARACTER);
    put((char) c);
  }

  @Override
  public void write(char[] text, int offset, int length) {
    need(MOST_OF_A_CHARACTER * length);
    for (int i = offset; i < offset + length; i++) {
      put(text[i]);
    }
  }

  @Override
  public void write(String text, int offset, int length) {
    need(MOST_OF_A_CHARACTER * length);
    for (int i = offset; i < offset + length; i++) {
      put(text.charAt(i));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  private void put(char c) {
    if (c < 0x80) {
      bytes[size++] = (byte) c;
    } else if (Character.isHighSurrogate(c)) {
      high = c;
    } else {
      putOthers(Character.isLowSurrogate(c) ? Character.toCodePoint(high, c) : c);
    }
  }

  private void putOthers(int c) {
    if (c < 0x800) {
      bytes[size++] = (byte) (0xc0 | c >> 6);
    } else {
      if (c < 0x10000) {
        bytes[size++] = (byte) (0xe0 | c >> 12);
      } else {
        bytes[size++] = (byte) (0xf0 | c >> 18);
        bytes[size++] = (byte) (0x80 | c >> 12 & 0x3f);
      }
      bytes[size++] = (byte) (0x80 | c >> 6 & 0x3f);
    }
    bytes[size++] = (byte) (0x80 | c & 0x3f);
  }

  private void need(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2 + more);
    }
  }
}
