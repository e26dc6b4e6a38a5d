package dev.nightjar.orders;

import static dev.nightjar.db.ingest.Tables.CUSTOMER_RECORDS;
import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.db.orders.Tables.IDENTITIES;
import static dev.nightjar.orders.TouchedCustomers.TOUCHED;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.nightjar.identity.Identities;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.Table;

/**
 * The statements that keep the identities of the touched customers, one method per part. The
 * temporary table {@code found_identities} holds all that they have now.
 */
final class IdentitiesQueries {
  private static final int ROWS_AT_ONCE = 5000;
  private static final Table<Record> FOUND_TABLE = table(name("found_identities"));
  private static final dev.nightjar.db.orders.tables.Identities FOUND =
      IDENTITIES.as("found_identities");
  private static final Table<Record> CHANGED_TABLE = table(name("changed_identities"));
  private static final Field<String> CHANGED =
      field(name("changed_identities", "identity"), String.class);

  private IdentitiesQueries() {}

  /** Replaces the identities of the touched customers, once these are replaced. */
  static void replace(DSLContext tx) {
    tx.createTemporaryTable(FOUND_TABLE).as(found()).onCommitDrop().execute();
    addNumbersOfOrdersCountry(tx);
    addContactKeys(tx);
    tx.execute("analyze found_identities");
    if (tx.fetchExists(IDENTITIES)) {
      replaceChanged(tx);
    } else {
      FirstLoad.into(tx, IDENTITIES, () -> insertFirst(tx));
    }
  }

  private static void insertFirst(DSLContext tx) {
    var ofIdentity = partitionBy(FOUND.IDENTITY);
    var isShared =
        min(FOUND.CUSTOMER_KEY).over(ofIdentity).ne(max(FOUND.CUSTOMER_KEY).over(ofIdentity));
    tx.insertInto(IDENTITIES, IDENTITIES.fields())
        .select(
            selectDistinct(FOUND.IDENTITY, FOUND.CUSTOMER_KEY, FOUND.IS_NATIONAL, field(isShared))
                .from(FOUND_TABLE))
        .execute();
  }

  private static void replaceChanged(DSLContext tx) {
    tx.createTemporaryTable(CHANGED_TABLE)
        .as(
            selectDistinct(IDENTITIES.IDENTITY)
                .from(IDENTITIES)
                .where(isGone())
                .union(select(FOUND.IDENTITY).from(FOUND_TABLE).where(isNew())))
        .onCommitDrop()
        .execute();
    tx.execute("analyze changed_identities");
    tx.deleteFrom(IDENTITIES).where(isGone()).execute();
    tx.insertInto(IDENTITIES, IDENTITIES.fields())
        .select(
            selectDistinct(FOUND.IDENTITY, FOUND.CUSTOMER_KEY, FOUND.IS_NATIONAL, inline(false))
                .from(FOUND_TABLE)
                .where(isNew()))
        .execute();
    markShared(tx);
  }

  /** What every record of the touched customers ever had, and their keys. */
  private static Select<?> found() {
    var each = field(name("each_identity"), String.class);
    var isNational = Identities.isNational(each);
    return select(
            Identities.kept(each).as(IDENTITIES.IDENTITY),
            CUSTOMER_RECORDS.CUSTOMER_KEY,
            isNational.as(IDENTITIES.IS_NATIONAL))
        .from(CUSTOMER_RECORDS)
        .join(TouchedCustomers.TABLE)
        .on(TOUCHED.CUSTOMER_KEY.eq(CUSTOMER_RECORDS.CUSTOMER_KEY))
        .join(FILES)
        .on(FILES.FILE_ID.eq(CUSTOMER_RECORDS.FILE_ID), FILES.VERDICT.in("loaded", "replaced"))
        .crossJoin(table("unnest({0}) each_identity", CUSTOMER_RECORDS.IDENTITIES))
        .unionAll(
            select(Identities.ofKey(CUSTOMERS.CUSTOMER_KEY), CUSTOMERS.CUSTOMER_KEY, inline(false))
                .from(CUSTOMERS)
                .join(TouchedCustomers.TABLE)
                .on(TOUCHED.CUSTOMER_KEY.eq(CUSTOMERS.CUSTOMER_KEY)));
  }

