package dev.nightjar.values;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a source writes ids: of orders, lines, customers and products, phone numbers and postal
 * codes. Blanks around them, and the {@code ="000124"} of spreadsheets, never belong to an id.
 *
 * @param lower whether customer keys are in small letters; e-mail addresses always are
 * @param strip characters that do not belong to an id at its beginning and end, such as {@code '}
 * @param damaged what becomes of lines whose ids a spreadsheet changed, such as 1.23E+05 or 123.0
 */
public record Ids(
    @DefaultValue("false") boolean lower,
    @Nullable String strip,
    @DefaultValue("keep") Damaged damaged) {

  /** What becomes of lines whose ids a spreadsheet changed. */
  public enum Damaged {
    /** They are loaded as they are; the night names the file. */
    KEEP,
    /** They are rejects. */
    REJECT
  }

  /** Whether the source refuses an id. */
  public boolean refuses(String id) {
    return damaged == Damaged.REJECT && KeyDamage.isDamaged(id);
  }

  /** The id that a text holds; can be empty. */
  public String id(String text) {
    int start = 0;
    int end = text.length();
    if (text.startsWith("=\"") && text.endsWith("\"") && end >= 3) {
      start = 2;
      end--;
    }
    while (start < end && isAround(text.charAt(start))) {
      start++;
    }
    while (start < end && isAround(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** The key of a customer that a text holds. */
  public String customer(String text) {
    var id = id(text);
    return lower || isEmail(id) ? id.toLowerCase(Locale.ROOT) : id;
  }

  private boolean isAround(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || strip != null && strip.indexOf(c) >= 0;
  }

  /** One @ with something before it and after it, and no blank. */
  private static boolean isEmail(String id) {
    int at = id.indexOf('@');
    return at > 0
        && at == id.lastIndexOf('@')
        && at < id.length() - 1
        && id.chars().noneMatch(Character::isWhitespace);
  }
}
