package dev.nightjar.deliver;

import static dev.nightjar.db.deliver.Tables.SENT_ROWS;

import dev.nightjar.db.deliver.tables.SentRows;
import dev.nightjar.destinations.Column;
import dev.nightjar.destinations.Profile;
import java.util.List;
import org.jooq.Condition;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;

/** What a destination has of an audience, in rows of a profile. */
record Holding(String destination, String audience, Profile profile) {

  Condition is(SentRows rows) {
    return rows.DESTINATION.eq(destination).and(rows.AUDIENCE.eq(audience));
  }

  /** What the cells of its rows hold. */
  List<String> contents() {
    return profile.columns().stream().map(Column::content).toList();
  }

  /** A statement for the keys and fingerprints of its rows, in the order of the keys' bytes. */
  String keysAndFingerprints() {
    return DSL.using(SQLDialect.POSTGRES)
        .select(SENT_ROWS.CUSTOMER_KEY, SENT_ROWS.FINGERPRINT)
        .from(SENT_ROWS)
        .where(is(SENT_ROWS), SENT_ROWS.REMOVED_ON.isNull())
        .orderBy(SENT_ROWS.CUSTOMER_KEY.collate("C"))
        .getSQL(ParamType.INLINED);
  }
}
