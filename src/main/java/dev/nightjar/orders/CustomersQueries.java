package dev.nightjar.orders;

import static dev.nightjar.db.ingest.Tables.CUSTOMER_RECORDS;
import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static dev.nightjar.db.privacy.Tables.ERASURES;
import static dev.nightjar.orders.TouchedCustomers.TOUCHED;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;

import dev.nightjar.database.Differences;
import java.util.Arrays;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The statements for the customers as of one night, one method per part. */
final class CustomersQueries {
  private static final String LOADED = "loaded";

  private CustomersQueries() {}

  /**
   * Replaces the touched customers: those that a record, or a line up to the night, names.
   *
   * @return the number of those
   */
  static long replace(DSLContext db, long build) {
    db.deleteFrom(CUSTOMERS)
        .using(TouchedCustomers.TABLE)
        .where(CUSTOMERS.CUSTOMER_KEY.eq(TOUCHED.CUSTOMER_KEY))
        .execute();
    return db.insertInto(CUSTOMERS, CUSTOMERS.fields()).select(customers(build)).execute();
  }

  /** One row per touched customer, in the column order of the table. */
  private static Select<?> customers(long build) {
    var latest = latestRecords();
    var order = latestOrder();
    var erased = erased();
    var refused = RecordedRefusals.find();
    var hasOptedOut = coalesce(refused.field(RecordedRefusals.HAS_OPTED_OUT), inline(false));
    return select(
            TOUCHED.CUSTOMER_KEY,
            latest.field(CUSTOMERS.FIRST_NAME),
            latest.field(CUSTOMERS.LAST_NAME),
            latest.field(CUSTOMERS.EMAIL),
            latest.field(CUSTOMERS.PHONE),
            coalesce(latest.field(CUSTOMERS.COUNTRY), order.field(CUSTOMERS.COUNTRY))
                .as(CUSTOMERS.COUNTRY),
            latest.field(CUSTOMERS.CITY),
            hasConsent(latest, refused).as(CUSTOMERS.HAS_CONSENT),
            hasOptedOut.as(CUSTOMERS.IS_OPTED_OUT),
            order.field(CUSTOMERS.ATTRIBUTES),
            inline(build).as(CUSTOMERS.BUILD),
            consents(latest, refused).as(CUSTOMERS.CONSENTS),
            field(erased.field(CUSTOMERS.CUSTOMER_KEY).isNotNull()).as(CUSTOMERS.IS_ERASED),
            latest.field(CUSTOMERS.STATE),
            latest.field(CUSTOMERS.ZIP),
            latest.field(CUSTOMERS.BIRTH_DATE),
            hasOptedOut.as(CUSTOMERS.HAS_OPTED_OUT),
            latest.field(CUSTOMERS.ADDRESS),
            latest.field(CUSTOMERS.ADDRESS_2),
            latest.field(CUSTOMERS.GENDER))
        .from(TouchedCustomers.TABLE)
        .leftJoin(latest)
        .on(latest.field(CUSTOMERS.CUSTOMER_KEY).eq(TOUCHED.CUSTOMER_KEY))
        .leftJoin(order)
        .on(trueCondition())
        .leftJoin(refused)
        .on(refused.field(CUSTOMERS.CUSTOMER_KEY).eq(TOUCHED.CUSTOMER_KEY))
        .leftJoin(erased)
        .on(erased.field(CUSTOMERS.CUSTOMER_KEY).eq(TOUCHED.CUSTOMER_KEY))
        .where(latest.field(CUSTOMERS.CUSTOMER_KEY).isNotNull())
        .or(order.field(CUSTOMERS.CUSTOMER_KEY).isNotNull());
  }

  private static Field<Boolean> hasConsent(Table<?> latest, Table<?> refused) {
    return when(condition(refused.field(RecordedRefusals.HAS_WITHDRAWN)), inline(false))
        .otherwise(latest.field(CUSTOMERS.HAS_CONSENT));
  }

