package dev.nightjar.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a file holds.
 *
 * @param hash SHA-256, lower-case hex
 */
public record FileDigest(long bytes, String hash) {

  /** Reads a file of this machine. */
  public static FileDigest of(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return of(in);
    }
  }

  /** What bytes hold. */
  public static FileDigest of(byte[] bytes) {
    return new FileDigest(bytes.length, HexFormat.of().formatHex(sha256().digest(bytes)));
  }

  /** Reads a stream to its end, a piece at a time. */
  public static FileDigest of(InputStream in) throws IOException {
    var digest = sha256();
    long bytes = new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
    return new FileDigest(bytes, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
