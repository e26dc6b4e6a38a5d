package dev.nightjar.orders;

import static dev.nightjar.db.ingest.Tables.CUSTOMER_RECORDS;
import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.ingest.Tables.ORDER_LINES;
import static dev.nightjar.db.ingest.Tables.SUPPRESSIONS;
import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.regexpReplaceAll;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trim;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** The statements for the customers as of one night, one method per part. */
final class CustomersQueries {
  private static final String LOADED = "loaded";

  private final LocalDate night;

  CustomersQueries(LocalDate night) {
    this.night = night;
  }

  /** Replaces the customers: everyone whom a record or an order line of the time names. */
  void replaceCustomers(DSLContext db) {
    db.deleteFrom(CUSTOMERS).execute();
    var records = latestRecords();
    var buyers = buyers();
    db.with(records)
        .with(buyers)
        .insertInto(CUSTOMERS, CUSTOMERS.fields())
        .select(
            select(
                    coalesce(
                        records.field(CUSTOMERS.CUSTOMER_KEY),
                        buyers.field(CUSTOMERS.CUSTOMER_KEY)),
                    records.field(CUSTOMERS.FIRST_NAME),
                    records.field(CUSTOMERS.LAST_NAME),
                    records.field(CUSTOMERS.EMAIL),
                    records.field(CUSTOMERS.PHONE),
                    coalesce(records.field(CUSTOMERS.COUNTRY), buyers.field(CUSTOMERS.COUNTRY)),
                    records.field(CUSTOMERS.CITY),
                    records.field(CUSTOMERS.HAS_CONSENT),
                    field(
                        condition(coalesce(records.field(CUSTOMERS.IS_OPTED_OUT), inline(false)))
                            .or(isSuppressed(records, buyers))))
                .from(records)
                .fullJoin(buyers)
                .on(records.field(CUSTOMERS.CUSTOMER_KEY).eq(buyers.field(CUSTOMERS.CUSTOMER_KEY))))
        .execute();
  }

  /**
   * The latest record of each customer, of whatever date: consent and opt-out always hold as last
   * told, also for a night of long ago.
   */
  private CommonTableExpression<?> latestRecords() {
    return name("records")
        .as(
            select(
                    CUSTOMER_RECORDS.CUSTOMER_KEY,
                    CUSTOMER_RECORDS.FIRST_NAME,
                    CUSTOMER_RECORDS.LAST_NAME,
                    CUSTOMER_RECORDS.EMAIL,
                    CUSTOMER_RECORDS.PHONE,
                    CUSTOMER_RECORDS.COUNTRY,
                    CUSTOMER_RECORDS.CITY,
                    CUSTOMER_RECORDS.HAS_CONSENT,
                    CUSTOMER_RECORDS.IS_OPTED_OUT)
                .distinctOn(CUSTOMER_RECORDS.CUSTOMER_KEY)
                .from(CUSTOMER_RECORDS)
                .join(FILES)
                .on(FILES.FILE_ID.eq(CUSTOMER_RECORDS.FILE_ID), FILES.VERDICT.eq(LOADED))
                .orderBy(
                    CUSTOMER_RECORDS.CUSTOMER_KEY,
                    CUSTOMER_RECORDS.UPDATED_AT.desc().nullsLast(),
                    CUSTOMER_RECORDS.FILE_ID.desc(),
                    CUSTOMER_RECORDS.LINE_NUMBER.desc()));
  }

  /** Everyone whom a line up to the night names, with the country of the latest one. */
  private CommonTableExpression<?> buyers() {
    return name("buyers")
        .as(
            select(ORDER_LINES.CUSTOMER_KEY, ORDER_LINES.COUNTRY)
                .distinctOn(ORDER_LINES.CUSTOMER_KEY)
                .from(ORDER_LINES)
                .join(FILES)
                .on(FILES.FILE_ID.eq(ORDER_LINES.FILE_ID), FILES.VERDICT.eq(LOADED))
                .where(ORDER_LINES.CUSTOMER_KEY.isNotNull())
                .and(ORDER_LINES.ORDERED_AT.lt(night.plusDays(1).atStartOfDay()))
                .orderBy(
                    ORDER_LINES.CUSTOMER_KEY,
                    ORDER_LINES.ORDERED_AT.desc(),
                    ORDER_LINES.COUNTRY.asc().nullsLast()));
  }

  /**
   * Whether a suppression names the customer by key, e-mail address or phone number. One that was
   * ever told holds: a file that replaces another takes no refusal back.
   */
  private static Condition isSuppressed(
      CommonTableExpression<?> records, CommonTableExpression<?> buyers) {
    var key = coalesce(records.field(CUSTOMERS.CUSTOMER_KEY), buyers.field(CUSTOMERS.CUSTOMER_KEY));
    return Stream.of(
            key.in(suppressed(SUPPRESSIONS.CUSTOMER_KEY)),
            email(records.field(CUSTOMERS.EMAIL)).in(suppressed(email(SUPPRESSIONS.EMAIL))),
            phone(records.field(CUSTOMERS.PHONE)).in(suppressed(phone(SUPPRESSIONS.PHONE))))
        .map(isNamed -> condition(coalesce(field(isNamed), inline(false))))
        .reduce(DSL.noCondition(), Condition::or);
  }

  private static Select<Record1<String>> suppressed(Field<String> identifier) {
    return select(identifier)
        .from(SUPPRESSIONS)
        .join(FILES)
        .on(FILES.FILE_ID.eq(SUPPRESSIONS.FILE_ID), FILES.VERDICT.in(LOADED, "replaced"))
        .where(identifier.isNotNull());
  }

  private static Field<String> email(Field<String> asArrived) {
    return lower(trim(asArrived));
  }

  /** The digits, of which a phone number has some. */
  private static Field<String> phone(Field<String> asArrived) {
    return nullif(regexpReplaceAll(asArrived, inline("\\D"), inline("")), inline(""));
  }
}
