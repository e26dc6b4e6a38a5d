package dev.nightjar.demo;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;

/** The phone numbers of a country that no real person has, in the ways in which people write. */
final class PhoneNumbers {
  /** Without a common divisor with any range, so that neighbours get numbers far apart. */
  private static final int STEP = 7919;

  private static final List<PhoneNumberFormat> FORMATS =
      List.of(PhoneNumberFormat.NATIONAL, PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.E164);

  private final int countryCode;
  private final List<String> ranges;

  /**
   * @param country as in ISO 3166
   * @param ranges national numbers without a leading 0, with {@code #} for each free digit at the
   *     end; all have as many; empty for a country without numbers
   */
  PhoneNumbers(String country, String ranges) {
    this.countryCode = PhoneNumberUtil.getInstance().getCountryCodeForRegion(country);
    this.ranges = ranges.isEmpty() ? List.of() : List.of(ranges.split(","));
  }

  /** The number of a person; empty where all are taken. */
  String get(int person, Dice dice) {
    int size = size();
    if (person >= size) {
      return "";
    }
    int place = (int) ((long) person * STEP % size);
    var range = ranges.get(place % ranges.size());
    var prefix = range.replace("#", "");
    var digits = "%0" + (range.length() - prefix.length()) + "d";
    var national = prefix + digits.formatted(place / ranges.size());
    var number = new PhoneNumber().setCountryCode(countryCode);
    number.setNationalNumber(Long.parseLong(national));
    return written(number, dice);
  }

  private int size() {
    return ranges.stream().mapToInt(PhoneNumbers::size).sum();
  }

  private static int size(String range) {
    return (int) Math.pow(10, range.chars().filter(digit -> digit == '#').count());
  }

  private static String written(PhoneNumber number, Dice dice) {
    var phones = PhoneNumberUtil.getInstance();
    if (dice.chance(0.2)) {
      return phones.format(number, PhoneNumberFormat.NATIONAL).replaceAll("\\D", "");
    }
    return phones.format(number, dice.pick(FORMATS));
  }
}
