package dev.nightjar.pipeline;

import dev.nightjar.database.Database;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets one night run at a time, with an advisory lock of the database session that holds it. The
 * server frees it when the process dies, however it dies. The name of the session says who holds
 * it.
 */
@Component
public class NightLock {
  private static final long KEY = 0x4e696768746a6172L; // "Nightjar"

  private final Database database;

  NightLock(Database database) {
    this.database = database;
  }

  /** The held lock; closing it lets the next night run. */
  final class Held implements AutoCloseable {
    private final Connection session;

    private Held(Connection session) {
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
   * @throws Failure {@link FailureCode#NIGHT_RUNNING} naming who holds it
   */
  Held take(Night night) throws SQLException {
    return take("night " + night.date());
  }

  /**
   * Works while no night can run.
   *
   * @param what works, for whoever finds the lock taken
   * @throws Failure {@link FailureCode#NIGHT_RUNNING}
   */
  public <T> T alone(String what, Supplier<T> work) {
    try (var held = take(what)) {
      return work.get();
    } catch (SQLException e) {
      throw database.away(e);
    }
  }

  private Held take(String what) throws SQLException {
    var me = "nightjar %s, process %d".formatted(what, ProcessHandle.current().pid());
    var session = database.dedicated(me);
    try (var take = session.prepareStatement("select pg_try_advisory_lock(?)")) {
      if (isTrue(take)) {
        return new Held(session);
      }
    }
    var holder = holder(session);
    session.close();
    throw new Failure(
        FailureCode.NIGHT_RUNNING,
        "Another night is running: %s.%nNext: wait for it (nightjar status), then try again."
            .formatted(holder));
  }

  /** Whether anybody holds the lock. */
  public boolean isTaken() {
    try (var session = database.dedicated("nightjar")) {
      return !holder(session).isEmpty();
    } catch (SQLException e) {
      throw database.away(e);
    }
  }

  private static boolean isTrue(PreparedStatement query) throws SQLException {
    query.setLong(1, KEY);
    try (var row = query.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static String holder(Connection session) throws SQLException {
    try (var query =
        session.prepareStatement(
            """
            select a.application_name
            from pg_locks l
            join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted
              and l.database = (select oid from pg_database where datname = current_database())
              and (l.classid::bigint << 32 | l.objid::bigint) = ?
            """)) {
      query.setLong(1, KEY);
      try (var row = query.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    }
  }
}
