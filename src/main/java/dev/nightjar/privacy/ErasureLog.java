package dev.nightjar.privacy;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.privacy.Tables.ERASURES;
import static dev.nightjar.db.privacy.Tables.IDENTIFIERS;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.nightjar.identity.ErasedPeople;
import dev.nightjar.identity.Identifier;
import java.time.OffsetDateTime;
import java.util.Collection;
import org.jooq.DSLContext;

/** The statements that write what is kept of erased people. */
final class ErasureLog {
  private final DSLContext tx;
  private final ErasedPeople erased;

  ErasureLog(DSLContext tx, ErasedPeople erased) {
    this.tx = tx;
    this.erased = erased;
  }

  /**
   * Keeps what people are recognised by, in case a late file brings them back.
   *
   * @return how many of their identifiers were not kept before
   */
  long keep(People people) {
    return keep(Identifier.CUSTOMER, people.keys())
        + keep(Identifier.EMAIL, people.emails())
        + keep(Identifier.PHONE, people.phones());
  }

  private long keep(Identifier kind, Collection<String> identifiers) {
    long kept = 0;
    for (var each : identifiers) {
      kept +=
          tx.insertInto(IDENTIFIERS, IDENTIFIERS.fields())
              .select(
                  select(inline(kind.key()), erased.digest(kind, val(each)), erased.secretDigest()))
              .onConflictDoNothing()
              .execute();
    }
    return kept;
  }

  /**
   * Writes the audit lines.
   *
   * @param rows in which all of them were
   */
  void note(Collection<String> pseudonyms, long rows, OffsetDateTime now) {
    var last = tx.select(max(AUDIENCES.NIGHT)).from(AUDIENCES).fetchSingle().value1();
    pseudonyms.forEach(
        each -> tx.insertInto(ERASURES, ERASURES.fields()).values(each, now, last, rows).execute());
  }
}
