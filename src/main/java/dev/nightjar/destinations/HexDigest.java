package dev.nightjar.destinations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes in small hexadecimal digits. Not thread-safe. */
final class HexDigest {
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final MessageDigest digest;
  private final byte[] hash;
  private final byte[] hex;

  HexDigest(Column.Algorithm algorithm) {
    digest = digest(algorithm);
    hash = new byte[digest.getDigestLength()];
    hex = new byte[2 * hash.length];
  }

  /** Of a text's UTF-8, without salt. */
  @SuppressWarnings("deprecation") // bytes that are digits are characters as they are
  String hex(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    try {
      digest.digest(hash, 0, hash.length);
    } catch (java.security.DigestException e) {
      throw new IllegalStateException("a hash has the length of its algorithm", e);
    }
    for (int i = 0; i < hash.length; i++) {
      hex[2 * i] = DIGITS[hash[i] >> 4 & 0xf];
      hex[2 * i + 1] = DIGITS[hash[i] & 0xf];
    }
    return new String(hex, 0, 0, hex.length);
  }

  /** SHA-256. */
  static MessageDigest sha256() {
    return digest(Column.Algorithm.SHA_256);
  }

  private static MessageDigest digest(Column.Algorithm algorithm) {
    try {
      return MessageDigest.getInstance(algorithm.name().replace('_', '-'));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
