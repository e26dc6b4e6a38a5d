package dev.nightjar.privacy;

import static dev.nightjar.db.ingest.Tables.CUSTOMER_RECORDS;
import static dev.nightjar.db.ingest.Tables.REJECTS;
import static dev.nightjar.db.ingest.Tables.SUPPRESSIONS;
import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.identity.Identifier.EMAIL;
import static dev.nightjar.identity.Identifier.PHONE;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.trim;
import static org.jooq.impl.DSL.val;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.identity.Identifier;
import dev.nightjar.identity.PhoneSpellings;
import dev.nightjar.ports.PersonalData.Named;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * People, and every identifier that they are known by.
 *
 * @param keys of customers
 * @param emails that are theirs, as the database compares them
 * @param phones that are theirs: digits, in each way in which the number can be written
 * @param phonesAsReceived the same numbers as they arrived, in small letters
 * @param names first and last name, as they arrived
 */
record People(
    Set<String> keys,
    Set<String> emails,
    Set<String> phones,
    Set<String> phonesAsReceived,
    Set<List<String>> names) {
  /** An address or number of more customers than this is a placeholder for a missing one. */
  static final int MOST_WHO_SHARE = 10;

  /** Reveals nothing about them, wherever it is printed. */
  @Override
  public String toString() {
    return keys.size() + " people";
  }

  /**
   * Finds people, and every identifier ever received for them.
   *
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if too many customers have an address
   */
  static People of(DSLContext db, Named who) {
    var keys = new TreeSet<>(who.customers());
    var emails = new HashSet<String>();
    int place = 0;
    for (var asked : who.emails()) {
      place++;
      var email = db.select(EMAIL.canonical(val(asked))).fetchSingle().value1();
      var customers = customers(db, email);
      if (customers.size() > MOST_WHO_SHARE) {
        throw tooMany(place, customers.size());
      }
      keys.addAll(customers);
      emails.add(email);
    }
    emails.addAll(received(db, keys, EMAIL, CUSTOMER_RECORDS.EMAIL, SUPPRESSIONS.EMAIL));
    emails.removeIf(each -> isShared(db, EMAIL, CUSTOMER_RECORDS.EMAIL, each));
    var phones = phones(db, keys);
    return new People(keys, emails, phones, phonesAsReceived(db, keys, phones), names(db, keys));
  }

  private static Failure tooMany(int place, int customers) {
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        "E-mail address %d belongs to %,d customers, so it seems to be a placeholder; nothing was done.%nNext: the same command with the keys of the customers"
            .formatted(place, customers));
  }

  private static Set<String> customers(DSLContext db, String email) {
    return db.select(CUSTOMER_RECORDS.CUSTOMER_KEY)
        .from(CUSTOMER_RECORDS)
        .where(EMAIL.canonical(CUSTOMER_RECORDS.EMAIL).eq(val(email)))
        .union(
            db.select(CUSTOMERS.CUSTOMER_KEY)
                .from(CUSTOMERS)
                .where(EMAIL.canonical(CUSTOMERS.EMAIL).eq(val(email))))
        .fetchSet(CUSTOMER_RECORDS.CUSTOMER_KEY);
  }

  private static Set<String> received(
      DSLContext db,
      Set<String> keys,
      Identifier kind,
      Field<String> inRecords,
      Field<String> inSuppressions) {
    var all =
        db.select(kind.canonical(inRecords))
            .from(CUSTOMER_RECORDS)
            .where(CUSTOMER_RECORDS.CUSTOMER_KEY.in(keys))
            .union(
                db.select(kind.canonical(inSuppressions))
                    .from(SUPPRESSIONS)
                    .where(SUPPRESSIONS.CUSTOMER_KEY.in(keys)))
            .fetchSet(0, String.class);
    all.removeIf(each -> each == null || each.isBlank());
    return all;
  }

  private static boolean isShared(
      DSLContext db, Identifier kind, Field<String> column, String identifier) {
    return db.select(countDistinct(CUSTOMER_RECORDS.CUSTOMER_KEY))
            .from(CUSTOMER_RECORDS)
            .where(kind.canonical(column).eq(val(identifier)))
            .fetchSingle()
            .value1()
        > MOST_WHO_SHARE;
  }

  private static Set<String> phones(DSLContext db, Set<String> keys) {
    var phones =
        new HashSet<>(received(db, keys, PHONE, CUSTOMER_RECORDS.PHONE, SUPPRESSIONS.PHONE));
    db.selectDistinct(CUSTOMER_RECORDS.PHONE, CUSTOMER_RECORDS.COUNTRY)
        .from(CUSTOMER_RECORDS)
        .where(CUSTOMER_RECORDS.CUSTOMER_KEY.in(keys), CUSTOMER_RECORDS.PHONE.isNotNull())
        .forEach(row -> phones.addAll(PhoneSpellings.of(row.value1(), row.value2())));
    phones.removeIf(each -> isShared(db, PHONE, CUSTOMER_RECORDS.PHONE, each));
    return phones;
  }

  /** A placeholder, such as a row of zeros, is left out here too. */
  private static Set<String> phonesAsReceived(DSLContext db, Set<String> keys, Set<String> phones) {
    return db.select(lower(trim(CUSTOMER_RECORDS.PHONE)))
        .from(CUSTOMER_RECORDS)
        .where(CUSTOMER_RECORDS.CUSTOMER_KEY.in(keys))
        .and(PHONE.canonical(CUSTOMER_RECORDS.PHONE).in(values(phones)))
        .fetchSet(0, String.class);
  }

  private static Set<List<String>> names(DSLContext db, Set<String> keys) {
    return db
        .selectDistinct(CUSTOMER_RECORDS.FIRST_NAME, CUSTOMER_RECORDS.LAST_NAME)
        .from(CUSTOMER_RECORDS)
        .where(CUSTOMER_RECORDS.CUSTOMER_KEY.in(keys))
        .and(CUSTOMER_RECORDS.FIRST_NAME.isNotNull())
        .and(CUSTOMER_RECORDS.LAST_NAME.isNotNull())
        .stream()
        .map(row -> List.of(row.value1(), row.value2()))
        .collect(Collectors.toSet());
  }

  /** Whether an address or a number is theirs. */
  Condition have(Field<String> email, Field<String> phone) {
    return EMAIL.canonical(email).in(values(emails)).or(PHONE.canonical(phone).in(values(phones)));
  }

  /** Bound, so that no statement has them in its text. */
  static List<Field<String>> values(Collection<String> texts) {
    return texts.stream().map(text -> (Field<String>) val(text)).toList();
  }

  /** Whether the cells of a reject have something of theirs, as a word of its own. */
  Condition areInCells() {
    var text = field("array_to_string({0}, ' ')", String.class, REJECTS.CELLS);
    var found = new ArrayList<Condition>(List.of(falseCondition()));
    for (var word : words()) {
      found.add(lower(text).likeRegex(val("(^|[^[:alnum:]])" + quoted(word) + "([^[:alnum:]]|$)")));
    }
    for (var name : names) {
      found.add(
          and(name.stream().map(each -> position(lower(text), lower(val(each))).gt(0)).toList()));
    }
    return or(found);
  }

  /** Whether a line of a file has. */
  boolean areIn(String line) {
    var text = line.toLowerCase(Locale.ROOT);
    return words().stream().anyMatch(word -> isWordOf(text, word))
        || names.stream()
            .anyMatch(
                name ->
                    name.stream().allMatch(each -> text.contains(each.toLowerCase(Locale.ROOT))));
  }

  private static boolean isWordOf(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
          && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private Set<String> words() {
    var words = new TreeSet<String>();
    keys.forEach(key -> words.add(key.toLowerCase(Locale.ROOT)));
    words.addAll(emails);
    words.addAll(phones);
    words.addAll(phonesAsReceived);
    return words;
  }

  private static String quoted(String text) {
    return text.replaceAll("([^\\p{L}\\p{N}])", "\\\\$1");
  }
}
