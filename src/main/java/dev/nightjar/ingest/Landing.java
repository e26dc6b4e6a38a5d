package dev.nightjar.ingest;

import dev.nightjar.pipeline.Night;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * The bean to which the routes hand over each file of a night: copies it into the landing folder
 * and registers it. Only when that is done may the file leave where it came from.
 */
final class Landing {
  private final Night night;
  private final Path folder;
  private final IngestSettings settings;
  private final FileLedger ledger;

  /**
   * @param folder the landing folder
   */
  Landing(Night night, Path folder, IngestSettings settings, FileLedger ledger) {
    this.night = night;
    this.folder = folder;
    this.settings = settings;
    this.ledger = ledger;
  }

  /**
   * What a file holds.
   *
   * @param hash SHA-256, lower-case hex
   */
  record Content(String hash, long bytes) {}

  /** Whether a source claims a file; what none claims stays where it is. */
  GenericFileFilter<Object> claimed() {
    return new GenericFileFilter<>() {
      @Override
      public boolean accept(GenericFile<Object> file) {
        return !file.isDirectory() && settings.sourceOf(file.getFileNameOnly()) != null;
      }
    };
  }

  /**
   * Lands a file.
   *
   * @param body the file's bytes
   * @param name the file's name, folders before it ignored
   */
  public void land(@Body InputStream body, @Header(Exchange.FILE_NAME) String name)
      throws IOException {
    var fileName = Objects.requireNonNull(Path.of(name).getFileName()).toString();
    var source = settings.sourceOf(fileName);
    if (source == null) {
      return;
    }
    var target = folder.resolve(source);
    Files.createDirectories(target);
    var part = target.resolve(fileName + ".part");
    var content = copy(body, part);
    var landed = target.resolve(content.hash().substring(0, 12) + "-" + fileName);
    Files.move(part, landed, StandardCopyOption.ATOMIC_MOVE);
    ledger.register(night, source, fileName, content, folder.relativize(landed).toString());
  }

  private static Content copy(InputStream body, Path part) throws IOException {
    var hashed = new DigestInputStream(body, sha256());
    long bytes = Files.copy(hashed, part, StandardCopyOption.REPLACE_EXISTING);
    try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return new Content(HexFormat.of().formatHex(hashed.getMessageDigest().digest()), bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
