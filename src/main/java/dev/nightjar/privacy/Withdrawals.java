package dev.nightjar.privacy;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.audiences.Tables.MEMBERS;
import static dev.nightjar.db.deliver.Tables.EXTRACTS;
import static dev.nightjar.db.deliver.Tables.SENT_ROWS;
import static dev.nightjar.db.ingest.Tables.CUSTOMER_RECORDS;
import static dev.nightjar.db.privacy.Tables.WITHDRAWALS;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.nightjar.home.BusinessSettings;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Select;

/** The statements that tell in which extracts a person may be. */
final class Withdrawals {
  private static final String ALL = "";

  /** Extracts of an audience, or of all. */
  record Withdrawal(String audience, LocalDate firstNight, LocalDate lastNight) {
    boolean isOf(String name, LocalDate night) {
      return (audience.equals(ALL) || audience.equals(name))
          && !night.isBefore(firstNight)
          && !night.isAfter(lastNight);
    }
  }

  private Withdrawals() {}

  /**
   * Gathers the extracts of the audiences in which the people ever were published, from that night
   * on: a later one may tell the destination to remove them. Of nights whose members are forgotten,
   * it gathers all.
   *
   * @param tx with the table of erased people
   */
  static void gather(DSLContext tx, People people, BusinessSettings business) {
    var last = tx.select(max(AUDIENCES.NIGHT)).from(AUDIENCES).fetchSingle().value1();
    if (last == null) {
      return;
    }
    var keys =
        Erasure.keys()
            .union(
                select(CUSTOMER_RECORDS.CUSTOMER_KEY)
                    .from(CUSTOMER_RECORDS)
                    .where(people.have(CUSTOMER_RECORDS.EMAIL, CUSTOMER_RECORDS.PHONE)));
    add(
        tx,
        select(MEMBERS.AUDIENCE, min(MEMBERS.VALID_FROM), val(last))
            .from(MEMBERS)
            .where(MEMBERS.CUSTOMER_KEY.in(keys), MEMBERS.EXCLUSION.isNull())
            .groupBy(MEMBERS.AUDIENCE));
    var forgotten = business.forgottenUntil(last);
    if (forgotten != null) {
      add(tx, select(val(ALL), val(LocalDate.EPOCH), val(forgotten)));
    }
  }

  private static void add(DSLContext tx, Select<?> withdrawals) {
    tx.insertInto(WITHDRAWALS, WITHDRAWALS.fields())
        .select(withdrawals)
        .onConflict(WITHDRAWALS.AUDIENCE)
        .doUpdate()
        .set(
            WITHDRAWALS.FIRST_NIGHT,
            least(WITHDRAWALS.FIRST_NIGHT, excluded(WITHDRAWALS.FIRST_NIGHT)))
        .set(
            WITHDRAWALS.LAST_NIGHT,
            greatest(WITHDRAWALS.LAST_NIGHT, excluded(WITHDRAWALS.LAST_NIGHT)))
        .execute();
  }

  static List<Withdrawal> open(DSLContext db) {
    return db.selectFrom(WITHDRAWALS)
        .fetch(row -> new Withdrawal(row.getAudience(), row.getFirstNight(), row.getLastNight()));
  }

  /** Notes that the files of a withdrawal are gone. */
  static void done(DSLContext tx, Withdrawal withdrawal) {
    tx.deleteFrom(EXTRACTS)
        .where(EXTRACTS.NIGHT.between(withdrawal.firstNight(), withdrawal.lastNight()))
        .and(EXTRACTS.AUDIENCE.eq(withdrawal.audience()).or(val(withdrawal.audience()).eq(ALL)))
        .execute();
    tx.deleteFrom(WITHDRAWALS).where(WITHDRAWALS.AUDIENCE.eq(withdrawal.audience())).execute();
  }

  /**
   * Forgets what was sent of the people to destinations that get everybody anew; the others need
   * it, until they were told to remove them.
   */
  static void forgetSent(DSLContext tx, Collection<String> told) {
    tx.deleteFrom(SENT_ROWS)
        .where(SENT_ROWS.CUSTOMER_KEY.in(Erasure.keys()), SENT_ROWS.DESTINATION.notIn(told))
        .execute();
  }
}
