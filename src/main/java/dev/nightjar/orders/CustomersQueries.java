package dev.nightjar.orders;

import static dev.nightjar.db.ingest.Tables.CUSTOMER_RECORDS;
import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static dev.nightjar.db.privacy.Tables.ERASURES;
import static dev.nightjar.orders.FreshParts.FRESH;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import dev.nightjar.database.Differences;
import dev.nightjar.db.orders.tables.Customers;
import java.util.Arrays;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * The statements for the customers as of one night, one method per part. The temporary table {@code
 * touched_customers} holds the customers that the night touches.
 */
final class CustomersQueries {
  private static final String LOADED = "loaded";
  static final Table<Record> TOUCHED_TABLE = table(name("touched_customers"));
  static final Customers TOUCHED = CUSTOMERS.as("touched_customers");

  private final TouchedFiles files;

  CustomersQueries(TouchedFiles files) {
    this.files = files;
  }

  /**
   * Collects the customers with orders or records that were read, or are gone.
   *
   * @return their number
   */
  long gather(DSLContext db) {
    db.createTemporaryTable(TOUCHED_TABLE)
        .as(
            select(FRESH.CUSTOMER_KEY)
                .from(FreshParts.FRESH_TABLE)
                .where(FRESH.CUSTOMER_KEY.isNotNull())
                .union(
                    select(ORDER_PARTS.CUSTOMER_KEY)
                        .from(ORDER_PARTS)
                        .join(PartsQueries.TOUCHED_TABLE)
                        .on(PartsQueries.isTouched(ORDER_PARTS))
                        .where(ORDER_PARTS.CUSTOMER_KEY.isNotNull()))
                .union(
                    select(CUSTOMER_RECORDS.CUSTOMER_KEY)
                        .from(CUSTOMER_RECORDS)
                        .where(CUSTOMER_RECORDS.FILE_ID.in(files.all()))))
        .onCommitDrop()
        .execute();
    db.execute("analyze touched_customers");
    return db.fetchCount(TOUCHED_TABLE);
  }

  /**
   * Replaces the touched customers: those that a record, or a line up to the night, names.
   *
   * @return the number of those
   */
  long replace(DSLContext db, long build) {
    db.deleteFrom(CUSTOMERS)
        .using(TOUCHED_TABLE)
        .where(CUSTOMERS.CUSTOMER_KEY.eq(TOUCHED.CUSTOMER_KEY))
        .execute();
    return db.insertInto(CUSTOMERS, CUSTOMERS.fields()).select(customers(build)).execute();
  }

  /** One row per touched customer, in the column order of the table. */
  private static Select<?> customers(long build) {
    var latest = latestRecords();
    var order = latestOrders();
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
            when(condition(refused.field(RecordedRefusals.HAS_WITHDRAWN)), inline(false))
                .otherwise(latest.field(CUSTOMERS.HAS_CONSENT))
                .as(CUSTOMERS.HAS_CONSENT),
            hasOptedOut.as(CUSTOMERS.IS_OPTED_OUT),
            order.field(CUSTOMERS.ATTRIBUTES),
            inline(build).as(CUSTOMERS.BUILD),
            coalesce(
                    field(
                        "{0} || {1}",
                        JSONB.class,
                        latest.field(CUSTOMERS.CONSENTS),
                        refused.field(RecordedRefusals.WITHDRAWN)),
                    refused.field(RecordedRefusals.WITHDRAWN),
                    latest.field(CUSTOMERS.CONSENTS))
                .as(CUSTOMERS.CONSENTS),
            field(erased.field(CUSTOMERS.CUSTOMER_KEY).isNotNull()).as(CUSTOMERS.IS_ERASED),
            latest.field(CUSTOMERS.STATE),
            latest.field(CUSTOMERS.ZIP),
            latest.field(CUSTOMERS.BIRTH_DATE),
            hasOptedOut.as(CUSTOMERS.HAS_OPTED_OUT))
        .from(TOUCHED_TABLE)
        .leftJoin(latest)
        .on(latest.field(CUSTOMERS.CUSTOMER_KEY).eq(TOUCHED.CUSTOMER_KEY))
        .leftJoin(order)
        .on(order.field(CUSTOMERS.CUSTOMER_KEY).eq(TOUCHED.CUSTOMER_KEY))
        .leftJoin(refused)
        .on(refused.field(CUSTOMERS.CUSTOMER_KEY).eq(TOUCHED.CUSTOMER_KEY))
        .leftJoin(erased)
        .on(erased.field(CUSTOMERS.CUSTOMER_KEY).eq(TOUCHED.CUSTOMER_KEY))
        .where(latest.field(CUSTOMERS.CUSTOMER_KEY).isNotNull())
        .or(order.field(CUSTOMERS.CUSTOMER_KEY).isNotNull());
  }

  /** Erased customers, and customers that ever had a record with an erased person's identifier. */
  private static Table<?> erased() {
    return select(ERASURES.PSEUDONYM.as(CUSTOMERS.CUSTOMER_KEY))
        .from(ERASURES)
        .union(
            select(CUSTOMER_RECORDS.CUSTOMER_KEY)
                .from(CUSTOMER_RECORDS)
                .join(TOUCHED_TABLE)
                .on(TOUCHED.CUSTOMER_KEY.eq(CUSTOMER_RECORDS.CUSTOMER_KEY))
                .where(condition(CUSTOMER_RECORDS.IS_ERASED)))
        .asTable("erased");
  }

  /**
   * How the kept customers differ from a full rebuild from all records and parts. Builds differ,
   * and an opt-out can be due to a suppression.
   */
  static long differences(DSLContext db) {
    db.createTemporaryTable(TOUCHED_TABLE)
        .as(
            select(CUSTOMER_RECORDS.CUSTOMER_KEY)
                .from(CUSTOMER_RECORDS)
                .union(
                    select(ORDER_PARTS.CUSTOMER_KEY)
                        .from(ORDER_PARTS)
                        .where(ORDER_PARTS.CUSTOMER_KEY.isNotNull())))
        .onCommitDrop()
        .execute();
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
        .join(TOUCHED_TABLE)
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

  /** The latest order of each touched customer up to the night, whether it is kept or not. */
  private static Table<?> latestOrders() {
    return select(ORDER_PARTS.CUSTOMER_KEY, ORDER_PARTS.COUNTRY, ORDER_PARTS.ATTRIBUTES)
        .distinctOn(ORDER_PARTS.CUSTOMER_KEY)
        .from(ORDER_PARTS)
        .join(TOUCHED_TABLE)
        .on(TOUCHED.CUSTOMER_KEY.eq(ORDER_PARTS.CUSTOMER_KEY))
        .where(ORDER_PARTS.OUTCOME.ne("after-night"))
        .orderBy(
            ORDER_PARTS.CUSTOMER_KEY.asc(),
            ORDER_PARTS.ORDERED_ON.desc(),
            ORDER_PARTS.COUNTRY.asc().nullsLast(),
            ORDER_PARTS.ATTRIBUTES.cast(SQLDataType.CLOB).asc().nullsLast())
        .asTable("latest_order");
  }
}
