package dev.nightjar.privacy;

import static dev.nightjar.db.ingest.Tables.CUSTOMER_RECORDS;
import static dev.nightjar.db.ingest.Tables.SUPPRESSIONS;
import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.db.orders.Tables.IDENTITIES;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.identity.Identities;
import dev.nightjar.identity.PhoneSpellings;
import dev.nightjar.ports.PersonalData.Named;
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
import org.jooq.Table;
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
    var emails = List.copyOf(who.emails());
    for (var email : emails) {
      identities.addAll(Identities.ofEmail(email));
      words.add(email.strip().toLowerCase(Locale.ROOT));
    }
    for (var owners : Owners.find(db, emails, Identities::ofEmail)) {
      if (owners.areTooMany()) {
        throw tooMany(emails.indexOf(owners.asked()) + 1, owners.count());
      }
      keys.addAll(owners.customers());
    }
    keys.addAll(keysWith(db, identities));
    for (var key : keys) {
      identities.addAll(Identities.ofContactKey(key, null));
    }
    var received = received(db, keys);
    identities.addAll(received);
    // a placeholder, such as a row of zeros, is nobody's
    Owners.find(db, received, each -> Identities.matching(Set.of(each))).stream()
        .filter(Owners::areTooMany)
        .forEach(each -> identities.remove(each.asked()));
    addWords(db, keys, identities, words);
    return new People(keys, identities, words, names(db, keys));
  }

  private static Failure tooMany(int place, long customers) {
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

  /** The keys that are an address or number themselves: no record needs to have it. */
  private static Set<String> keysWith(DSLContext db, Set<String> identities) {
    return identities.isEmpty()
        ? Set.of()
        : db.selectDistinct(IDENTITIES.CUSTOMER_KEY)
            .from(IDENTITIES)
            .where(IDENTITIES.IDENTITY.in(values(identities)))
            .and(Identities.isContact(IDENTITIES.CUSTOMER_KEY))
            .fetchSet(IDENTITIES.CUSTOMER_KEY);
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

  /** Reads a table; the condition holds for the rows that have one of their identities. */
  Condition in(DSLContext db, Table<?> table) {
    var own = field(name("own"), String.class);
    var wanted = field(name("wanted"), String.class);
    var matching = Identities.matching(identities).toArray(String[]::new);
    return FileLines.of(
        table,
        db.selectDistinct(FileLines.file(table), FileLines.line(table))
            .from(table, table("unnest({0}) as own", table.field("identities")))
            .join(table("unnest({0}) as wanted", val(matching)))
            .on(wanted.eq(own))
            .fetch());
  }

  /** Bound, so that no statement has them in its text. */
  static List<Field<String>> values(Collection<String> texts) {
    return texts.stream().map(text -> (Field<String>) val(text)).toList();
  }

  /** Finds them in texts. */
  Mentions mentions() {
    var all = new TreeSet<>(words);
    keys.forEach(key -> all.add(key.toLowerCase(Locale.ROOT)));
    return new Mentions(all, names);
  }
}
