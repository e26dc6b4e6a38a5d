package dev.nightjar.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ways in which shops and people write one e-mail address or phone number. */
public final class Spellings {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  private Spellings() {}

  /** Spellings of an address at gmail.com. */
  public static List<String> ofGmail(String mailbox) {
    var first = mailbox.substring(0, 1);
    var rest = mailbox.substring(1);
    var spellings = new ArrayList<>(of(mailbox + "@gmail.com"));
    spellings.add(first + "." + rest + "@gmail.com");
    spellings.add(mailbox + "+shop@gmail.com");
    spellings.add(first + "." + rest + "+news.2@GoogleMail.com");
    spellings.add("\"" + mailbox + "\" <" + first + "." + rest + "@gmail.com>");
    return spellings;
  }

  /** Spellings of any address. */
  public static List<String> of(String address) {
    int at = address.indexOf('@');
    return List.of(
        address,
        address.toUpperCase(Locale.ROOT),
        address.substring(0, 1).toUpperCase(Locale.ROOT) + address.substring(1),
        " " + address + "  ",
        "\u00a0" + address + "\u00a0",
        "\u200b" + address + "\ufeff",
        address.substring(0, at) + "\u200d" + address.substring(at),
        "<" + address + ">",
        "mailto:" + address,
        "MAILTO:" + address.toUpperCase(Locale.ROOT) + "?subject=Stop",
        "\"Ann Bell\" <" + address + ">",
        "Bell, Ann <" + address + ">",
        "Ann Bell (" + address + ")",
        "Ann Bell " + address,
        address + " Ann Bell",
        address + ";",
        address + ".",
        "'" + address + "'",
        "\u201c" + address + "\u201d",
        "\u00ab" + address + "\u00bb",
        "{" + address + "}",
        "*" + address + "*",
        "=" + address,
        address + "!",
        address + "\u3002",
        "mailto://" + address,
        address + "/other-" + address,
        address.replace("@", "%40"),
        address.replace("@", "\uff20"),
        address + ", other-" + address);
  }

  /**
   * Spellings of a number by people of its country.
   *
   * @param e164 with the plus
   */
  public static List<String> ofNumberAtHome(String e164) {
    var number = parsed(e164);
    var national = LIBRARY.format(number, PhoneNumberFormat.NATIONAL);
    var digits = national.replaceAll("\\D", "");
    return List.of(
        national,
        digits,
        " " + national + " ",
        national.replace(" ", "-"),
        national.replace(" ", "."),
        national.replace(" ", "/"),
        national.replace(" ", "\u00a0"),
        "(" + digits.substring(0, 4) + ") " + digits.substring(4),
        "\u200b" + digits,
        "tel: " + national,
        national + " ext. 5",
        national + " x12",
        national + " #7",
        fullWidth(digits));
  }

  /** Spellings of a number with its country code. */
  public static List<String> ofNumberAbroad(String e164) {
    var number = parsed(e164);
    var code = String.valueOf(number.getCountryCode());
    var rest = e164.substring(1 + code.length());
    var international = LIBRARY.format(number, PhoneNumberFormat.INTERNATIONAL);
    return List.of(
        e164,
        international,
        international.replace(" ", "-"),
        international.replace(" ", "."),
        international.replace(" ", "\u202f"),
        " " + international + "\u00a0",
        "00" + e164.substring(1),
        "00 " + code + " " + rest,
        "00" + international.substring(1),
        "+" + code + " (0)" + rest,
        "+" + code + " (0) " + rest.substring(0, 2) + "-" + rest.substring(2),
        "+" + code + "(" + rest.substring(0, 3) + ")" + rest.substring(3),
        "0" + "0" + code + " (0)" + rest,
        "tel:" + e164,
        e164 + ";ext=5",
        international + " ext 12",
        international + " extension 12",
        international + " x3",
        international + " (work)",
        international + " mobile",
        "011 " + code + " " + rest,
        e164.substring(1) + ".0",
        e164.charAt(1) + "." + e164.substring(2) + "E+" + (e164.length() - 2),
        "\uff0b" + fullWidth(e164.substring(1)),
        "\u200e" + e164);
  }

  private static PhoneNumber parsed(String e164) {
    try {
      return LIBRARY.parse(e164, "ZZ");
    } catch (NumberParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String fullWidth(String digits) {
    return digits
        .chars()
        .map(c -> c - '0' + '\uff10')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