  private static Field<JSONB> consents(Table<?> latest, Table<?> refused) {
    var agreed = latest.field(CUSTOMERS.CONSENTS);
    var withdrawn = refused.field(RecordedRefusals.WITHDRAWN);
    return coalesce(field("{0} || {1}", JSONB.class, agreed, withdrawn), withdrawn, agreed);
  }

  /** Erased customers, and customers that ever had a record with an erased person's identifier. */
  private static Table<?> erased() {
    return select(ERASURES.PSEUDONYM.as(CUSTOMERS.CUSTOMER_KEY))
        .from(ERASURES)
        .union(
            select(CUSTOMER_RECORDS.CUSTOMER_KEY)
                .from(CUSTOMER_RECORDS)
                .join(TouchedCustomers.TABLE)
                .on(TOUCHED.CUSTOMER_KEY.eq(CUSTOMER_RECORDS.CUSTOMER_KEY))
                .where(condition(CUSTOMER_RECORDS.IS_ERASED)))
        .asTable("erased");
  }

  /**
   * How the kept customers differ from a full rebuild from all records and parts. Builds differ,
   * and an opt-out can be due to a suppression.
   */
  static long differences(DSLContext db) {
    TouchedCustomers.gatherAll(db);
    var compared =
        Arrays.stream(CUSTOMERS.fields())
            .map(Field::getUnqualifiedName)
            .filter(each -> !each.equals(CUSTOMERS.BUILD.getUnqualifiedName()))
            .filter(each -> !each.equals(CUSTOMERS.IS_OPTED_OUT.getUnqualifiedName()))
            .map(name -> field(name))
            .toList();
    return Differences.count(
        db,
        select(compared).from(CUSTOMERS),
        select(compared).from(customers(0).asTable("rebuilt")));
  }

  /**
   * The latest record of each touched customer, of whatever date: the last reported consent always
   * holds, even for a night of long ago. Of a reject, only what it refuses counts.
   */
  private static Table<?> latestRecords() {
    return select(CUSTOMER_RECORDS.fields())
        .distinctOn(CUSTOMER_RECORDS.CUSTOMER_KEY)
        .from(CUSTOMER_RECORDS)
        .join(TouchedCustomers.TABLE)
        .on(TOUCHED.CUSTOMER_KEY.eq(CUSTOMER_RECORDS.CUSTOMER_KEY))
        .join(FILES)
        .on(FILES.FILE_ID.eq(CUSTOMER_RECORDS.FILE_ID), FILES.VERDICT.eq(LOADED))
        .where(not(CUSTOMER_RECORDS.IS_REJECTED))
        .orderBy(
            CUSTOMER_RECORDS.CUSTOMER_KEY,
            CUSTOMER_RECORDS.UPDATED_AT.desc().nullsLast(),
            CUSTOMER_RECORDS.FILE_ID.desc(),
            CUSTOMER_RECORDS.LINE_NUMBER.desc())
        .asTable("latest_record");
  }

  /**
   * The latest order of a touched customer up to the night, whether it is kept or not. One look at
   * an index per customer takes half the time of sorting all their orders, however many customers.
   */
  private static Table<?> latestOrder() {
    return lateral(
            select(ORDER_PARTS.CUSTOMER_KEY, ORDER_PARTS.COUNTRY, ORDER_PARTS.ATTRIBUTES)
                .from(ORDER_PARTS)
                .where(ORDER_PARTS.CUSTOMER_KEY.eq(TOUCHED.CUSTOMER_KEY))
                .and(ORDER_PARTS.OUTCOME.ne("after-night"))
                .orderBy(
                    ORDER_PARTS.ORDERED_ON.desc(),
                    ORDER_PARTS.COUNTRY.asc().nullsLast(),
                    ORDER_PARTS.ATTRIBUTES.cast(SQLDataType.CLOB).asc().nullsLast())
                .limit(1))
        .as("latest_order");
  }
}
