package dev.nightjar.orders;

import static dev.nightjar.db.ingest.Tables.CUSTOMER_RECORDS;
import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static dev.nightjar.orders.FreshParts.FRESH;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import dev.nightjar.db.orders.tables.Customers;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;

/** The temporary table {@code touched_customers}: the customers that the night touches. */
final class TouchedCustomers {
  static final Table<Record> TABLE = table(name("touched_customers"));
  static final Customers TOUCHED = CUSTOMERS.as("touched_customers");

  private TouchedCustomers() {}

  /**
   * Collects the customers with orders or records that were read, or are gone.
   *
   * @return their number
   */
  static long gather(DSLContext db, TouchedFiles files) {
    create(
        db,
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
                    .where(CUSTOMER_RECORDS.FILE_ID.in(files.all()))));
    db.execute("analyze touched_customers");
    return db.fetchCount(TABLE);
  }

  /** Collects all customers. */
  static void gatherAll(DSLContext db) {
    create(
        db,
        select(CUSTOMER_RECORDS.CUSTOMER_KEY)
            .from(CUSTOMER_RECORDS)
            .union(
                select(ORDER_PARTS.CUSTOMER_KEY)
                    .from(ORDER_PARTS)
                    .where(ORDER_PARTS.CUSTOMER_KEY.isNotNull())));
  }

  private static void create(DSLContext db, Select<Record1<String>> keys) {
    db.createTemporaryTable(TABLE).as(keys).onCommitDrop().execute();
  }
}
