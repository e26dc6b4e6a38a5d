package dev.nightjar.kit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A database of one test, owned by a role that is no superuser. */
public final class TestDatabase implements AutoCloseable {
  static final String ROLE = "nightjar_test";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final TestServer server = TestServer.get();
  private final String name = "test_" + COUNT.incrementAndGet();

  private TestDatabase() {}

  /** An empty, migrated database. */
  public static TestDatabase create() throws SQLException {
    var database = new TestDatabase();
    database.server.createDatabase(database.name);
    return database;
  }

  /** A database as a dump in SQL has it. */
  public static TestDatabase of(String dump) throws SQLException {
    var database = new TestDatabase();
    database.server.createDatabase(database.name, "template0");
    try (var connection = database.connect()) {
      TestServer.execute(connection, dump);
    }
    return database;
  }

  /** A copy of this database, to which nobody may be connected. */
  public TestDatabase copy() throws SQLException {
    var database = new TestDatabase();
    server.createDatabase(database.name, name);
    return database;
  }

  /**
   * How a program of PostgreSQL of the server's version is called; empty if there is none.
   *
   * @param name such as pg_dump
   */
  public List<String> program(String name) {
    return server.program(name);
  }

  public String url() {
    return server.url(name);
  }

  public String user() {
    return ROLE;
  }

  public String password() {
    return "secret";
  }

  /** The settings that name this database. */
  List<String> settings() {
    return List.of("db.url=" + url(), "db.user=" + user(), "db.password=" + password());
  }

  /** A session of Nightjar's role. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), ROLE, password());
  }

  /** A session of the server's superuser. */
  public Connection connectAsSuperuser() throws SQLException {
    return server.superuser(name);
  }

  /** Nightjar's role, over a connection that the caller closes. */
  public static DSLContext on(Connection connection) {
    return DSL.using(connection, SQLDialect.POSTGRES);
  }

  /** Lets nobody in any more, and throws everybody out. */
  public void shut() throws SQLException {
    try (var connection = server.superuser("postgres")) {
      TestServer.execute(connection, "alter database " + name + " allow_connections false");
      TestServer.execute(
          connection,
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
              .formatted(name));
    }
  }

  /**
   * Ends the sessions that hold the lock of nights, as an administrator or a firewall does.
   *
   * @return how many there were
   */
  public int endLockSessions() throws SQLException {
    try (var connection = connectAsSuperuser()) {
      return on(connection)
          .fetch(
              """
              select pg_terminate_backend(pid, 10000) from pg_stat_activity
              where datname = current_database() and application_name like 'nightjar night%'
              """)
          .size();
    }
  }

  /** Lets everybody in again. */
  public void reopen() throws SQLException {
    try (var connection = server.superuser("postgres")) {
      TestServer.execute(connection, "alter database " + name + " allow_connections true");
    }
  }

  @Override
  public void close() throws SQLException {
    try (var connection = server.superuser("postgres")) {
      TestServer.execute(connection, "drop database if exists " + name + " with (force)");
    }
  }
}
