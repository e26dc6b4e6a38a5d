package dev.nightjar.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.TestDatabase;
import java.sql.SQLException;
import java.util.List;
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

  @Test
  void nothingIsKnownOfRowsThatWereForgotten(TestDatabase database) throws SQLException {
    try (var session = database.connect()) {
      var db = TestDatabase.on(session);
      for (var rows : new String[] {"all", "some"}) {
        db.execute("create table orders.\"" + rows + "\" (name text)");
        db.execute("insert into orders.\"" + rows + "\" values ('Ann'), ('Ann'), ('Bob'), ('Bob')");
      }
      db.execute("analyze orders.\"all\", orders.some");
      assertThat(known(db)).contains("all|{Ann,Bob}", "some|{Ann,Bob}");
      db.transaction(
          tx -> {
            tx.dsl().execute("delete from orders.\"all\"");
            tx.dsl().execute("delete from orders.some where name = 'Ann'");
            Statistics.forget(tx.dsl());
          });
      assertThat(known(db)).containsExactly("some|{Bob}");
    }
  }

  private static List<String> known(DSLContext db) {
    return db.fetch(
            """
            select tablename || '|' || most_common_vals::text from pg_stats
            where schemaname = 'orders' and tablename in ('all', 'some')
            order by 1
            """)
        .getValues(0, String.class);
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
