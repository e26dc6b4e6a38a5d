package dev.nightjar.privacy;

import static dev.nightjar.db.ingest.Tables.CUSTOMER_RECORDS;
import static dev.nightjar.db.ingest.Tables.REJECTS;
import static dev.nightjar.db.ingest.Tables.SUPPRESSIONS;
import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.db.orders.Tables.IDENTITIES;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.nightjar.database.SharedIdentities;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.identity.Identities;
import dev.nightjar.identity.PhoneSpellings;
import dev.nightjar.ports.PersonalData.Named;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * People, and every identity that they are known by.
 *
 * @param keys of customers
 * @param identities that are theirs alone, or nearly
 * @param words their addresses and numbers as they arrived and in other spellings, small letters
 * @param names first and last name, as they arrived
 */
record People(
    Set<String> keys, Set<String> identities, Set<String> words, Set<List<String>> names) {
  /** Reveals nothing about them, wherever it is printed. */
  @Override
  public String toString() {
    return keys.size() + " people";
  }

  /**
   * Finds people, and every identity ever received for them.
   *
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if too many customers have an address
   */
  static People of(DSLContext db, Named who) {
    var keys = keysLike(db, who.customers());
    var identities = new TreeSet<String>();
    var words = new TreeSet<String>();
    int place = 0;
    for (var asked : who.emails()) {
      place++;
      var identity = Identities.of(asked, null, null);
      var customers = customers(db, identity);
      if (customers.size() > SharedIdentities.MOST_WHO_SHARE) {
        throw tooMany(place, customers.size());
      }
      keys.addAll(customers);
      identities.addAll(identity);
      words.add(asked.strip().toLowerCase(Locale.ROOT));
    }
    received(db, keys).stream()
        // a placeholder, such as a row of zeros, is nobody's
        .filter(
            each ->
                customers(db, Identities.matching(Set.of(each))).size()
                    <= SharedIdentities.MOST_WHO_SHARE)
        .forEach(identities::add);
    addWords(db, keys, identities, words);
    return new People(keys, identities, words, names(db, keys));
  }

  private static Failure tooMany(int place, int customers) {
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        "E-mail address %d belongs to %,d customers, so it seems to be a placeholder; nothing was done.%nNext: the same command with the keys of the customers"
            .formatted(place, customers));
  }

  /** The given keys, and those that differ from them only in case and blanks. */
  private static Set<String> keysLike(DSLContext db, Collection<String> asked) {
    var keys = new TreeSet<>(asked);
    if (!keys.isEmpty()) {
      var wanted = values(keys).stream().map(Identities::ofKey).toList();
      keys.addAll(
          db.selectDistinct(IDENTITIES.CUSTOMER_KEY)
              .from(IDENTITIES)
              .where(IDENTITIES.IDENTITY.in(wanted))
              .fetchSet(IDENTITIES.CUSTOMER_KEY));
    }
    return keys;
  }

  private static Set<String> customers(DSLContext db, Set<String> identities) {
    return db.select(CUSTOMER_RECORDS.CUSTOMER_KEY)
        .from(CUSTOMER_RECORDS)
        .where(overlap(CUSTOMER_RECORDS.IDENTITIES, identities))
        .fetchSet(CUSTOMER_RECORDS.CUSTOMER_KEY);
  }

  /** The identities in records, suppressions and rejects with one of the keys. */
  private static Set<String> received(DSLContext db, Set<String> keys) {
    var identity = field(name("identity"), String.class);
    var received =
        db.select(identity)
            .from(CUSTOMER_RECORDS, table("unnest({0}) identity", CUSTOMER_RECORDS.IDENTITIES))
            .where(CUSTOMER_RECORDS.CUSTOMER_KEY.in(values(keys)))
            .union(
                db.select(identity)
                    .from(SUPPRESSIONS, table("unnest({0}) identity", SUPPRESSIONS.IDENTITIES))
                    .where(SUPPRESSIONS.CUSTOMER_KEY.in(values(keys))))
            .fetchSet(identity);
    // the country of a number can be that of the orders
    db.select(CUSTOMERS.PHONE, CUSTOMERS.COUNTRY)
        .from(CUSTOMERS)
        .where(CUSTOMERS.CUSTOMER_KEY.in(values(keys)), CUSTOMERS.PHONE.isNotNull())
        .forEach(row -> received.addAll(Identities.of(null, row.value1(), row.value2())));
    return received;
  }

  /** How lines of files can write the addresses and numbers. */
  private static void addWords(
      DSLContext db, Set<String> keys, Set<String> identities, Set<String> words) {
    db.selectDistinct(CUSTOMER_RECORDS.EMAIL, CUSTOMER_RECORDS.PHONE, CUSTOMER_RECORDS.COUNTRY)
        .from(CUSTOMER_RECORDS)
        .where(CUSTOMER_RECORDS.CUSTOMER_KEY.in(values(keys)))
        .forEach(
            row -> {
              if (isTheirs(identities, row.value1(), null, null)) {
                words.add(row.value1().strip().toLowerCase(Locale.ROOT));
              }
              if (isTheirs(identities, null, row.value2(), row.value3())) {
                words.add(row.value2().strip().toLowerCase(Locale.ROOT));
                words.addAll(PhoneSpellings.of(row.value2(), row.value3()));
              }
            });
    for (var identity : identities) {
      if (identity.startsWith(Identities.EMAIL)) {
        words.add(identity.substring(Identities.EMAIL.length()));
      } else if (identity.startsWith(Identities.PHONE)) {
        words.addAll(PhoneSpellings.of(identity.substring(Identities.PHONE.length()), null));
      }
    }
  }

  private static boolean isTheirs(
      Set<String> identities,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String country) {
    return !Collections.disjoint(identities, Identities.of(email, phone, country));
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

  /** Whether a row's identities have one of theirs. */
  Condition have(Field<String[]> theirs) {
    return overlap(theirs, Identities.matching(identities));
  }

  private static Condition overlap(Field<String[]> field, Set<String> identities) {
    return condition("{0} && cast({1} as text[])", field, val(identities.toArray(String[]::new)));
  }

  /** Bound, so that no statement has them in its text. */
  static List<Field<String>> values(Collection<String> texts) {
    return texts.stream().map(text -> (Field<String>) val(text)).toList();
  }

  /** Whether the cells of a reject have something of theirs, as a word of its own. */
  Condition areInCells() {
    var text = field("array_to_string({0}, ' ')", String.class, REJECTS.CELLS);
    var found = new ArrayList<Condition>(List.of(falseCondition()));
    for (var word : allWords()) {
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
    return allWords().stream().anyMatch(word -> isWordOf(text, word))
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

  private Set<String> allWords() {
    var all = new TreeSet<>(words);
    keys.forEach(key -> all.add(key.toLowerCase(Locale.ROOT)));
    return all;
  }

  private static String quoted(String text) {
    return text.replaceAll("([^\\p{L}\\p{N}])", "\\\\$1");
  }
}
