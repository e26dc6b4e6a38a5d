package dev.nightjar.destinations;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.metadata.DefaultMetadataDependenciesProvider;
import java.util.BitSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the numbers that are in E.164 already: those that libphonenumber would parse and write as
 * they are.
 *
 * <p>Of a plus and digits, the library's parse takes the country code, and from the rest what the
 * country's pattern of national prefixes finds at its start; nothing else can change a digit. Where
 * that pattern finds nothing and the rest is of a possible length, the number comes out as it went
 * in. Pattern and lengths are the library's own. All other numbers are for the library to parse,
 * which takes longer; a test holds both ways together over numbers of every country.
 */
final class E164Plans {
  private static final int MOST_OF_A_CODE = 3;
  private static final int MOST_OF_A_NUMBER = 18;
  private static final @Nullable Plan[] PLANS = plans();

  private E164Plans() {}

  /**
   * How a country's numbers are made.
   *
   * @param prefix what may stand before a number dialled within the country; null for nothing
   * @param lengths of numbers without the country code
   */
  private record Plan(@Nullable Pattern prefix, BitSet lengths) {
    boolean has(String number, int codeEnd) {
      return lengths.get(number.length() - codeEnd)
          && (prefix == null
              || !prefix.matcher(number).region(codeEnd, number.length()).lookingAt());
    }
  }

  /** Whether a text is a possible number in E.164; false also where it might be. */
  static boolean isPossible(String text) {
    int length = text.length();
    if (length < 2 || length > MOST_OF_A_NUMBER || text.charAt(0) != '+' || text.charAt(1) == '0') {
      return false;
    }
    for (int i = 1; i < length; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    int code = 0;
    for (int end = 1; end <= MOST_OF_A_CODE && end < length; end++) {
      code = code * 10 + text.charAt(end) - '0';
      var plan = PLANS[code];
      if (plan != null) {
        return plan.has(text, end + 1);
      }
    }
    return false;
  }

  private static @Nullable Plan[] plans() {
    var library = PhoneNumberUtil.getInstance();
    var source = DefaultMetadataDependenciesProvider.getInstance().getPhoneNumberMetadataSource();
    var plans = new @Nullable Plan[1000];
    for (int code : library.getSupportedCallingCodes()) {
      var region = library.getRegionCodeForCountryCode(code);
      var metadata =
          region.equals(PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY)
              ? source.getMetadataForNonGeographicalRegion(code)
              : source.getMetadataForRegion(region);
      var prefix = metadata.getNationalPrefixForParsing();
      var lengths = new BitSet();
      metadata.getGeneralDesc().getPossibleLengthList().forEach(lengths::set);
      metadata.getGeneralDesc().getPossibleLengthLocalOnlyList().forEach(lengths::clear);
      plans[code] = new Plan(prefix.isEmpty() ? null : Pattern.compile(prefix), lengths);
    }
    return plans;
  }
}
