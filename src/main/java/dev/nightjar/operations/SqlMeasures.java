package dev.nightjar.operations;

import dev.nightjar.home.Counted;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.DSLContext;

/** The measures that settings write in SQL, each in a read-only transaction with a time limit. */
final class SqlMeasures {
  private static final Pattern NIGHT = Pattern.compile("(?<!:):night\\b");

  /** Classes of SQL states that say that the query, not the server, is at fault. */
  private static final Set<String> OF_QUERY = Set.of("0A", "21", "22", "25", "42");

  private static final String CANCELLED = "57014";

  private final DSLContext db;
  private final LocalDate night;
  private final Duration timeout;

  SqlMeasures(DSLContext db, LocalDate night, Duration timeout) {
    this.db = db;
    this.night = night;
    this.timeout = timeout;
  }

  /** Rolls back what a failed query left. */
  private static final class Refused extends RuntimeException {
    private Refused(String reason) {
      super(reason, null, false, false);
    }
  }

  /** The only number that a query returns. */
  Reading number(String sql) {
    return ask(
        "select * from (%s\n) as gate limit 2",
        sql,
        row -> {
          if (row.getMetaData().getColumnCount() != 1) {
            throw new Refused("sql-number must return one column");
          }
          if (!row.next() || row.getObject(1) == null) {
            throw new Refused("sql-number returned no number");
          }
          if (!(row.getObject(1) instanceof Number)) {
            throw new Refused("sql-number must return a number");
          }
          var value = row.getBigDecimal(1);
          if (row.next()) {
            throw new Refused("sql-number must return one row");
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
                  .connectionResult(connection -> run(connection, frame.formatted(query), answer)));
    } catch (Refused refused) {
      return Reading.broken(String.valueOf(refused.getMessage()));
    }
  }

  private Reading run(Connection connection, String query, Answer answer) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("set transaction read only");
      statement.execute("set local statement_timeout = " + timeout.toMillis());
      try (var row = statement.executeQuery(query)) {
        return answer.of(row);
      }
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  /** What PostgreSQL says of values can contain those of customers. */
  private RuntimeException refused(SQLException e) throws SQLException {
    var state = String.valueOf(e.getSQLState());
    if (state.equals(CANCELLED)) {
      return new Refused("the query took longer than gates.timeout, " + timeout.toSeconds() + " s");
    }
    if (state.length() < 2 || !OF_QUERY.contains(state.substring(0, 2))) {
      throw e;
    }
    var message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new Refused(state.startsWith("42") ? message : "the query failed, SQL state " + state);
  }
}
