package dev.nightjar.operations;

import dev.nightjar.home.Counted;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.DSLContext;

/**
 * The measures that settings write in SQL. Each runs in a read-only transaction with a time limit,
 * as a role that reads neither contact data nor secrets ({@code db/migration/afterMigrate.sql}).
 */
final class SqlMeasures {
  private static final String ROLE = "nightjar_gates";
  private static final Pattern NIGHT = Pattern.compile("(?<!:):night\\b");

  /** Classes of SQL states that say that the query, not the server, is at fault. */
  private static final Set<String> OF_QUERY = Set.of("0A", "21", "22", "25", "42");

  private static final String CANCELLED = "57014";
  private static final String DENIED = "42501";

  /** The role does not exist, or is not granted. */
  private static final Set<String> OF_ROLE = Set.of("22023", DENIED);

  private final DSLContext db;
  private final LocalDate night;
  private final Duration timeout;

  SqlMeasures(DSLContext db, LocalDate night, Duration timeout) {
    this.db = db;
    this.night = night;
    this.timeout = timeout;
  }

  /** Ends the transaction of a query: a dry run goes on without the role and the time limit. */
  private static final class Answered extends RuntimeException {
    private final transient Reading reading;

    private Answered(Reading reading) {
      super(null, null, false, false);
      this.reading = reading;
    }
  }

  /** The only number that a query returns. */
  Reading number(String sql) {
    return ask(
        "select * from (%s\n) as gate limit 2",
        sql,
        row -> {
          if (row.getMetaData().getColumnCount() != 1) {
            return Reading.broken("sql-number must return one column");
          }
          if (!row.next() || row.getObject(1) == null) {
            return Reading.broken("sql-number returned no number");
          }
          if (!(row.getObject(1) instanceof Number)) {
            return Reading.broken("sql-number must return a number");
          }
          var value = row.getBigDecimal(1);
          if (row.next()) {
            return Reading.broken("sql-number must return one row");
          }
          return Reading.of("", value, "the query returned " + value.toPlainString());
        });
  }

  /** The number of rows that a query returns. */
  Reading rows(String sql) {
    return ask(
        "select count(*) from (%s\n) as gate",
        sql,
        row -> {
          row.next();
          return Reading.of(
              "", row.getLong(1), "the query returned " + Counted.of(row.getLong(1), "row"));
        });
  }

  private interface Answer {
    Reading of(java.sql.ResultSet row) throws SQLException;
  }

  private Reading ask(String frame, String sql, Answer answer) {
    var query = NIGHT.matcher(sql.strip().replaceAll(";$", "")).replaceAll("date '" + night + "'");
    try {
      return db.transactionResult(
          transaction ->
              transaction
                  .dsl()
                  .connectionResult(
                      connection -> {
                        throw new Answered(run(connection, frame.formatted(query), answer));
                      }));
    } catch (Answered answered) {
      return answered.reading;
    }
  }

  private Reading run(Connection connection, String query, Answer answer) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("set transaction read only");
      statement.execute("set local statement_timeout = " + timeout.toMillis());
      takeRole(statement);
      try (var row = statement.executeQuery(query)) {
        return answer.of(row);
      }
    } catch (SQLException e) {
      return broken(e);
    }
  }

  private static void takeRole(Statement statement) throws SQLException {
    try {
      statement.execute("set local role " + ROLE);
    } catch (SQLException e) {
      if (!OF_ROLE.contains(String.valueOf(e.getSQLState()))) {
        throw e;
      }
      throw new Answered(
          Reading.broken(
              "the role %s is not there, or not granted to Nightjar's: docs/database.md"
                  .formatted(ROLE)));
    }
  }

  /** What PostgreSQL says of values can contain those of customers. */
  private Reading broken(SQLException e) throws SQLException {
    var state = String.valueOf(e.getSQLState());
    if (state.equals(CANCELLED)) {
      return Reading.broken(
          "the query took longer than gates.timeout, " + timeout.toSeconds() + " s");
    }
    if (state.length() < 2 || !OF_QUERY.contains(state.substring(0, 2))) {
      throw e;
    }
    if (!state.startsWith("42")) {
      return Reading.broken("the query failed, SQL state " + state);
    }
    var message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return Reading.broken(
        message + (state.equals(DENIED) ? "; of personal data, gates read only keys" : ""));
  }
}
