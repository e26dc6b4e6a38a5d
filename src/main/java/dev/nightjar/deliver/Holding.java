package dev.nightjar.deliver;

import static dev.nightjar.db.deliver.Tables.SENT_ROWS;
import static dev.nightjar.db.deliver.Tables.STATES;
import static org.jooq.impl.DSL.or;

import dev.nightjar.db.deliver.tables.SentRows;
import dev.nightjar.db.deliver.tables.records.StatesRecord;
import dev.nightjar.destinations.Column;
import dev.nightjar.destinations.Profile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** What a destination has of an audience, in rows of a profile. */
record Holding(String destination, String audience, Profile profile) {

  Condition is(SentRows rows) {
    return rows.DESTINATION.eq(destination).and(rows.AUDIENCE.eq(audience));
  }

  /** What the cells of its rows hold. */
  List<String> contents() {
    return profile.columns().stream().map(Column::content).toList();
  }

  /** What was sent and confirmed last; null where nothing was sent. */
  @Nullable StatesRecord confirmed(DSLContext db) {
    return db.fetchOne(STATES, STATES.DESTINATION.eq(destination), STATES.AUDIENCE.eq(audience));
  }

  /** What destinations have of audiences by a night, or got in it. */
  static List<StatesRecord> held(DSLContext db, LocalDate night) {
    return db.fetch(
        STATES,
        or(
            STATES.BEGUN_NIGHT.le(night),
            STATES.NIGHT.eq(night),
            STATES.NIGHT.lt(night).and(STATES.CUSTOMERS.gt(0L))));
  }

  /** Reads the keys and fingerprints of its rows as COPY text, in the order of the keys' bytes. */
  CopyOut there(Connection reading) throws SQLException {
    var rows =
        DSL.using(SQLDialect.POSTGRES)
            .select(SENT_ROWS.CUSTOMER_KEY, SENT_ROWS.FINGERPRINT)
            .from(SENT_ROWS)
            .where(is(SENT_ROWS), SENT_ROWS.REMOVED_ON.isNull())
            .orderBy(SENT_ROWS.CUSTOMER_KEY.collate("C"))
            .getSQL(ParamType.INLINED);
    return reading
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut("copy (%s) to stdout".formatted(rows));
  }
}
