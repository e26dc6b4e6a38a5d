package dev.nightjar.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Normalises texts for destinations: NFC, and small letters independent of the language. */
public final class Texts {
  private static final int HASH_LENGTH = 64;

  /** Texts below the first combining mark are always composed (UAX 15, NFC_Quick_Check). */
  private static final int FIRST_TO_COMPOSE = 0x300;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]{2,}|[\\s\\p{Z}&&[^ ]]");

  private Texts() {}

  /** Without blanks of any kind at either end. */
  public static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return start == 0 && end == text.length() ? text : text.substring(start, end);
  }

  /** Trimmed, with compatible letters and digits in their usual form (NFKC), no invisible ones. */
  public static String visible(String text) {
    if (isBelow(0x7f, text)) {
      return trim(text);
    }
    var kept = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .forEach(kept::appendCodePoint);
    return trim(kept.toString());
  }

  /** Composed (NFC). */
  static String composed(String text) {
    return isBelow(FIRST_TO_COMPOSE, text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** Trimmed, in small letters, composed. */
  static String lower(String text) {
    return composed(trim(text).toLowerCase(Locale.ROOT));
  }

  /** With one space between words. */
  static String singleBlanks(String text) {
    return BLANKS.matcher(text).replaceAll(" ");
  }

  /** Without blanks. */
  static String withoutBlanks(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isBlank(text.charAt(i))) {
        var kept = new StringBuilder(text.length());
        text.chars().filter(c -> !isBlank((char) c)).forEach(c -> kept.append((char) c));
        return kept.toString();
      }
    }
    return text;
  }

  static boolean isAscii(String text) {
    return isBelow(0x80, text);
  }

  private static boolean isBelow(int limit, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= limit) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text looks like a SHA-256: 64 hexadecimal digits. */
  public static boolean looksHashed(String text) {
    if (text.length() < HASH_LENGTH) {
      return false;
    }
    var trimmed = trim(text);
    return trimmed.length() == HASH_LENGTH
        && trimmed.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c >= 0x7f && (Character.isWhitespace(c) || Character.isSpaceChar(c));
  }
}
