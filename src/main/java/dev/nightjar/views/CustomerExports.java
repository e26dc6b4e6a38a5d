package dev.nightjar.views;

import static dev.nightjar.db.deliver.Tables.SENT_ROWS;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/**
 * What destinations have of a customer. PII.
 *
 * @param exports one entry per destination and audience to which the customer was sent, the newest
 *     first
 */
public record CustomerExports(List<Export> exports) {

  /**
   * A customer at a destination.
   *
   * @param sentOn night in which the customer was sent, as the destination has it
   * @param removedOn night in which the customer was removed from there; null if still there
   */
  public record Export(
      String destination, String audience, LocalDate sentOn, @Nullable LocalDate removedOn) {}

  public static CustomerExports of(String customer, DSLContext db) {
    return new CustomerExports(
        db.select(
                SENT_ROWS.DESTINATION, SENT_ROWS.AUDIENCE, SENT_ROWS.SENT_ON, SENT_ROWS.REMOVED_ON)
            .from(SENT_ROWS)
            .where(SENT_ROWS.CUSTOMER_KEY.eq(customer))
            .orderBy(SENT_ROWS.SENT_ON.desc(), SENT_ROWS.DESTINATION, SENT_ROWS.AUDIENCE)
            .fetch(Records.mapping(Export::new)));
  }
}
