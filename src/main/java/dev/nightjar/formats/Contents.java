package dev.nightjar.formats;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** The unpacked contents of a file. Its first bytes show how it is packed, never its name. */
final class Contents implements Closeable {
  private static final int SAMPLE = 1 << 18;
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final @Nullable String packing;
  private final InputStream bytes;
  private final byte[] head;
  private @Nullable Path unpacked;

  private Contents(Path file, @Nullable String packing, InputStream bytes) throws IOException {
    this.file = file;
    this.packing = packing;
    this.bytes = bytes;
    this.head = bytes.readNBytes(SAMPLE);
  }

  /**
   * Opens a file and unpacks it.
   *
   * @throws BadFile if it holds nothing that can be unpacked
   */
  static Contents of(Path file) throws IOException {
    var channel = new FileBytes(file);
    InputStream bytes = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
    try {
      var contents = unpack(file, channel, bytes);
      if (contents.head.length == 0) {
        throw new BadFile("the file is empty", null);
      }
      return contents;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static Contents unpack(Path file, FileBytes channel, InputStream bytes)
      throws IOException {
    bytes.mark(Magic.LENGTH);
    var magic = Magic.of(bytes.readNBytes(Magic.LENGTH));
    bytes.reset();
    var limit = new UnpackLimit(channel.size());
    return switch (magic) {
      case GZIP ->
          // to the last member; garbage after it can be the damaged rest of the data
          inner(
              file,
              "gzip",
              limit.over(
                  GzipCompressorInputStream.builder()
                      .setInputStream(bytes)
                      .setDecompressConcatenated(true)
                      .get()));
      case ZSTD -> inner(file, "zstd", limit.over(new ZstdInputStream(bytes)));
      case ZIP ->
          ZipArchive.isWorkbook(file)
              ? new Contents(file, null, bytes)
              : inner(file, "zip", ZipArchive.open(channel, limit));
      default -> new Contents(file, null, bytes);
    };
  }

  private static Contents inner(Path file, String packing, InputStream unpacked)
      throws IOException {
    var contents = new Contents(file, packing, new BufferedInputStream(unpacked, BUFFER));
    if (contents.magic() == Magic.GZIP || contents.magic() == Magic.ZSTD) {
      throw new BadFile("the file is packed twice", null);
    }
    return contents;
  }

  Magic magic() {
    return Magic.of(Arrays.copyOf(head, Math.min(head.length, Magic.LENGTH)));
  }

  /** How the file is packed; null if it is not. */
  @Nullable String packing() {
    return packing;
  }

  /** The first bytes. */
  byte[] head() {
    return head;
  }

  /** All bytes, including the first ones; to be called once. */
  InputStream stream() {
    return new SequenceInputStream(new ByteArrayInputStream(head), bytes);
  }

  /** The bytes as a file of their own, for formats that are read back and forth. */
  Path asFile() throws IOException {
    if (packing == null) {
      return file;
    }
    if (unpacked == null) {
      unpacked = FileBytes.onDisk(() -> Files.createTempFile("nightjar-", ".unpacked"));
      spill(unpacked);
    }
    return unpacked;
  }

  /** If writing fails, the disk is at fault; if reading fails, the file can be. */
  private void spill(Path into) throws IOException {
    var buffer = new byte[BUFFER];
    try (var in = stream();
        var out = FileBytes.onDisk(() -> Files.newOutputStream(into))) {
      for (int read; (read = in.read(buffer)) >= 0; ) {
        int count = read;
        FileBytes.onDisk(
            () -> {
              out.write(buffer, 0, count);
              return count;
            });
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      bytes.close();
    } finally {
      if (unpacked != null) {
        Files.deleteIfExists(unpacked);
      }
    }
  }
}
