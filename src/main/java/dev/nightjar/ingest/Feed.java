package dev.nightjar.ingest;

import static dev.nightjar.ingest.FeedField.Kind.BOOLEAN;
import static dev.nightjar.ingest.FeedField.Kind.CUSTOMER;
import static dev.nightjar.ingest.FeedField.Kind.DECIMAL;
import static dev.nightjar.ingest.FeedField.Kind.ID;
import static dev.nightjar.ingest.FeedField.Kind.QUANTITY;
import static dev.nightjar.ingest.FeedField.Kind.TEXT;
import static dev.nightjar.ingest.FeedField.Kind.TIME;
import static dev.nightjar.ingest.FeedField.blankable;
import static dev.nightjar.ingest.FeedField.currency;
import static dev.nightjar.ingest.FeedField.optional;
import static dev.nightjar.ingest.FeedField.required;
import static dev.nightjar.ingest.FeedField.unkept;

import dev.nightjar.db.ingest.Tables;
import java.util.List;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** What the lines of a file are: the table they go to, and its fields. */
enum Feed {
  /** Lines of orders, returns among them. */
  ORDER_LINES(
      Tables.ORDER_LINES,
      List.of(
          required("order", Tables.ORDER_LINES.ORDER_NUMBER, ID),
          blankable("customer", Tables.ORDER_LINES.CUSTOMER_KEY, CUSTOMER),
          required("ordered-at", Tables.ORDER_LINES.ORDERED_AT, TIME),
          optional("product", Tables.ORDER_LINES.PRODUCT_CODE, ID),
          required("quantity", Tables.ORDER_LINES.QUANTITY, QUANTITY),
          required("unit-price", Tables.ORDER_LINES.UNIT_PRICE, DECIMAL),
          optional("refunded", Tables.ORDER_LINES.REFUNDED, DECIMAL),
          optional("line", Tables.ORDER_LINES.LINE_ID, ID),
          currency(),
          optional("status", Tables.ORDER_LINES.STATUS, TEXT),
          optional("country", Tables.ORDER_LINES.COUNTRY, TEXT),
          unkept("updated-at", TIME))),
  /** Order totals without their lines; without an order number, each line is an order. */
  ORDERS(
      Tables.ORDER_LINES,
      List.of(
          optional("order", Tables.ORDER_LINES.ORDER_NUMBER, ID),
          blankable("customer", Tables.ORDER_LINES.CUSTOMER_KEY, CUSTOMER),
          required("ordered-at", Tables.ORDER_LINES.ORDERED_AT, TIME),
          required("total", Tables.ORDER_LINES.UNIT_PRICE, DECIMAL),
          optional("refunded", Tables.ORDER_LINES.REFUNDED, DECIMAL),
          currency(),
          optional("status", Tables.ORDER_LINES.STATUS, TEXT),
          optional("country", Tables.ORDER_LINES.COUNTRY, TEXT),
          unkept("updated-at", TIME))),
  /** Profiles of customers: contact, consent, opt-out. */
  CUSTOMERS(
      Tables.CUSTOMER_RECORDS,
      List.of(
          required("customer", Tables.CUSTOMER_RECORDS.CUSTOMER_KEY, CUSTOMER),
          optional("updated-at", Tables.CUSTOMER_RECORDS.UPDATED_AT, TIME),
          optional("first-name", Tables.CUSTOMER_RECORDS.FIRST_NAME, TEXT),
          optional("last-name", Tables.CUSTOMER_RECORDS.LAST_NAME, TEXT),
          optional("email", Tables.CUSTOMER_RECORDS.EMAIL, TEXT),
          optional("phone", Tables.CUSTOMER_RECORDS.PHONE, ID),
          optional("country", Tables.CUSTOMER_RECORDS.COUNTRY, TEXT),
          optional("city", Tables.CUSTOMER_RECORDS.CITY, TEXT),
          optional("state", Tables.CUSTOMER_RECORDS.STATE, TEXT),
          optional("zip", Tables.CUSTOMER_RECORDS.ZIP, ID),
          optional("birth-date", Tables.CUSTOMER_RECORDS.BIRTH_DATE, TEXT),
          optional("address", Tables.CUSTOMER_RECORDS.ADDRESS, TEXT),
          optional("address-2", Tables.CUSTOMER_RECORDS.ADDRESS_2, TEXT),
          optional("gender", Tables.CUSTOMER_RECORDS.GENDER, TEXT),
          optional("consent", Tables.CUSTOMER_RECORDS.HAS_CONSENT, BOOLEAN),
          optional("opted-out", Tables.CUSTOMER_RECORDS.IS_OPTED_OUT, BOOLEAN))),
  /** People who refused all marketing, or that of one channel, by any of three identifiers. */
  SUPPRESSIONS(
      Tables.SUPPRESSIONS,
      List.of(
          optional("customer", Tables.SUPPRESSIONS.CUSTOMER_KEY, CUSTOMER),
          optional("email", Tables.SUPPRESSIONS.EMAIL, TEXT),
          optional("phone", Tables.SUPPRESSIONS.PHONE, ID),
          optional("channel", Tables.SUPPRESSIONS.CHANNEL, TEXT),
          optional("suppressed-at", Tables.SUPPRESSIONS.SUPPRESSED_AT, TIME)));

  /** Prefix of a field with the consent to one purpose, such as consent-advertising. */
  private static final String CONSENT = "consent-";

  private final Table<?> table;
  private final List<FeedField> fields;

  Feed(Table<?> table, List<FeedField> fields) {
    this.table = table;
    this.fields = fields;
  }

  Table<?> table() {
    return table;
  }

  List<FeedField> fields() {
    return fields;
  }

  /** Whether the lines are of orders, and can carry attributes. */
  boolean isOfOrders() {
    return table == Tables.ORDER_LINES;
  }

  /** The purpose of a consent field; null if the field is not one. */
  @Nullable String purpose(String field) {
    return this == CUSTOMERS && field.startsWith(CONSENT) && field.length() > CONSENT.length()
        ? field.substring(CONSENT.length())
        : null;
  }

  /** The fields of which a line must fill at least one; empty if the feed requires none of them. */
  List<String> identifiers() {
    return this == SUPPRESSIONS ? List.of("customer", "email", "phone") : List.of();
  }
}
