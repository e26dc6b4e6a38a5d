package dev.nightjar.identity;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.metadata.DefaultMetadataDependenciesProvider;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fast path of libphonenumber, ten times as fast: formats simple numbers in E.164 by removing
 * separators, country code and national prefix.
 *
 * <p>It accepts digits, blanks, hyphens, dots, slashes and brackets. After a plus, the number
 * starts with a country code. Otherwise the number belongs to the given country, unless it starts
 * with the international prefix or with the country's own code. The national prefix is removed,
 * unless only the number with it is valid. Patterns and possible lengths come from the library. All
 * other numbers are left to the library; a test compares both over numbers of every country.
 */
final class PhonePlans {
  private static final int LEAST_DIGITS = 3;
  private static final int MOST_OF_A_TEXT = 30;
  private static final int MOST_OF_A_CODE = 3;

  private static final Map<String, Plan> OF_REGIONS = new HashMap<>();
  private static final @Nullable Plan[] OF_CODES = new @Nullable Plan[1000];

  static {
    var library = PhoneNumberUtil.getInstance();
    var source = DefaultMetadataDependenciesProvider.getInstance().getPhoneNumberMetadataSource();
    for (int code : library.getSupportedCallingCodes()) {
      var region = library.getRegionCodeForCountryCode(code);
      var metadata =
          region.equals(PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY)
              ? source.getMetadataForNonGeographicalRegion(code)
              : source.getMetadataForRegion(region);
      OF_CODES[code] = Plan.of(metadata);
    }
    for (var region : library.getSupportedRegions()) {
      var plan = Plan.of(source.getMetadataForRegion(region));
      // parsing uses the region's lengths, the later check those of the code's main region
      plan.lengths.and(OF_CODES[Integer.parseInt(plan.code)].lengths);
      OF_REGIONS.put(region, plan);
    }
  }

  private PhonePlans() {}

  /**
   * The numbering plan of a country.
   *
   * @param abroad international prefix
   * @param prefix national prefix; null for none
   * @param replacesPrefix whether other digits can replace the prefix
   * @param number pattern of all numbers of the country
   * @param lengths possible lengths of its numbers
   */
  private record Plan(
      String code,
      Pattern abroad,
      @Nullable Pattern prefix,
      boolean replacesPrefix,
      Pattern number,
      BitSet lengths) {

    static Plan of(PhoneMetadata metadata) {
      var prefix = metadata.getNationalPrefixForParsing();
      var any = metadata.getGeneralDesc();
      var lengths = new BitSet();
      any.getPossibleLengthList().forEach(lengths::set);
      any.getPossibleLengthLocalOnlyList().forEach(lengths::clear);
      return new Plan(
          String.valueOf(metadata.getCountryCode()),
          Pattern.compile(metadata.getInternationalPrefix()),
          prefix.isEmpty() ? null : Pattern.compile(prefix),
          !metadata.getNationalPrefixTransformRule().isEmpty(),
          Pattern.compile(any.getNationalNumberPattern()),
          lengths);
    }

    @Nullable String dialledAtHome(String digits) {
      boolean mayHaveCode = digits.startsWith(code) && !isNumber(digits);
      return mayHaveCode || abroad.matcher(digits).lookingAt() ? null : e164(digits);
    }

    /** Formats digits without the country code. */
    @Nullable String e164(String digits) {
      var rest = withoutPrefix(digits);
      return rest != null && lengths.get(rest.length()) ? "+" + code + rest : null;
    }

    private @Nullable String withoutPrefix(String digits) {
      var found = prefix == null ? null : prefix.matcher(digits);
      if (found == null || !found.lookingAt()) {
        return digits;
      }
      if (replacesPrefix && found.group(found.groupCount()) != null) {
        return null;
      }
      var rest = digits.substring(found.end());
      return !isNumber(rest) && isNumber(digits) ? digits : rest;
    }

    private boolean isNumber(String digits) {
      return number.matcher(digits).matches();
    }
  }

  /**
   * The number in E.164; null if the library has to decide.
   *
   * @param region region of a number without a country code; null if unknown
   */
  static @Nullable String e164(String text, @Nullable String region) {
    boolean isInternational = text.startsWith("+");
    var digits = digits(text, isInternational ? 1 : 0);
    if (digits == null) {
      return null;
    }
    if (isInternational) {
      return international(digits);
    }
    var plan = region == null ? null : OF_REGIONS.get(region);
    return plan == null ? null : plan.dialledAtHome(digits);
  }

  /** Digits that are a valid number with its country code, in E.164; null if they are not. */
  static @Nullable String withoutPlus(String digits) {
    var number = international(digits);
    if (number == null || !number.substring(1).equals(digits)) {
      return null;
    }
    var plan = OF_CODES[Integer.parseInt(code(number))];
    return plan != null && plan.isNumber(national(number)) ? number : null;
  }

  /** The digits of a number after its country code. */
  static String national(String e164) {
    return e164.substring(1 + code(e164).length());
  }

  /** Whether people of the number's country write it with other digits than E.164 has. */
  static boolean isDialledOtherwise(String e164) {
    var plan = OF_CODES[Integer.parseInt(code(e164))];
    return plan != null && plan.replacesPrefix;
  }

  private static String code(String e164) {
    for (int end = 1; end <= MOST_OF_A_CODE && end + 1 < e164.length(); end++) {
      if (OF_CODES[Integer.parseInt(e164, 1, end + 1, 10)] != null) {
        return e164.substring(1, end + 1);
      }
    }
    throw new IllegalArgumentException("a number without a country code");
  }

  /** The digits from a position on; null if there are too few, or other characters. */
  private static @Nullable String digits(String text, int from) {
    if (text.length() > MOST_OF_A_TEXT) {
      return null;
    }
    var digits = new char[MOST_OF_A_TEXT];
    int length = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits[length++] = c;
      } else if (" -./()".indexOf(c) < 0) {
        return null;
      }
    }
    return length < LEAST_DIGITS ? null : new String(digits, 0, length);
  }

  private static @Nullable String international(String digits) {
    for (int end = 1; end <= MOST_OF_A_CODE && end < digits.length(); end++) {
      var plan = digits.charAt(0) == '0' ? null : OF_CODES[Integer.parseInt(digits, 0, end, 10)];
      if (plan != null) {
        return plan.e164(digits.substring(end));
      }
    }
    return null;
  }
}
