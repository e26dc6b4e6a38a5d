package dev.nightjar.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.TestDatabase;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@DatabaseTest
class StatisticsTest {
  private static final String INSERT = "insert into orders.filled select generate_series(1, %d)";

  @Test
  void theServerKnowsWhatATransactionFilledOnceItEnds(TestDatabase database) throws SQLException {
    try (var session = database.connect()) {
      var db = watched(TestDatabase.on(session));
      create(db);
      insert(db, 1000);
      assertThat(knownRows(db)).isEqualTo(1000);
    }
  }

  @Test
  void aTransactionReadsWhatItFilled(TestDatabase database) throws SQLException {
    try (var session = database.connect()) {
      var db = TestDatabase.on(session);
      create(db);
      db.transaction(
          tx -> {
            tx.dsl().execute(INSERT.formatted(1000));
            Statistics.refresh(tx.dsl());
            assertThat(knownRows(tx.dsl())).isEqualTo(1000);
          });
    }
  }

  @Test
  void aFewRowsMoreAreNotWorthALook(TestDatabase database) throws SQLException {
    try (var session = database.connect()) {
      create(TestDatabase.on(session));
      insert(TestDatabase.on(session), 1000);
    }
    // what a session wrote is counted for the others when it ends
    try (var session = database.connect()) {
      var db = watched(TestDatabase.on(session));
      db.execute("analyze orders.filled");
      insert(db, 90);
      assertThat(knownRows(db)).isEqualTo(1000);
      insert(db, 1000);
      assertThat(knownRows(db)).isEqualTo(2090);
    }
  }

  private static DSLContext watched(DSLContext db) {
    db.configuration().set(new Statistics());
    return db;
  }

  private static void create(DSLContext db) {
    db.execute("create table orders.filled (n integer) with (autovacuum_enabled = 0)");
  }

  private static void insert(DSLContext db, int rows) {
    db.transaction(tx -> tx.dsl().execute(INSERT.formatted(rows)));
  }

  private static int knownRows(DSLContext db) {
    return db.fetchSingle(
            "select reltuples::integer from pg_class where oid = 'orders.filled'::regclass")
        .get(0, Integer.class);
  }
}
