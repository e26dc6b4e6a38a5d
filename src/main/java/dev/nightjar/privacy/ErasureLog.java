package dev.nightjar.privacy;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.privacy.Tables.ERASURES;
import static dev.nightjar.db.privacy.Tables.IDENTIFIERS;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.splitPart;
import static org.jooq.impl.DSL.val;

import dev.nightjar.identity.ErasedPeople;
import dev.nightjar.identity.Identities;
import java.time.OffsetDateTime;
import java.util.Collection;
import org.jooq.DSLContext;
import org.jooq.Field;

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
    long kept = 0;
    for (var key : people.keys()) {
      kept += keep(Identities.ofKey(val(key)));
    }
    for (var identity : Identities.matching(people.identities())) {
      kept += keep(val(identity));
    }
    return kept;
  }

  private long keep(Field<String> identity) {
    return tx.insertInto(IDENTIFIERS, IDENTIFIERS.fields())
        .select(select(splitPart(identity, ":", 1), erased.digest(identity), erased.secretDigest()))
        .onConflictDoNothing()
        .execute();
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
