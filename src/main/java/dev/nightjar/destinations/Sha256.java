package dev.nightjar.destinations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 in small hexadecimal digits. Not thread-safe. */
final class Sha256 {
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final MessageDigest digest = digest();
  private final byte[] hash = new byte[32];
  private final byte[] hex = new byte[64];

  /** Of a text's UTF-8, without salt. */
  @SuppressWarnings("deprecation") // bytes that are digits are characters as they are
  String hex(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    try {
      digest.digest(hash, 0, hash.length);
    } catch (java.security.DigestException e) {
      throw new IllegalStateException("a SHA-256 has 32 bytes", e);
    }
    for (int i = 0; i < hash.length; i++) {
      hex[2 * i] = DIGITS[hash[i] >> 4 & 0xf];
      hex[2 * i + 1] = DIGITS[hash[i] & 0xf];
    }
    return new String(hex, 0, 0, hex.length);
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
