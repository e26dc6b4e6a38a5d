package dev.nightjar.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Pooled connections of a role that can read every table but accounts and tokens, and write none.
 */
public final class ReadingPool implements AutoCloseable {
  private static final int MOST = 8;
  private static final long PATIENCE_MILLIS = 5000;

  private final HikariDataSource pool;

  public ReadingPool(Database database) {
    var config = new HikariConfig();
    config.setDataSource(new Connections(database));
    config.setInitializationFailTimeout(-1);
    config.setMinimumIdle(0);
    config.setMaximumPoolSize(MOST);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    this.pool = new HikariDataSource(config);
  }

  /** The tables, to be read. */
  public DSLContext db() {
    return DSL.using(pool, SQLDialect.POSTGRES);
  }

  @Override
  public void close() {
    pool.close();
  }

  private static final class Connections extends AbstractDataSource {
    private final Database database;

    private Connections(Database database) {
      this.database = database;
    }

    @Override
    public Connection getConnection() throws SQLException {
      var connection = database.dedicated("nightjar console");
      try (var statement = connection.createStatement()) {
        statement.execute(
            "set default_transaction_read_only = on; set role nightjar_console; set"
                + " statement_timeout = '30s'");
        return connection;
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      throw new SQLFeatureNotSupportedException("user and password come from the settings");
    }
  }
}
