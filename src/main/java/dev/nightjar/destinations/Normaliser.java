package dev.nightjar.destinations;

import dev.nightjar.identity.Emails;
import dev.nightjar.identity.Names;
import dev.nightjar.identity.Phones;
import dev.nightjar.identity.Places;
import dev.nightjar.identity.Refusal;
import dev.nightjar.identity.Refusal.Refused;
import dev.nightjar.identity.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** How a destination wants a value; a blank value is always an empty cell. */
public enum Normaliser {
  /** Neither changed nor checked. */
  AS_IS((value, member) -> value),
  /** Trimmed; an e-mail address. */
  EMAIL((value, member) -> Emails.plain(value)),
  /** Trimmed; an e-mail address whose mailbox has no dot at its end and no two in a row. */
  EMAIL_DOT_ATOM((value, member) -> Emails.dotAtom(value)),
  EMAIL_LOWER((value, member) -> Emails.lower(value)),
  EMAIL_WITHOUT_BLANKS((value, member) -> Emails.withoutBlanks(value)),
  /** As EMAIL_WITHOUT_BLANKS; of Gmail's mailboxes without dots and + suffix. */
  EMAIL_GMAIL_CANONICAL((value, member) -> Emails.gmailCanonical(value)),
  /** As EMAIL_LOWER; of gmail.com, and no other domain, without dots and + suffix. */
  EMAIL_UID2((value, member) -> Emails.uid2(value)),
  /** As EMAIL_WITHOUT_BLANKS; an address with a character that Amazon removes is refused. */
  EMAIL_AMAZON((value, member) -> Emails.amazon(value)),
  /** Trimmed; a possible number. */
  PHONE((value, member) -> Phones.plain(value, member.region())),
  PHONE_E164((value, member) -> Phones.e164(value, member.region())),
  /** E.164 without the plus. */
  PHONE_DIGITS((value, member) -> Phones.digits(value, member.region())),
  /** Trimmed; has a letter. */
  NAME((value, member) -> Names.plain(value)),
  NAME_GOOGLE_GIVEN((value, member) -> Names.googleGiven(value)),
  NAME_GOOGLE_FAMILY((value, member) -> Names.googleFamily(value)),
  NAME_META((value, member) -> Names.meta(value)),
  NAME_AMAZON((value, member) -> Names.amazon(value)),
  /** Two letters of ISO 3166. */
  COUNTRY((value, member) -> Places.country(value)),
  COUNTRY_LOWER((value, member) -> Places.country(value).toLowerCase(Locale.ROOT)),
  /** Trimmed; letters, digits, blanks and hyphens. */
  ZIP((value, member) -> Places.zip(value)),
  ZIP_META((value, member) -> Places.metaZip(value, member.region())),
  STATE_META((value, member) -> Places.metaState(value, member.region())),
  /** m or f; other words for a gender are refused. */
  GENDER_INITIAL((value, member) -> gender(value)),
  /** A date as 19800131. */
  DATE_DIGITS((value, member) -> date(value).format(DateTimeFormatter.BASIC_ISO_DATE)),
  DATE_YEAR((value, member) -> String.valueOf(date(value).getYear())),
  /** A number as it is; one below 0 is refused. */
  NOT_NEGATIVE((value, member) -> notNegative(value));

  private final Rule rule;

  private interface Rule {
    String apply(String value, Member member) throws Refused;
  }

  Normaliser(Rule rule) {
    this.rule = rule;
  }

  /**
   * The value as it is written or hashed.
   *
   * @param value not blank
   * @throws Refused where the value is not of the type
   */
  String apply(String value, Member member) throws Refused {
    return rule.apply(value, member);
  }

  private static String notNegative(String number) throws Refused {
    if (number.startsWith("-")) {
      throw Refusal.NEGATIVE.refused();
    }
    return number;
  }

  private static String gender(String value) throws Refused {
    return switch (Texts.trim(value).toLowerCase(Locale.ROOT)) {
      case "f", "female", "w", "woman" -> "f";
      case "m", "male", "man" -> "m";
      default -> throw Refusal.NOT_A_GENDER.refused();
    };
  }

  private static LocalDate date(String value) throws Refused {
    try {
      return LocalDate.parse(Texts.trim(value));
    } catch (DateTimeParseException e) {
      throw Refusal.NOT_A_DATE.refused(); // the message of the cause contains the value
    }
  }
}
