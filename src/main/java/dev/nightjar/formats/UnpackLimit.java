package dev.nightjar.formats;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Bounds the unpacked size of a file: a few bytes can be made to unpack to a full disk. */
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
   * Counts unpacked bytes.
   *
   * @throws BadFile if there are too many
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

  /** The unpacked bytes, within the limit; any damage found by unpacking is one exception. */
  InputStream over(InputStream bytes) {
    return new FilterInputStream(bytes) {
      @Override
      public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        try {
          int count = super.read(into, from, length);
          add(Math.max(count, 0));
          return count;
        } catch (EOFException | FileBytes.Unreadable e) {
          throw e;
        } catch (IOException e) {
          throw (IOException) new ZipException("damaged").initCause(e);
        }
      }

      @Override
      public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 1 << 16)).length;
      }
    };
  }
}
