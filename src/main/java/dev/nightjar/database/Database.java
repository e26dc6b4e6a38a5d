package dev.nightjar.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.nightjar.home.BadSettings;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.Home;
import dev.nightjar.home.SettingsLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
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

  /** So that a night stops soon, whether the server answers or not. */
  private static final int CANCEL_SECONDS = 1;

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

  private final DatabaseSettings settings;
  private final EmbeddedServer embedded;
  private final HikariDataSource pool;
  private final DataSource impatient;
  private final Set<Connection> pooled = ConcurrentHashMap.newKeySet();
  private @Nullable Server server;

  /**
   * The database of a home, whatever is wrong with its other settings.
   *
   * @throws BadSettings if those of the database are wrong
   */
  public static Database of(Home home) {
    return new Database(home, SettingsLoader.section(home, DatabaseSettings.class));
  }

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
    this.impatient = new ImpatientPool(pool, () -> dedicated("nightjar").close());
  }

  /** Pooled connections. */
  public DataSource pool() {
    return impatient;
  }

  /**
   * Cancels the statements that run on pooled connections. A statement that starts later is not
   * cancelled.
   *
   * @throws SQLException if the server cannot be asked
   */
  public void cancelStatements() throws SQLException {
    forgetClosed();
    for (var connection : pooled) {
      connection.unwrap(PGConnection.class).cancelQuery();
    }
  }

  private void forgetClosed() throws SQLException {
    for (var connection : pooled) {
      if (connection.isClosed()) {
        pooled.remove(connection);
      }
    }
  }

  /** A connection outside the pool, with a name that other sessions can see. */
  public Connection dedicated(String applicationName) throws SQLException {
    return connect(server(), applicationName);
  }

  /**
   * Brings the schema up to date.
   *
   * @throws Failure {@link FailureCode#DATABASE_AWAY}, {@link FailureCode#DATABASE_FULL}, {@link
   *     FailureCode#SCHEMA_NEWER}
   */
  public void migrate() {
    try {
      dedicated("nightjar").close();
    } catch (SQLException e) {
      throw away(e);
    }
    migrations(
        migrations -> {
          migrations.apply();
          return 0;
        });
  }

  private int migrations(ToIntFunction<Migrations> use) {
    try {
      return use.applyAsInt(new Migrations(impatient));
    } catch (FlywayException e) {
      throw DatabaseFault.isAway(e) ? away(e) : e;
    }
  }

  /**
   * The number of migrations that the schema lacks; changes nothing.
   *
   * @throws Failure {@link FailureCode#SCHEMA_NEWER}
   */
  public int missingMigrations() {
    return migrations(Migrations::missing);
  }

  /** The URL for psql, without the password. */
  public String psqlUrl() {
    return server().psqlUrl();
  }

  /** Whether the database is the embedded one. */
  public boolean isEmbedded() {
    return settings.url() == null;
  }

  /**
   * Whether there is a database: an embedded server is set up by the first command that uses it.
   */
  public boolean exists() {
    return !isEmbedded() || embedded.isSetUp();
  }

  /** The port on which the embedded server would listen, if another program listens there. */
  public Optional<Integer> blockedPort() {
    try {
      return isEmbedded() ? embedded.blockedPort() : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /** The failure for a database that cannot be reached or stores nothing, with the next step. */
  public Failure away(Throwable cause) {
    return isEmbedded()
        ? DatabaseFault.failure(
            "The embedded PostgreSQL",
            "See its own log, var/postgres/server.log in the home.",
            cause)
        : DatabaseFault.failure(
            "PostgreSQL at " + settings.url(),
            "Check that it runs, and check NIGHTJAR_DB_URL, NIGHTJAR_DB_USER and"
                + " NIGHTJAR_DB_PASSWORD.",
            cause);
  }

  @Override
  public void close() {
    pool.close();
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
    PGProperty.CANCEL_SIGNAL_TIMEOUT.set(properties, CANCEL_SECONDS);
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
      var connection = connect(server(), "nightjar");
      forgetClosed();
      pooled.add(connection);
      return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      throw new SQLFeatureNotSupportedException("user and password come from the settings");
    }
  }
}
