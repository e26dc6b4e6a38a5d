package dev.nightjar.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bounds what comes out of a packed file: a few bytes can be made to unpack to a full disk. */
final class UnpackLimit {
  private static final long ALWAYS_FINE = 100L << 20;
  private static final int MOST_TIMES = 200;

  private final long packed;
  private long unpacked;

  /**
   * @param packed size of the packed bytes
   */
  UnpackLimit(long packed) {
    this.packed = packed;
  }

  /**
   * Counts bytes that come out.
   *
   * @throws BadFile where they are too many
   */
  void add(long bytes) {
    unpacked += bytes;
    if (unpacked > ALWAYS_FINE && unpacked / MOST_TIMES > packed) {
      throw new BadFile(
          "the file unpacks to more than %d times its size".formatted(MOST_TIMES), null);
    }
  }

  long unpacked() {
    return unpacked;
  }

  InputStream over(InputStream bytes) {
    return new FilterInputStream(bytes) {
      @Override
      public int read() throws IOException {
        int next = super.read();
        add(next < 0 ? 0 : 1);
        return next;
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        add(Math.max(count, 0));
        return count;
      }

      @Override
      public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        add(skipped);
        return skipped;
      }
    };
  }
}
