package dev.nightjar.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import dev.nightjar.identity.Refusal.Refused;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Phone numbers, parsed with libphonenumber; only possible numbers are accepted. */
public final class Phones {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final String NO_REGION = "ZZ";

  /** What stands around the number that is dialled: the scheme of RFC 3966, an extension. */
  private static final Pattern AROUND =
      Pattern.compile("(?i)^tel:\\s*|[\\s,;]*(?<!\\p{L})(?:x|ext|extn|extension)[.:\\s]*\\d{1,7}$");

  private static final Pattern OLD_MEXICAN =
      Pattern.compile("^\\+52[ .()-]*1(?=(?:[ .()-]*\\d){10}$)");

  private Phones() {}

  /**
   * The number in E.164, with its plus; {@code tel:} and an extension are left out.
   *
   * @param region country code (two letters) of national numbers; null to accept only international
   *     numbers
   */
  public static String e164(String value, @Nullable String region) throws Refused {
    var text = Texts.trim(value);
    var written = PhonePlans.e164(text, region);
    if (written != null) {
      return written;
    }
    var dialled = dialled(text);
    return dialled.equals(text) ? parsed(text, region) : e164(dialled, region);
  }

  /**
   * A number without {@code tel:} and without an extension; a Mexican one without the 1 that was
   * dialled to mobile phones until 2019.
   */
  static String dialled(String text) {
    return OLD_MEXICAN.matcher(AROUND.matcher(text).replaceAll("")).replaceFirst("+52");
  }

  /** The number in E.164, from the library alone. */
  static String parsed(String text, @Nullable String region) throws Refused {
    // the library also reads vanity letters and extensions; files have neither
    if (text.chars().anyMatch(Character::isLetter)) {
      throw Refusal.NOT_A_PHONE.refused();
    }
    try {
      var number = LIBRARY.parse(text, region == null ? NO_REGION : region);
      if (LIBRARY.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
        throw Refusal.NOT_A_PHONE.refused();
      }
      return LIBRARY.format(number, PhoneNumberFormat.E164);
    } catch (NumberParseException e) {
      throw Refusal.NOT_A_PHONE.refused();
    }
  }

  /** The digits of E.164, which begin with the country code and no zero. */
  public static String digits(String value, @Nullable String region) throws Refused {
    return e164(value, region).substring(1);
  }

  /** Trimmed, otherwise unchanged. */
  public static String plain(String value, @Nullable String region) throws Refused {
    e164(value, region);
    return Texts.trim(value);
  }
}
