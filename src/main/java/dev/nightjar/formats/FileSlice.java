package dev.nightjar.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** A part of a file, read independently of other parts of the same file. */
final class FileSlice extends InputStream {
  private final FileBytes file;
  private final long end;
  private long at;

  FileSlice(FileBytes file, long from, long length) {
    this.file = file;
    this.at = from;
    this.end = from + length;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (at >= end) {
      return -1;
    }
    file.position(at);
    int count = file.read(ByteBuffer.wrap(into, from, (int) Math.min(length, end - at)));
    at += Math.max(count, 0);
    return count;
  }
}
