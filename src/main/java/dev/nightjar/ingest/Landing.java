package dev.nightjar.ingest;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.nightjar.home.Durable;
import dev.nightjar.home.PrivateFiles;
import dev.nightjar.pipeline.Night;
import dev.nightjar.transport.FileDigest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;

/**
 * The bean to which the routes hand over each file of a night: copies it into the landing folder
 * and registers it. A file leaves its inbox only after that.
 */
final class Landing {
  private static final int BUFFER = 1 << 16;

  private final Night night;
  private final Path folder;
  private final IngestSettings settings;
  private final FileLedger ledger;
  private final String inbox;

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
   */
  public void land(
      @Body InputStream body,
      @Header(Exchange.FILE_NAME) String name,
      @Header(Exchange.FILE_LENGTH) @Nullable Long length)
      throws BrokenTransfer {
    var fileName = Objects.requireNonNull(Path.of(name).getFileName()).toString();
    var source = settings.sourceOf(fileName);
    if (source == null) {
      return;
    }
    try {
      land(body, fileName, source, length);
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
    // another inbox can bring a file of the same name at the same time
    var part = target.resolve(fileName + "." + inbox + ".part");
    var content = copy(body, part);
    if (length != null && length != content.bytes()) {
      throw new BrokenTransfer(
          "%s has %,d bytes, and %,d came".formatted(fileName, length, content.bytes()), null);
    }
    var landed = target.resolve(content.hash().substring(0, 12) + "-" + fileName);
    Durable.rename(part, landed);
    ledger.register(night, source, fileName, content, folder.relativize(landed).toString());
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
