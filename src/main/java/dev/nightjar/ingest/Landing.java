package dev.nightjar.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.nightjar.home.Durable;
import dev.nightjar.home.PrivateFiles;
import dev.nightjar.home.Visible;
import dev.nightjar.pipeline.Night;
import dev.nightjar.transport.FileDigest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.component.file.FileConstants;
import org.jspecify.annotations.Nullable;

/**
 * The bean to which the routes hand over each file of a night: copies it into the landing folder
 * and registers it. A file leaves its inbox only after that.
 */
final class Landing {
  private static final int BUFFER = 1 << 16;

  /** A name has up to 255 bytes in most file systems. */
  private static final int MAX_NAME_BYTES = 200;

  /** Landed files begin with their hash. */
  private static final String PART = ".part-";

  private final Night night;
  private final Path folder;
  private final IngestSettings settings;
  private final FileLedger ledger;
  private final String inbox;

  /** Not the same as that of another inbox, or of a night that has lost the lock. */
  private final String part = PART + UUID.randomUUID();

  /**
   * @param folder the landing folder
   * @param inbox from which the files come
   */
  Landing(Night night, Path folder, IngestSettings settings, FileLedger ledger, String inbox) {
    this.night = night;
    this.folder = folder;
    this.settings = settings;
    this.ledger = ledger;
    this.inbox = inbox;
  }

  /** Whether a source claims a file; unclaimed files stay in the inbox. */
  boolean isClaimed(String fileName) {
    return settings.sourceOf(fileName) != null;
  }

  /**
   * Lands a file.
   *
   * @param body the file's bytes
   * @param name the file's name, folders before it ignored
   * @param length of the file, if the inbox reported it
   * @param path of the file in a folder inbox
   */
  public void land(
      @Body InputStream body,
      @Header(Exchange.FILE_NAME) String name,
      @Header(Exchange.FILE_LENGTH) @Nullable Long length,
      @Header(FileConstants.FILE_ABSOLUTE_PATH) @Nullable String path)
      throws BrokenTransfer {
    var fileName = Objects.requireNonNull(Path.of(name).getFileName()).toString();
    var source = settings.sourceOf(fileName);
    if (source == null) {
      return;
    }
    // opened again here: a sender can put a link in the file's place, and the body follows links
    try (var bytes =
        path != null && inbox.equals(Inbox.FOLDER)
            ? Files.newInputStream(Path.of(path), NOFOLLOW_LINKS)
            : body) {
      land(bytes, fileName, source, length);
    } catch (BrokenTransfer e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void land(InputStream body, String fileName, String source, @Nullable Long length)
      throws IOException {
    var target = folder.resolve(source);
    // it returns an absolute path if it creates more than one folder, and the folder can be
    // relative
    PrivateFiles.makeFolders(target);
    var incoming = target.resolve(part);
    var content = copy(body, incoming);
    if (length != null && length != content.bytes()) {
      throw new BrokenTransfer(
          "%s has %,d bytes, and %,d came"
              .formatted(Visible.text(fileName), length, content.bytes()),
          null);
    }
    var landed = target.resolve(content.hash().substring(0, 12) + "-" + end(fileName));
    Durable.rename(incoming, landed);
    ledger.register(night, source, fileName, content, folder.relativize(landed).toString());
  }

  /** The end of a name, which has the type, on one line; the ledger has the whole name. */
  private static String end(String fileName) {
    var bytes = Visible.text(fileName).replace('\\', '_').getBytes(UTF_8);
    int from = Math.max(0, bytes.length - MAX_NAME_BYTES);
    // not in the middle of a character
    while (from > 0 && (bytes[from] & 0xC0) == 0x80) {
      from++;
    }
    return new String(bytes, from, bytes.length - from, UTF_8);
  }

  /** Removes files that an interrupted night was landing; they are still in their inboxes. */
  static void clear(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (var files = Files.find(folder, 2, (file, kind) -> isPart(file))) {
        for (var part : files.toList()) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  private static boolean isPart(Path file) {
    return file.getFileName().toString().startsWith(PART);
  }

  /** A file arrived incomplete: the connection to the inbox failed, not the local disk. */
  static final class BrokenTransfer extends IOException {
    BrokenTransfer(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  private static FileDigest copy(InputStream body, Path part) throws IOException {
    var digest = sha256();
    long bytes = 0;
    try (var channel = PrivateFiles.open(part, CREATE, WRITE, TRUNCATE_EXISTING)) {
      var buffer = new byte[BUFFER];
      for (int read = read(body, buffer); read >= 0; read = read(body, buffer)) {
        digest.update(buffer, 0, read);
        var chunk = ByteBuffer.wrap(buffer, 0, read);
        while (chunk.hasRemaining()) {
          bytes += channel.write(chunk);
        }
      }
    }
    return new FileDigest(bytes, HexFormat.of().formatHex(digest.digest()));
  }

  private static int read(InputStream body, byte[] buffer) throws BrokenTransfer {
    try {
      return body.read(buffer);
    } catch (IOException | RuntimeException e) {
      throw new BrokenTransfer("the connection broke", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
