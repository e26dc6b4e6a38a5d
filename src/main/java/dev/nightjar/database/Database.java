package dev.nightjar.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.stereotype.Component;

/**
 * The database of a home: the one in the settings, or an embedded server in the home's {@code var}
 * folder. Nothing is started or connected before the first request for a connection.
 */
@Component
public class Database implements AutoCloseable {
  private static final int CONNECT_SECONDS = 5;

  /**
   * The statement of a killed client ends, and frees its locks. Probes keep firewalls from dropping
   * quiet sessions, and end those of lost machines. An open transaction can wait for a delivery.
   */
  private static final String OPTIONS =
      Stream.of(
              "client_connection_check_interval=1000",
              "tcp_keepalives_idle=60",
              "tcp_keepalives_interval=10",
              "tcp_keepalives_count=6",
              "idle_in_transaction_session_timeout=0",
              "TimeZone=UTC")
          .map("-c "::concat)
          .collect(Collectors.joining(" "));

  private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");

  private final DatabaseSettings settings;
  private final EmbeddedServer embedded;
  private final HikariDataSource pool;
  private @Nullable Server server;

  Database(Home home, DatabaseSettings settings) {
    this.settings = settings;
    this.embedded = embedded(home, settings.port());
    var config = new HikariConfig();
    config.setDataSource(new Lazy());
    config.setInitializationFailTimeout(-1);
    config.setMinimumIdle(0);
    config.setMaximumPoolSize(6);
    config.setConnectionTimeout(CONNECT_SECONDS * 1000L);
    this.pool = new HikariDataSource(config);
  }

  /** Pooled connections. */
  public DataSource pool() {
    return pool;
  }

  /** A connection outside the pool, with a name that other sessions can see. */
  public Connection dedicated(String applicationName) throws SQLException {
    return connect(server(), applicationName);
  }

  /**
   * Brings the schema up to date.
   *
   * @throws Failure {@link FailureCode#DATABASE_AWAY}
   */
  public void migrate() {
    try {
      dedicated("nightjar").close();
    } catch (SQLException e) {
      throw away(e);
    }
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:db/migration")
        .defaultSchema("pipeline")
        .load()
        .migrate();
  }

  /** The URL for psql, without the password. */
  public String psqlUrl() {
    return server().psqlUrl();
  }

  /** Whether the database is the embedded one. */
  public boolean isEmbedded() {
    return settings.url() == null;
  }

  /** Stops the embedded server. Returns whether it has stopped. */
  public boolean stop() {
    pool.close();
    try {
      return embedded.stop();
    } catch (IOException e) {
      throw away(e);
    }
  }

  /**
   * Stops the embedded server of a home, whatever its settings.
   *
   * @return whether it has stopped; empty if none was running
   */
  public static Optional<Boolean> stop(Home home) {
    var server = embedded(home, null);
    try {
      return server.isRunning() ? Optional.of(server.stop()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedServer embedded(Home home, @Nullable Integer port) {
    return new EmbeddedServer(home.var().resolve("postgres"), port);
  }

  /** The failure for a database that cannot be reached, with the next step. */
  public Failure away(Throwable cause) {
    var where = "PostgreSQL at " + settings.url();
    var look =
        "Check that it runs, and check NIGHTJAR_DB_URL, NIGHTJAR_DB_USER and NIGHTJAR_DB_PASSWORD.";
    if (isEmbedded()) {
      where = "The embedded PostgreSQL";
      look = "See its own log, var/postgres/server.log in the home.";
    }
    return new Failure(
        FailureCode.DATABASE_AWAY,
        """
        %s cannot be reached (%s).
        %s
        Next: nightjar resume, or the same command again where no night had begun\
        """
            .formatted(where, Failure.reason(cause), look),
        cause);
  }

  /** Whether an exception means that the database cannot be reached. */
  public static boolean isAway(Throwable thrown) {
    return hasState(thrown, state -> state.startsWith("08") || AWAY.contains(state));
  }

  /** Whether an exception is a passing fault, such as a deadlock or a lost connection. */
  public static boolean isPassing(Throwable thrown) {
    return isAway(thrown) || hasState(thrown, state -> state.startsWith("40"));
  }

  @Override
  public void close() {
    pool.close();
  }

  private static boolean hasState(Throwable thrown, Predicate<String> states) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException) {
        return states.test("08000");
      }
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && states.test(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private synchronized Server server() {
    if (settings.url() != null) {
      return new Server(
          settings.url(), orEmpty(settings.user()), orEmpty(settings.password()), null);
    }
    try {
      if (server == null) {
        server = embedded.start();
      }
      return server;
    } catch (IOException | SQLException e) {
      throw away(e);
    }
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** A connection with the plain URL; everything else is a property, as libraries parse the URL. */
  private static Connection connect(Server server, String applicationName) throws SQLException {
    var properties = new Properties();
    if (!server.user().isEmpty()) {
      PGProperty.USER.set(properties, server.user());
    }
    if (!server.password().isEmpty()) {
      PGProperty.PASSWORD.set(properties, server.password());
    }
    PGProperty.APPLICATION_NAME.set(properties, applicationName);
    PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    PGProperty.REWRITE_BATCHED_INSERTS.set(properties, true);
    // an error's detail quotes rows, which contain personal data
    PGProperty.LOG_SERVER_ERROR_DETAIL.set(properties, false);
    PGProperty.OPTIONS.set(properties, OPTIONS);
    return DriverManager.getConnection(server.url(), properties);
  }

  /** Connects at the first call, not at start-up. */
  private final class Lazy extends AbstractDataSource {
    @Override
    public Connection getConnection() throws SQLException {
      return connect(server(), "nightjar");
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      throw new SQLFeatureNotSupportedException("user and password come from the settings");
    }
  }
}
