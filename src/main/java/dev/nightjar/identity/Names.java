package dev.nightjar.identity;

import dev.nightjar.identity.Refusal.Refused;
import java.util.regex.Pattern;

/** Names of people and cities. */
public final class Names {
  /** Google's Data Manager, "Format user data": titles before a given name. */
  private static final Pattern TITLE = Pattern.compile("(?:mr|mrs|ms|dr)\\.(?:\\s|$)");

  /** From the same page: suffixes of a family name. */
  private static final Pattern SUFFIX =
      Pattern.compile(
          "(?:,\\s*|\\s+)(?:jr\\.|sr\\.|2nd|3rd|ii|iii|iv|v|vi|cpa|dc|dds|vm|jd|md|phd)\\s?$");

  private static final String STARTS_OF_A_FORMULA = "=+-@";

  private Names() {}

  /** Trimmed, otherwise unchanged. */
  public static String plain(String value) throws Refused {
    return checked(Texts.composed(Texts.trim(value)));
  }

  /** A given name in Google's format: in small letters, without extra blanks and a title. */
  public static String googleGiven(String value) throws Refused {
    var name = Texts.singleBlanks(Texts.lower(checked(value)));
    return name.indexOf('.') < 0 ? name : checked(TITLE.matcher(name).replaceAll(""));
  }

  /** A family name in Google's format: in small letters, without extra blanks and suffixes. */
  public static String googleFamily(String value) throws Refused {
    var name = Texts.singleBlanks(Texts.lower(checked(value)));
    while (name.indexOf(' ') >= 0 || name.indexOf(',') >= 0) {
      var shorter = SUFFIX.matcher(name).replaceAll("");
      if (shorter.equals(name)) {
        break;
      }
      name = shorter;
    }
    return checked(name);
  }

  /** A name in Meta's format: in small letters, only letters and digits of any script. */
  public static String meta(String value) throws Refused {
    var name = Texts.lower(checked(value));
    for (int i = 0; i < name.length(); i++) {
      if (!Character.isLetter(name.charAt(i))) {
        return letters(name);
      }
    }
    return name;
  }

  /**
   * A name in Amazon's format: only small letters of English and digits, with German and Nordic
   * letters spelled out; others are dropped, as Amazon's own uploader does
   * (aws-solutions/amazon-marketing-cloud-uploader-from-aws, DefaultNormalizer).
   */
  public static String amazon(String value) throws Refused {
    var name =
        Texts.lower(checked(value))
            .replace("ß", "ss")
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ø", "o")
            .replace("æ", "ae")
            .replaceAll("[^a-z0-9]", "");
    if (name.isEmpty()) {
      throw Refusal.NOT_A_NAME.refused();
    }
    return name;
  }

  private static String letters(String name) {
    var kept = new StringBuilder(name.length());
    name.codePoints().filter(Names::isKept).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isKept(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /** A name has a letter and no control characters, and is not a spreadsheet formula. */
  private static String checked(String value) throws Refused {
    var name = Texts.trim(value);
    boolean hasLetter = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      hasLetter = hasLetter || Character.isLetter(c) || Character.isSurrogate(c);
      if (Character.isISOControl(c)) {
        throw Refusal.NOT_A_NAME.refused();
      }
    }
    if (!hasLetter || STARTS_OF_A_FORMULA.indexOf(name.charAt(0)) >= 0) {
      throw Refusal.NOT_A_NAME.refused();
    }
    return name;
  }
}
