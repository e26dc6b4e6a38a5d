package dev.nightjar.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Pooled connections; while one is shared, everybody gets that one. What commits meanwhile only
 * releases a savepoint, so that its transaction can undo it all. Threads take turns.
 */
public final class RehearsableSource extends DelegatingDataSource {
  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable Connection stage;
  private int open;

  public RehearsableSource(DataSource pool) {
    super(pool);
  }

  /**
   * Does some work on one connection.
   *
   * @param connection in an open transaction
   * @return what the work returns
   */
  public <T> T share(Connection connection, Supplier<T> work) {
    stage = connection;
    try {
      return work.get();
    } finally {
      stage = null;
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    var shared = stage;
    if (shared == null) {
      return super.getConnection();
    }
    turn.lock();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, new Part(shared));
  }

  /** A connection to those who use it; a part of one transaction in truth. */
  private final class Part implements InvocationHandler {
    private final Connection shared;
    private @Nullable Savepoint begun;
    private boolean isClosed;

    private Part(Connection shared) {
      this.shared = shared;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      switch (method.getName()) {
        case "close" -> close();
        case "isClosed" -> {
          return isClosed;
        }
        case "getAutoCommit" -> {
          return begun == null;
        }
        case "setAutoCommit" -> {
          if (arguments != null && (boolean) arguments[0]) {
            end();
          } else {
            begin();
          }
        }
        case "commit" -> {
          end();
          begin();
        }
        case "rollback" -> {
          if (arguments != null) {
            return pass(method, arguments);
          }
          shared.rollback(begun);
        }
        default -> {
          return pass(method, arguments);
        }
      }
      return null;
    }

    private @Nullable Object pass(Method method, Object @Nullable [] arguments) throws Throwable {
      try {
        return method.invoke(shared, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    private void begin() throws SQLException {
      if (begun == null) {
        begun = shared.setSavepoint();
        open++;
      }
    }

    private void end() throws SQLException {
      if (begun != null) {
        shared.releaseSavepoint(begun);
        begun = null;
        open--;
        if (open == 0) {
          dropTemporaryTables();
        }
      }
    }

    /** Those of a real transaction go with its commit. */
    private void dropTemporaryTables() throws SQLException {
      var names = new ArrayList<String>();
      try (var statement = shared.createStatement()) {
        try (var row =
            statement.executeQuery(
                "select format('%I', relname) from pg_class"
                    + " where relnamespace = pg_my_temp_schema() and relkind = 'r'")) {
          while (row.next()) {
            names.add("pg_temp." + row.getString(1));
          }
        }
        if (!names.isEmpty()) {
          statement.execute("drop table " + String.join(", ", names) + " cascade");
        }
      }
    }

    private void close() throws SQLException {
      if (!isClosed) {
        isClosed = true;
        end();
        turn.unlock();
      }
    }
  }
}