  /**
   * Numbers whose country only the orders name: extracts write them as numbers of that country, by
   * the rules of the phone library, so these rows pass through here.
   */
  private static void addNumbersOfOrdersCountry(DSLContext tx) {
    var hasOwnCountry =
        selectOne()
            .from(CUSTOMER_RECORDS)
            .where(CUSTOMER_RECORDS.CUSTOMER_KEY.eq(CUSTOMERS.CUSTOMER_KEY))
            .and(CUSTOMER_RECORDS.PHONE.eq(CUSTOMERS.PHONE))
            .and(CUSTOMER_RECORDS.COUNTRY.eq(CUSTOMERS.COUNTRY));
    var numbers =
        tx.select(CUSTOMERS.CUSTOMER_KEY, CUSTOMERS.PHONE, CUSTOMERS.COUNTRY)
            .from(CUSTOMERS)
            .join(TouchedCustomers.TABLE)
            .on(TOUCHED.CUSTOMER_KEY.eq(CUSTOMERS.CUSTOMER_KEY))
            .where(CUSTOMERS.PHONE.isNotNull(), CUSTOMERS.COUNTRY.isNotNull())
            .and(notExists(hasOwnCountry));
    addEach(tx, numbers, row -> Identities.of(null, row.value2(), row.value3()));
  }

  /** Keys that are an e-mail address or a phone number: it can be in no record of the customer. */
  private static void addContactKeys(DSLContext tx) {
    var contacts =
        tx.select(CUSTOMERS.CUSTOMER_KEY, CUSTOMERS.CUSTOMER_KEY, CUSTOMERS.COUNTRY)
            .from(CUSTOMERS)
            .join(TouchedCustomers.TABLE)
            .on(TOUCHED.CUSTOMER_KEY.eq(CUSTOMERS.CUSTOMER_KEY))
            .where(Identities.isContact(CUSTOMERS.CUSTOMER_KEY));
    addEach(tx, contacts, row -> Identities.ofContactKey(row.value2(), row.value3()));
  }

  private static void addEach(
      DSLContext tx,
      ResultQuery<Record3<String, String, String>> contacts,
      Function<Record3<String, String, String>, Set<String>> identities) {
    var keys = new ArrayList<String>();
    var found = new ArrayList<String>();
    try (var rows = contacts.fetchSize(ROWS_AT_ONCE).fetchLazy()) {
      for (var each : rows) {
        for (var identity : identities.apply(each)) {
          keys.add(each.value1());
          found.add(identity);
        }
        if (keys.size() >= ROWS_AT_ONCE) {
          insertFound(tx, keys, found);
        }
      }
    }
    insertFound(tx, keys, found);
  }

  private static void insertFound(DSLContext tx, List<String> keys, List<String> identities) {
    var key = field(name("key"), String.class);
    var each = field(name("each_identity"), String.class);
    tx.insertInto(FOUND_TABLE, FOUND.IDENTITY, FOUND.CUSTOMER_KEY, FOUND.IS_NATIONAL)
        .select(
            select(Identities.kept(each), key, Identities.isNational(each))
                .from(
                    table(
                        "unnest({0}, {1}) as found (key, each_identity)",
                        val(keys.toArray(String[]::new)), val(identities.toArray(String[]::new)))))
        .execute();
    keys.clear();
    identities.clear();
  }

  private static Condition isGone() {
    return IDENTITIES
        .CUSTOMER_KEY
        .in(select(TOUCHED.CUSTOMER_KEY).from(TouchedCustomers.TABLE))
        .and(notExists(selectOne().from(FOUND_TABLE).where(isSame())));
  }

  private static Condition isNew() {
    return notExists(selectOne().from(IDENTITIES).where(isSame()));
  }

  private static Condition isSame() {
    return FOUND
        .IDENTITY
        .eq(IDENTITIES.IDENTITY)
        .and(FOUND.CUSTOMER_KEY.eq(IDENTITIES.CUSTOMER_KEY))
        .and(FOUND.IS_NATIONAL.eq(IDENTITIES.IS_NATIONAL));
  }

  private static void markShared(DSLContext tx) {
    var counted =
        select(
                IDENTITIES.IDENTITY,
                field(countDistinct(IDENTITIES.CUSTOMER_KEY).gt(1)).as(IDENTITIES.IS_SHARED))
            .from(IDENTITIES)
            .join(CHANGED_TABLE)
            .on(CHANGED.eq(IDENTITIES.IDENTITY))
            .groupBy(IDENTITIES.IDENTITY)
            .asTable("counted");
    tx.update(IDENTITIES)
        .set(IDENTITIES.IS_SHARED, counted.field(IDENTITIES.IS_SHARED))
        .from(counted)
        .where(IDENTITIES.IDENTITY.eq(counted.field(IDENTITIES.IDENTITY)))
        .and(IDENTITIES.IS_SHARED.ne(counted.field(IDENTITIES.IS_SHARED)))
        .execute();
  }
}
