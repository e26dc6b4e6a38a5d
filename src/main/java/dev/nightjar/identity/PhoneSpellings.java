package dev.nightjar.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The possible spellings of one phone number. */
public final class PhoneSpellings {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  private PhoneSpellings() {}

  /**
   * The digits of a number as written, in national format, and in international format with and
   * without 00. Only the first if the number is not possible.
   *
   * @param phone phone number as it arrived
   * @param country code or name of the country; null if unknown
   */
  public static Set<String> of(String phone, @Nullable String country) {
    var spellings = new TreeSet<String>();
    add(spellings, "", phone);
    try {
      var region = country == null ? null : Places.region(country);
      var number = LIBRARY.parse(phone, region == null ? "ZZ" : region);
      if (LIBRARY.isPossibleNumber(number)) {
        var international = LIBRARY.format(number, PhoneNumberFormat.E164);
        add(spellings, "", international);
        add(spellings, "00", international);
        add(spellings, "", LIBRARY.format(number, PhoneNumberFormat.NATIONAL));
      }
    } catch (NumberParseException e) {
      // not a phone number: only its digits are compared
      return spellings;
    }
    return spellings;
  }

  private static void add(Set<String> spellings, String prefix, String phone) {
    var digits = phone.replaceAll("[^0-9]", "");
    if (!digits.isEmpty()) {
      spellings.add(prefix + digits);
    }
  }
}
