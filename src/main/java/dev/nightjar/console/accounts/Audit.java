package dev.nightjar.console.accounts;

import static dev.nightjar.db.console.Tables.AUDIT;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Records what people did, downloaded and looked at. */
public final class Audit {
  private final DSLContext db;
  private final Clock clock;

  /**
   * @param db a role that can write the audit
   */
  public Audit(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * Records a step. It is written before the step is done, so that nothing is done without it.
   *
   * @param account name of the account
   * @param action a word, such as resume or download
   * @param subject such as the name of a file; empty if the night says it all
   * @param night null if it is about none
   */
  public void did(String account, String action, String subject, @Nullable LocalDate night) {
    add(account, action, subject, night, null);
  }

  /**
   * Records a look at a person.
   *
   * @param customer the key
   */
  public void sawCustomer(String account, String customer) {
    add(account, "look", "", null, customer);
  }

  private void add(
      String account,
      String action,
      String subject,
      @Nullable LocalDate night,
      @Nullable String customer) {
    db.insertInto(AUDIT)
        .set(AUDIT.HAPPENED_AT, OffsetDateTime.now(clock))
        .set(AUDIT.ACCOUNT, account)
        .set(AUDIT.ACTION, action)
        .set(AUDIT.SUBJECT, subject)
        .set(AUDIT.NIGHT, night)
        .set(AUDIT.CUSTOMER_KEY, customer)
        .execute();
  }
}
