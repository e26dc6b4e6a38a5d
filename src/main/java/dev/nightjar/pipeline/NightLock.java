package dev.nightjar.pipeline;

import static dev.nightjar.db.pipeline.Tables.NIGHT_TURNS;

import dev.nightjar.database.Database;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jooq.TransactionContext;
import org.jooq.TransactionListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Allows one night at a time, with a lock on a table. A separate session holds the lock in an open
 * transaction, so that the server frees it when the process dies. Only roles that can write the
 * table can lock it, so that readers cannot block nights. The name of the session shows the holder.
 *
 * <p>The session can also end while the process works on: an administrator ends it, a firewall cuts
 * it, the server restarts. Then another night can start. So each holder has a turn, a number that
 * the next holder raises. As a listener, the lock checks the turn at the beginning of each
 * transaction, and keeps it from being raised until the transaction ends.
 */
@Component
public class NightLock implements TransactionListener {
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final int ANSWER_SECONDS = 10;

  /** The name of a session that holds the lock for a night. */
  private static final Pattern HOLDER =
      Pattern.compile("nightjar night (\\d+-\\d\\d-\\d\\d), (process \\d+)");

  private final Database database;
  private volatile @Nullable Hold held;

  NightLock(Database database) {
    this.database = database;
  }

  /** A hold on the lock; closing it allows the next night. */
  final class Hold implements AutoCloseable {
    private final String holder;
    private final long turn;
    private Connection session;

    private Hold(String holder, Connection session, long turn) {
      this.holder = holder;
      this.session = session;
      this.turn = turn;
    }

    /**
     * Takes the lock again if its session has ended. Whether another process had it in the meantime
     * is checked by the next transaction.
     */
    private void keep() throws SQLException {
      if (!session.isValid(ANSWER_SECONDS)) {
        closeSession();
        session = database.dedicated(holder);
        if (!isLocked(session)) {
          closeSession();
          throw lost();
        }
      }
    }

    long turn() {
      return turn;
    }

    private void closeSession() {
      try {
        session.close();
      } catch (SQLException e) {
        // the session is gone, and the lock with it
      }
    }

    @Override
    public void close() {
      held = null;
      closeSession();
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

  /**
   * Makes sure before a stage that this process has the lock.
   *
   * @throws Failure {@link FailureCode#LOCK_LOST} if another process holds it
   */
  void keep() {
    var hold = held;
    if (hold != null) {
      try {
        hold.keep();
      } catch (SQLException e) {
        throw database.away(e);
      }
    }
  }

  /**
   * Checks the turn at the beginning of a transaction. The row stays locked until its end, so that
   * the next holder starts from what the transaction has written.
   *
   * @throws Failure {@link FailureCode#LOCK_LOST} if another process has taken the lock
   */
  @Override
  public void beginEnd(TransactionContext transaction) {
    var hold = held;
    if (hold != null) {
      var turn =
          transaction
              .dsl()
              .select(NIGHT_TURNS.TURN)
              .from(NIGHT_TURNS)
              .forShare()
              .fetchSingle(NIGHT_TURNS.TURN);
      if (turn != hold.turn) {
        throw lost();
      }
    }
  }

  private Hold take(String what) throws SQLException {
    var me = "nightjar %s, process %d".formatted(what, ProcessHandle.current().pid());
    var session = database.dedicated(me);
    if (!isLocked(session)) {
      var holder = holder(session);
      session.close();
      throw running(holder);
    }
    try {
      var hold = new Hold(me, session, nextTurn());
      held = hold;
      return hold;
    } catch (SQLException e) {
      session.close();
      if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        throw running("it has lost its lock, and its last transaction has not ended");
      }
      throw e;
    }
  }

  /** Waits for the transactions of a holder that has lost the lock; after them, it has no turn. */
  private long nextTurn() throws SQLException {
    try (var session = database.dedicated("nightjar");
        var statement = session.createStatement()) {
      statement.execute("set lock_timeout = '10min'");
      try (var turn =
          statement.executeQuery(
              "update pipeline.night_turns set turn = turn + 1 returning turn")) {
        turn.next();
        return turn.getLong(1);
      }
    }
  }

  private static Failure running(String holder) {
    return new Failure(
        FailureCode.NIGHT_RUNNING,
        "Another night is running: %s.%nNext: wait until it ends (nightjar status), then try again."
            .formatted(holder));
  }

  private static Failure lost() {
    return new Failure(
        FailureCode.LOCK_LOST,
        """
        The database session with the lock of this night has ended, and another process has taken \
        the lock. This one stopped.
        Next: wait until the other one ends (nightjar status), then nightjar resume if a night is \
        not finished\
        """);
  }

  /** Whether any process holds the lock. */
  public boolean isTaken() {
    try (var session = database.dedicated("nightjar")) {
      return !holder(session).isEmpty();
    } catch (SQLException e) {
      throw database.away(e);
    }
  }

  /**
   * A night that some process runs.
   *
   * @param process number of the process on its machine, such as {@code process 4711}
   */
  public record Running(LocalDate night, String process) {}

  /** The night that any process runs; empty if there is none. */
  Optional<Running> running() {
    try (var session = database.dedicated("nightjar")) {
      var name = HOLDER.matcher(holder(session));
      return name.matches()
          ? Optional.of(new Running(LocalDate.parse(name.group(1)), name.group(2)))
          : Optional.empty();
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
