package dev.nightjar.identity;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.regexpReplaceAll;
import static org.jooq.impl.DSL.replace;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * The identities by which people are compared: two values have an identity in common if any
 * destination could send the same for both, or if that is in doubt.
 *
 * <p>An e-mail address has one, {@code email:anna@example.com}. A phone number has {@code
 * phone:+442079460959} if its country is known, and {@code national:2079460959} for comparison with
 * numbers of an unknown country. Such a number has {@code number:2079460959}. Two numbers of known
 * countries are the same only by the first.
 */
public final class Identities {
  static final String CUSTOMER = "customer:";

  /** An e-mail address. */
  public static final String EMAIL = "email:";

  /** A number in E.164, with its plus. */
  public static final String PHONE = "phone:";

  /** A number without its country code, of a known country. */
  public static final String NATIONAL = "national:";

  /** A number of an unknown country. */
  public static final String NUMBER = "number:";

  /** Blanks, and the invisible characters of Unicode's general punctuation. */
  private static final String INVISIBLE = "[\\s\\u00ad\\u200b-\\u200f\\u2060\\ufeff]+";

  /** An address, or a number that is written as one dials it: an id is only digits. */
  private static final Pattern CONTACT =
      Pattern.compile("@|^[^0-9A-Za-z]*([+]|00|[(]0|0[1-9])[0-9 ()./-]{7,}");

  private Identities() {}

  /**
   * The identities of a person.
   *
   * @param email as it arrived, in any spelling; null for none
   * @param phone as it arrived, in any spelling; null for none
   * @param country code or name of the phone number's country; null if unknown
   */
  public static Set<String> of(
      @Nullable String email, @Nullable String phone, @Nullable String country) {
    var identities = new TreeSet<String>();
    if (email != null) {
      boolean isNumber = email.chars().noneMatch(c -> c == '@' || Character.isLetter(c));
      add(identities, email, isNumber, country);
    }
    if (phone != null) {
      add(identities, phone, phone.indexOf('@') < 0, country);
    }
    return identities;
  }

  /** Of an address or a number, whatever the column is called in which it stands. */
  private static void add(
      Set<String> identities, String text, boolean isNumber, @Nullable String country) {
    Emails.identities(text).forEach(each -> identities.add(EMAIL + each));
    if (isNumber) {
      PhoneIdentities.addTo(identities, text, country == null ? null : Places.region(country));
    }
  }

  /**
   * The identities of a customer key that is an e-mail address or a phone number, as some shops
   * have them; none of another key.
   *
   * @param country as in {@link #of}
   */
  public static Set<String> ofContactKey(@Nullable String key, @Nullable String country) {
    if (key == null || !CONTACT.matcher(key).find()) {
      return Set.of();
    }
    return key.indexOf('@') >= 0 ? ofEmail(key) : of(null, key, country);
  }

  /** Whether a key can have {@link #ofContactKey identities} of its own. */
  public static Condition isContact(Field<String> customerKey) {
    return customerKey.likeRegex(CONTACT.pattern());
  }

  /** The identities of a text with e-mail addresses. */
  public static Set<String> ofEmail(String email) {
    return of(email, null, null);
  }

  /**
   * The identity of a customer key: keys that differ only in case, blanks and invisible characters
   * are the same.
   */
  public static Field<String> ofKey(Field<String> customerKey) {
    var visible =
        regexpReplaceAll(
            field("normalize({0}, NFKC)", String.class, customerKey),
            inline(INVISIBLE),
            inline(""));
    return inline(CUSTOMER).concat(lower(visible));
  }

  /** An identity as the tables keep it: kind and value, apart from {@link #isNational}. */
  public static Field<String> kept(Field<String> identity) {
    return replace(identity, inline(NATIONAL), inline(NUMBER));
  }

  /** Whether an identity is of a phone number without its country code, of a known country. */
  public static Field<Boolean> isNational(Field<String> identity) {
    return field(identity.startsWith(NATIONAL));
  }

  /** The identities that somebody must have to be the same person as one with the given ones. */
  public static Set<String> matching(Collection<String> identities) {
    var matching = new TreeSet<String>();
    for (var each : identities) {
      if (each.startsWith(NATIONAL)) {
        matching.add(NUMBER + each.substring(NATIONAL.length()));
      } else {
        matching.add(each);
        if (each.startsWith(NUMBER)) {
          matching.add(NATIONAL + each.substring(NUMBER.length()));
        }
      }
    }
    return matching;
  }
}
