package dev.nightjar.privacy;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.audiences.Tables.MEMBERS;
import static dev.nightjar.db.ingest.Tables.CUSTOMER_RECORDS;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;

import dev.nightjar.home.BusinessSettings;
import dev.nightjar.ports.ExtractWithdrawals.Range;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The statements that find the extracts that can contain a person. */
final class ExtractsWithPeople {
  private ExtractsWithPeople() {}

  /**
   * Finds the extracts of the audiences in which the people were ever published, from that night
   * on: a later one can ask the destination to remove them. If the members of a night are no longer
   * stored, it finds all its extracts.
   *
   * @param tx with the table of erased people
   * @param isRecordOfTheirs whether a customer record has one of their identities
   */
  static List<Range> find(DSLContext tx, Condition isRecordOfTheirs, BusinessSettings business) {
    var last = tx.select(max(AUDIENCES.NIGHT)).from(AUDIENCES).fetchSingle().value1();
    if (last == null) {
      return List.of();
    }
    var keys =
        ErasedTable.keys()
            .union(
                select(CUSTOMER_RECORDS.CUSTOMER_KEY)
                    .from(CUSTOMER_RECORDS)
                    .where(isRecordOfTheirs));
    var found =
        tx.select(MEMBERS.AUDIENCE, min(MEMBERS.VALID_FROM))
            .from(MEMBERS)
            .where(MEMBERS.CUSTOMER_KEY.in(keys), MEMBERS.EXCLUSION.isNull())
            .groupBy(MEMBERS.AUDIENCE)
            .fetch(row -> new Range(row.value1(), row.value2(), last));
    var forgotten = business.forgottenUntil(last);
    if (forgotten != null) {
      found.add(new Range(null, LocalDate.EPOCH, forgotten));
    }
    return found;
  }
}
