package dev.nightjar.views;

import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.db.orders.Tables.REFUSALS;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a customer agreed to and refused, as the newest night knows it. PII.
 *
 * @param isErased whether the customer was erased, or shares an identity with somebody who was
 * @param isOptedOut whether the customer, or somebody with the same identity, refused all marketing
 * @param hasConsent the answer for purposes without an answer of their own; null if unknown
 * @param consents answers by purpose
 * @param refusals what the customer, or somebody with the same identity, refused
 */
public record CustomerAgreement(
    boolean isErased,
    boolean isOptedOut,
    @Nullable Boolean hasConsent,
    SortedMap<String, Boolean> consents,
    List<Refusal> refusals) {

  /**
   * Marketing that is refused.
   *
   * @param kind all, channel or purpose
   * @param name the channel or purpose; empty for all
   */
  public record Refusal(String kind, String name) {}

  /** What a customer agreed to and refused; empty if no file names the customer. */
  public static Optional<CustomerAgreement> of(String customer, DSLContext db) {
    return db.select(
            CUSTOMERS.IS_ERASED, CUSTOMERS.IS_OPTED_OUT, CUSTOMERS.HAS_CONSENT, CUSTOMERS.CONSENTS)
        .from(CUSTOMERS)
        .where(CUSTOMERS.CUSTOMER_KEY.eq(customer))
        .fetchOptional(row -> of(row, customer, db));
  }

  private static CustomerAgreement of(Record row, String customer, DSLContext db) {
    return new CustomerAgreement(
        row.get(CUSTOMERS.IS_ERASED),
        row.get(CUSTOMERS.IS_OPTED_OUT),
        row.get(CUSTOMERS.HAS_CONSENT),
        consents(row.get(CUSTOMERS.CONSENTS)),
        db.select(REFUSALS.KIND, REFUSALS.NAME)
            .from(REFUSALS)
            .where(REFUSALS.CUSTOMER_KEY.eq(customer))
            .orderBy(REFUSALS.KIND, REFUSALS.NAME)
            .fetch(Records.mapping(Refusal::new)));
  }

  private static SortedMap<String, Boolean> consents(@Nullable JSONB json) {
    var consents = new TreeMap<String, Boolean>();
    if (json != null) {
      JsonMapper.shared()
          .readTree(json.data())
          .forEachEntry((purpose, answer) -> consents.put(purpose, answer.asBoolean()));
    }
    return consents;
  }
}
