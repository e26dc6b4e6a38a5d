package dev.nightjar.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The identities of a phone number, see {@link Identities}; extensions do not count. */
final class PhoneIdentities {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final String NO_REGION = "ZZ";

  /** Any region: only the extension of the result is used. */
  private static final String ANY_REGION = "GB";

  private static final String ABROAD = "00";

  /** Fewer digits are a placeholder. */
  private static final int LEAST_DIGITS = 5;

  /** Two numbers in one text are not shorter. */
  private static final int LEAST_OF_TWO = 7;

  /** E.164 has no longer numbers. */
  private static final int MOST_DIGITS = 15;

  /** Shorter numbers are not taken for international ones that lack the plus. */
  private static final int LEAST_WITH_CODE = 10;

  /**
   * What is written in a number and not dialled: the trunk prefix in brackets, a remark in brackets
   * or behind it, and the decimal that a spreadsheet added.
   */
  private static final Pattern NOT_DIALLED =
      Pattern.compile(
          "\\(\\s*0\\s*\\)|\\([^)]*\\p{L}[^)]*\\)|(?<=\\d)\\s+\\p{L}[\\p{L}\\s.]*$|[.,]0+$");

  /** A number that a spreadsheet shows shortened. */
  private static final Pattern EXPONENT = Pattern.compile("\\+?(\\d[.,]\\d+e\\+\\d{1,2})");

  /** The prefix for calls abroad that people of North America write in front of a country code. */
  private static final Pattern ABROAD_FROM_AMERICA = Pattern.compile("^011[ .-]?(?=[1-9])");

  /** Mexico's former prefix of mobile numbers for calls from abroad, given up in 2019. */
  private static final Pattern MEXICAN_MOBILE =
      Pattern.compile("^(\\+|00)?[ (]*52[ ).-]*1[ .-]*(?=(\\D*\\d){10}\\D*$)");

  private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[;,/|\\n]|\\bor\\b|\\band\\b");

  private PhoneIdentities() {}

  /**
   * Adds the identities of a number.
   *
   * @param region of the person's country, two letters; null if unknown
   */
  static void addTo(Set<String> identities, String phone, @Nullable String region) {
    for (var spelling : spellings(Texts.visible(phone))) {
      add(identities, spelling, region);
    }
  }

  /** The number as it is written, and as it can be meant. */
  private static Set<String> spellings(String text) {
    var shortened = EXPONENT.matcher(text.toLowerCase(Locale.ROOT));
    var spellings = new TreeSet<String>();
    spellings.add(text);
    if (shortened.matches()) {
      spellings.add(new BigDecimal(shortened.group(1).replace(',', '.')).toPlainString());
    }
    spellings.add(Phones.dialled(text));
    spellings.add(NOT_DIALLED.matcher(text).replaceAll(""));
    spellings.add(ABROAD_FROM_AMERICA.matcher(text).replaceFirst("+"));
    spellings.add(MEXICAN_MOBILE.matcher(text).replaceFirst("+52"));
    return spellings;
  }

  private static void add(Set<String> identities, String text, @Nullable String region) {
    var known = PhonePlans.e164(text, region);
    var digits = known == null ? withoutExtension(text) : digits(text);
    if (known == null) {
      known = parsed(text, region);
    }
    // also where the country dials another prefix
    var abroad = digits.startsWith(ABROAD) ? abroad(digits) : null;
    if (abroad != null) {
      addKnown(identities, abroad);
    }
    if (known != null) {
      addKnown(identities, known);
    } else if (abroad == null && withoutZeros(digits).length() >= LEAST_DIGITS) {
      identities.add(Identities.NUMBER + withoutZeros(digits));
      addParts(identities, text, region);
    }
    addAsWritten(identities, text, digits);
  }

  /** Of a text with several numbers, adds each. */
  private static void addParts(Set<String> identities, String text, @Nullable String region) {
    var parts = BETWEEN_NUMBERS.split(text);
    if (parts.length > 1) {
      for (var part : parts) {
        if (digits(part).length() > LEAST_DIGITS) {
          addTo(identities, part, region);
        }
      }
    } else if (digits(text).length() > MOST_DIGITS) {
      addNumbersBetweenBlanks(identities, text, region);
    }
  }

  /** Two numbers with a blank between them, where each side of a blank is one. */
  private static void addNumbersBetweenBlanks(
      Set<String> identities, String text, @Nullable String region) {
    for (int blank = text.indexOf(' '); blank > 0; blank = text.indexOf(' ', blank + 1)) {
      var first = text.substring(0, blank);
      var second = text.substring(blank + 1);
      int least = Math.min(digits(first).length(), digits(second).length());
      int most = Math.max(digits(first).length(), digits(second).length());
      if (least >= LEAST_OF_TWO && most <= MOST_DIGITS) {
        addTo(identities, first, region);
        addTo(identities, second, region);
      }
    }
  }

  private static void addKnown(Set<String> identities, String e164) {
    identities.add(Identities.PHONE + e164);
    addNational(identities, PhonePlans.national(e164));
    if (PhonePlans.isDialledOtherwise(e164)) {
      try {
        var number = LIBRARY.parse(e164, NO_REGION);
        addNational(identities, digits(LIBRARY.format(number, PhoneNumberFormat.NATIONAL)));
      } catch (NumberParseException e) {
        throw new IllegalStateException("the library does not read what it wrote");
      }
    }
  }

  private static void addNational(Set<String> identities, String digits) {
    var bare = withoutZeros(digits);
    if (bare.length() >= LEAST_DIGITS) {
      identities.add(Identities.NATIONAL + bare);
    }
  }

  /** A number without a plus can also be written without its national prefix, or without a plus. */
  private static void addAsWritten(Set<String> identities, String text, String digits) {
    var bare = withoutZeros(digits);
    if (text.startsWith("+") || bare.length() < LEAST_DIGITS) {
      return;
    }
    if (!identities.contains(Identities.NUMBER + bare)) {
      addNational(identities, bare);
    }
    var international = bare.length() < LEAST_WITH_CODE ? null : PhonePlans.withoutPlus(bare);
    if (international != null) {
      addKnown(identities, international);
    }
  }

  private static @Nullable String abroad(String digits) {
    var text = Phones.dialled("+" + digits.substring(ABROAD.length()));
    var known = PhonePlans.e164(text, null);
    return known == null ? parsed(text, null) : known;
  }

  private static @Nullable String parsed(String text, @Nullable String region) {
    try {
      var number = LIBRARY.parse(text, region == null ? NO_REGION : region);
      return LIBRARY.isPossibleNumber(number)
          ? LIBRARY.format(number, PhoneNumberFormat.E164)
          : null;
    } catch (NumberParseException e) {
      return null; // the message contains the number, so it is dropped
    }
  }

  /** The digits of a text that is not a number of a known country. */
  private static String withoutExtension(String text) {
    var digits = digits(text);
    try {
      var extension = LIBRARY.parse(text, ANY_REGION).getExtension();
      return digits.endsWith(extension)
          ? digits.substring(0, digits.length() - extension.length())
          : digits;
    } catch (NumberParseException e) {
      return digits; // the message contains the number, so it is dropped
    }
  }

  private static String digits(String text) {
    var digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit >= 0) {
        digits.append((char) ('0' + digit));
      }
    }
    return digits.toString();
  }

  private static String withoutZeros(String digits) {
    int start = 0;
    while (start < digits.length() && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }
}
