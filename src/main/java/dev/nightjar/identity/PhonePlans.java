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
 * Writes numbers in E.164 of which libphonenumber's parse would do no more than leave out what is
 * no digit, the country's code and its national prefix; ten times as fast.
 *
 * <p>Of digits, blanks, hyphens, dots, slashes and brackets, that parse keeps the digits. After a
 * plus come the country's code and the number; without one the number is of the given country,
 * unless it begins with the prefix for calls abroad or with the country's own code. From the number
 * goes what the pattern of national prefixes finds at its start, unless the whole is a number and
 * the rest is none. The patterns and the possible lengths are the library's own. What it would do
 * beyond that, and what comes to no possible length, is left to it; a test holds both ways together
 * over numbers of every country.
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
      // the parse asks the region for lengths, the check after it whoever has the code first
      plan.lengths.and(OF_CODES[Integer.parseInt(plan.code)].lengths);
      OF_REGIONS.put(region, plan);
    }
  }

  private PhonePlans() {}

  /**
   * How a country's numbers are made.
   *
   * @param abroad what is dialled before a number of another country
   * @param prefix what may be dialled before a number of another place; null for nothing
   * @param replacesPrefix whether digits may come in the place of the prefix
   * @param number any number of the country
   * @param lengths of its numbers
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

    /** Of digits without the country's code. */
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
   * The number in E.164; null where the library has to tell.
   *
   * @param region in which the number is dialled as it is written; null where that is not known
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

  /** The digits from a place on; null where there are too few, or other letters and signs. */
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
