package dev.nightjar.destinations;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text that is kept as UTF-8. A character is never written in two parts. */
final class Utf8Buffer extends Writer {
  private byte[] bytes = new byte[1 << 16];
  private int size;

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
    if (c < 0x80) {
      need(1);
      bytes[size++] = (byte) c;
    } else {
      write(Character.toString((char) c));
    }
  }

  @Override
  public void write(char[] text, int offset, int length) {
    if (length == 1) {
      write(text[offset]); // the end of a line
    } else {
      write(new String(text, offset, length));
    }
  }

  @Override
  public void write(String text) {
    var utf8 = text.getBytes(StandardCharsets.UTF_8); // by far the fastest way in Java
    put(utf8, 0, utf8.length);
  }

  @Override
  public void write(String text, int offset, int length) {
    write(text.substring(offset, offset + length)); // of the whole, substring makes no other
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  private void need(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2 + more);
    }
  }
}
