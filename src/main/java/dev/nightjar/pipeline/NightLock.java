package dev.nightjar.pipeline;

import dev.nightjar.database.Database;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Allows one night at a time, with a lock on a table. A separate session holds the lock in an open
 * transaction, so that the server frees it when the process dies. Only roles that can write the
 * table can lock it, so that readers cannot block nights. The name of the session shows the holder.
 */
@Component
public class NightLock {
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final Database database;

  NightLock(Database database) {
    this.database = database;
  }

  /** A hold on the lock; closing it allows the next night. */
  final class Hold implements AutoCloseable {
    private final Connection session;

    private Hold(Connection session) {
      this.session = session;
    }

    @Override
    public void close() {
      try {
        session.close();
      } catch (SQLException e) {
        // the session is gone, and the lock with it
      }
    }
  }

  /**
   * Takes the lock.
   *
   * @throws Failure {@link FailureCode#NIGHT_RUNNING} if another process holds it
   */
  Hold take(Night night) throws SQLException {
    return take("night " + night.date());
  }

  /**
   * Does some work while no night can run.
   *
   * @param what name of the work, for the message of a process that finds the lock taken
   * @throws Failure {@link FailureCode#NIGHT_RUNNING}
   */
  public <T> T alone(String what, Supplier<T> work) {
    try (var hold = take(what)) {
      return work.get();
    } catch (SQLException e) {
      throw database.away(e);
    }
  }

  private Hold take(String what) throws SQLException {
    var me = "nightjar %s, process %d".formatted(what, ProcessHandle.current().pid());
    var session = database.dedicated(me);
    if (isLocked(session)) {
      return new Hold(session);
    }
    var holder = holder(session);
    session.close();
    throw new Failure(
        FailureCode.NIGHT_RUNNING,
        "Another night is running: %s.%nNext: wait until it ends (nightjar status), then try again."
            .formatted(holder));
  }

  /** Whether any process holds the lock. */
  public boolean isTaken() {
    try (var session = database.dedicated("nightjar")) {
      return !holder(session).isEmpty();
    } catch (SQLException e) {
      throw database.away(e);
    }
  }

  /** Locks the table in a transaction that stays open. The lock does not block dumps. */
  private static boolean isLocked(Connection session) throws SQLException {
    try (var statement = session.createStatement()) {
      // otherwise a timeout for idle transactions would free the lock
      statement.execute(
          """
          select set_config(name, '0', false) from pg_settings
          where name in ('idle_in_transaction_session_timeout', 'transaction_timeout')
          """);
      session.setAutoCommit(false);
      // a vacuum locks the table for a moment
      statement.execute("set local lock_timeout = '500ms'");
      statement.execute("lock table pipeline.night_lock in exclusive mode");
      return true;
    } catch (SQLException e) {
      if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        session.rollback();
        return false;
      }
      throw e;
    }
  }

  private static String holder(Connection session) throws SQLException {
    try (var query =
            session.prepareStatement(
                """
                select a.application_name
                from pg_locks l
                join pg_stat_activity a on a.pid = l.pid
                where l.locktype = 'relation' and l.granted and l.mode = 'ExclusiveLock'
                  and l.relation = to_regclass('pipeline.night_lock')
                  and l.database = (select oid from pg_database where datname = current_database())
                """);
        var row = query.executeQuery()) {
      return row.next() ? row.getString(1) : "";
    }
  }
}
