package dev.nightjar.destinations;

import dev.nightjar.destinations.pgp.Encryption;
import dev.nightjar.home.Durable;
import dev.nightjar.home.PrivateFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file in the making, under a temporary name: rows, hashed, packed, encrypted, hashed again. The
 * file on the disk never has wider permissions than the finished one.
 */
final class PartFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path target;
  private final Path part;
  private final FileChannel channel;
  private final MessageDigest hash = HexDigest.sha256();
  private final MessageDigest plainHash;
  private final String recipients;
  private final RowFile rows;
  private long count;
  private long bytes;

  /**
   * @param name of the file, without what the format adds
   */
  PartFile(Profile profile, @Nullable Encryption encryption, Path folder, String name, Names names)
      throws IOException {
    target = folder.resolve(name + profile.extension());
    part = folder.resolve("." + target.getFileName() + ".part");
    recipients = encryption == null ? "" : encryption.recipients();
    channel =
        PrivateFiles.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    OutputStream out =
        new DigestOutputStream(
            new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), hash);
    var compression = profile.compression();
    boolean isPlain = encryption == null && compression == Format.Compression.NONE;
    plainHash = isPlain ? hash : HexDigest.sha256();
    if (encryption != null) {
      out = encryption.encrypt(out, without(profile.encryption().extension()));
    }
    out =
        switch (compression) {
          case NONE -> out;
          case GZIP -> new GZIPOutputStream(out, BUFFER);
          case ZIP -> zipped(out, name + profile.plainExtension());
        };
    if (!isPlain) {
      out = new DigestOutputStream(out, plainHash);
    }
    rows = rows(out, profile, names.audience());
    bytes = names.headBytes();
  }

  private String without(String extension) {
    return target.getFileName().toString().replaceFirst("\\." + extension + "$", "");
  }

  /** An archive of one file, in which no time stands. */
  private static OutputStream zipped(OutputStream out, String name) throws IOException {
    var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    var entry = new ZipEntry(name);
    entry.setTimeLocal(WorkbookFile.NO_TIME);
    zip.putNextEntry(entry);
    return zip;
  }

  /**
   * @param audience of the members in the file
   */
  record Names(String audience, long headBytes) {}

  private RowFile rows(OutputStream out, Profile profile, String audience) throws IOException {
    return switch (profile.format()) {
      case CSV, NDJSON -> new TextFile(out, profile);
      case PARQUET -> new ParquetFile(out, profile.columns());
      case XLSX ->
          new WorkbookFile(
              out, part.resolveSibling(part.getFileName() + ".dated"), profile.columns(), audience);
    };
  }

  /** How many of a chunk's rows, from one on, the file has room for. */
  int room(Chunk chunk, int from, Profile profile) {
    long fit = chunk.size() - from;
    if (profile.maxRows() != null) {
      fit = Math.min(fit, profile.maxRows() - count);
    }
    if (profile.maxBytes() != null) {
      long end = chunk.start(from) + profile.maxBytes().toBytes() - bytes;
      while (fit > 0 && chunk.start(from + (int) fit) > end) {
        fit--;
      }
    }
    return (int) fit;
  }

  boolean isEmpty() {
    return count == 0;
  }

  void write(Chunk chunk, int from, int to, boolean isText) throws IOException {
    rows.write(chunk, from, to);
    count += to - from;
    if (isText) {
      bytes += chunk.start(to) - chunk.start(from);
    }
  }

  /**
   * Completes the file and gives it its name.
   *
   * @param previous the file that had the name before, as it was recorded then
   * @return the file; if it is encrypted and the previous one has the same content, the previous
   *     one: encryption never gives the same bytes twice
   */
  DataFile finish(Optional<DataFile> previous) throws IOException {
    rows.close();
    var hex = HexFormat.of().formatHex(hash.digest());
    var plainHex = plainHash == hash ? hex : HexFormat.of().formatHex(plainHash.digest());
    var name = target.getFileName().toString();
    var file = new DataFile(name, count, Files.size(part), hex, plainHex, recipients);
    if (previous.isPresent()
        && file.hasSameContents(previous.get())
        && isUnchanged(previous.get())) {
      Files.delete(part);
      return previous.get();
    }
    Durable.rename(part, target);
    return file;
  }

  private boolean isUnchanged(DataFile recorded) throws IOException {
    if (!Files.exists(target)) {
      return false;
    }
    var digest = HexDigest.sha256();
    try (var in = Files.newInputStream(target)) {
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    }
    return HexFormat.of().formatHex(digest.digest()).equals(recorded.hash());
  }

  /** Leaves nothing behind of a file that is not complete. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(part);
    Files.deleteIfExists(part.resolveSibling(part.getFileName() + ".dated"));
  }
}
