package dev.nightjar.destinations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Formats rows as they are sent, one line each, as COPY reads them (PostgreSQL manual, COPY, Text
 * Format; Arrays, Array Input and Output Syntax): the customer's key, the fingerprint, the cells.
 *
 * <p>The fingerprint is the first half of the SHA-256 of the cells that are compared: those that
 * change from night to night by themselves would make every customer differ.
 */
final class SentRows {
  private static final int FINGERPRINT = 16;

  /** No byte of UTF-8, so that no two rows have the same bytes. */
  private static final byte END_OF_CELL = (byte) 0xff;

  private final boolean[] isCompared;

  SentRows(Profile profile) {
    isCompared = new boolean[profile.columns().size()];
    for (int i = 0; i < isCompared.length; i++) {
      isCompared[i] = profile.columns().get(i).isCompared();
    }
  }

  /** Adds the line of a row to its chunk. */
  void write(String key, String[] cells, Chunk chunk) {
    var out = chunk.sent();
    escape(key, false, out);
    out.write('\t');
    put("\\\\x" + fingerprint(cells), out);
    put("\t{", out);
    for (int i = 0; i < cells.length; i++) {
      put(i == 0 ? "\"" : ",\"", out);
      escape(cells[i], true, out);
      out.write('"');
    }
    put("}\n", out);
  }

  private static void put(String text, Utf8Buffer out) {
    out.write(text, 0, text.length());
  }

  private String fingerprint(String[] cells) {
    MessageDigest digest = HexDigest.sha256();
    for (int i = 0; i < cells.length; i++) {
      if (isCompared[i]) {
        digest.update(cells[i].getBytes(StandardCharsets.UTF_8));
        digest.update(END_OF_CELL);
      }
    }
    return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT);
  }

  private static void escape(String text, boolean isElement, Utf8Buffer out) {
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      var escaped = escape(text.charAt(i), isElement);
      if (escaped != null) {
        out.write(text, written, i - written);
        put(escaped, out);
        written = i + 1;
      }
    }
    out.write(text, written, text.length() - written);
  }

  private static @Nullable String escape(char c, boolean isElement) {
    return switch (c) {
      case '\\' -> isElement ? "\\\\\\\\" : "\\\\";
      case '"' -> isElement ? "\\\\\"" : null;
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default -> null;
    };
  }
}
