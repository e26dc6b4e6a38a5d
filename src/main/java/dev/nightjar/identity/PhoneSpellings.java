package dev.nightjar.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The ways in which one phone number is written. */
public final class PhoneSpellings {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  private PhoneSpellings() {}

  /**
   * The digits of a number as it is written, as it is dialled in its country, and with the code of
   * its country, behind 00 or a plus; no more than the first of these where it is no possible one.
   *
   * @param phone as it arrived
   * @param country by code or name, null where it is not known
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
      // no number: it is known by its digits as they are
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
