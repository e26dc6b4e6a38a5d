package dev.nightjar.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A pool that does not wait for a server a second time. A pool waits for connections whether the
 * server is busy or gone, and a night without its server would wait for each thing that it writes
 * down. So after a failure, the server is asked first.
 */
final class ImpatientPool extends DelegatingDataSource {
  private final Probe server;
  private volatile boolean isAway;

  /** Connects to the server and disconnects. */
  interface Probe {
    void ask() throws SQLException;
  }

  ImpatientPool(DataSource pool, Probe server) {
    super(pool);
    this.server = server;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (isAway) {
      ask();
    }
    try {
      var connection = super.getConnection();
      isAway = false;
      return connection;
    } catch (SQLException e) {
      isAway = true;
      throw e;
    }
  }

  /** Fails as the pool does, whatever the server says against it. */
  private void ask() throws SQLTransientConnectionException {
    try {
      server.ask();
    } catch (SQLException e) {
      throw new SQLTransientConnectionException(e);
    }
  }
}
