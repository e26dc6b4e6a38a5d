package dev.nightjar.pipeline;

import static dev.nightjar.db.pipeline.Tables.NIGHT_TURNS;
import static dev.nightjar.db.pipeline.Tables.STOP_REQUESTS;
import static org.jooq.impl.DSL.val;

import dev.nightjar.database.Database;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.TransactionContext;
import org.jooq.TransactionListener;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Stops the night of this process: on a signal, or on a request that another process writes into
 * the database.
 *
 * <p>From then on, no transaction of a stage begins or commits, so that the night is as if it had
 * been killed at that moment. Its statements are cancelled and its thread is interrupted until it
 * ends. A stage that computes without noticing is left behind, and ends with the process.
 */
@Component
public class NightStop implements TransactionListener {
  private static final Logger LOG = LoggerFactory.getLogger("nightjar");
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final long LOOK_MILLIS = 100;
  private static final long ASK_MILLIS = 1000;

  private final Database database;
  private final NightLock lock;
  private final Clock clock;
  private final Duration patience;
  private final DSLContext db;
  private volatile @Nullable Watch watch;

  @Autowired
  NightStop(Database database, NightLock lock, Clock clock) {
    this(database, lock, clock, PATIENCE);
  }

  /**
   * @param patience how long a stage can take to notice that it is to stop
   */
  NightStop(Database database, NightLock lock, Clock clock, Duration patience) {
    this.database = database;
    this.lock = lock;
    this.clock = clock;
    this.patience = patience;
    // not the one that this class listens to
    this.db = DSL.using(database.pool(), SQLDialect.POSTGRES);
  }

  /** A night that has the lock and looks for requests to stop; closing it ends that. */
  final class Watch implements AutoCloseable {
    private final Night night;
    private final NightLock.Hold hold;
    private final Thread recorder = Thread.currentThread();
    private final Thread asking = new Thread(this::ask, "stop requests");
    private volatile boolean isStopping;
    private volatile boolean isSignal;
    private boolean isLeftBehind;

    private Watch(Night night, NightLock.Hold hold) {
      this.night = night;
      this.hold = hold;
      asking.setDaemon(true);
      asking.start();
    }

    private void ask() {
      try {
        while (!isStopping) {
          Thread.sleep(ASK_MILLIS);
          if (isRequested()) { // a signal can come meanwhile, so only this is ever written
            isStopping = true;
          }
        }
      } catch (InterruptedException e) {
        // the night has ended
      }
    }

    private boolean isRequested() {
      try {
        return db.fetchExists(STOP_REQUESTS, STOP_REQUESTS.TURN.eq(hold.turn()));
      } catch (DataAccessException e) {
        // if the database is away, the stage notices too
        LOG.debug("no request to stop can be read", e);
        return false;
      }
    }

    /** A stage that was left behind is refused until the process ends. */
    @Override
    public void close() {
      asking.interrupt();
      if (!isLeftBehind) {
        watch = null;
      }
      hold.close();
    }
  }

  /**
   * Takes the lock for a night that the calling thread runs, and watches over it.
   *
   * @throws Failure {@link FailureCode#NIGHT_RUNNING} if another process holds the lock
   */
  Watch take(Night night) throws SQLException {
    var begun = new Watch(night, lock.take(night));
    watch = begun;
    return begun;
  }

  /**
   * Stops the night of this process because of a signal. The ledger keeps the night as it is, so
   * that it counts as interrupted.
   *
   * @return whether a night runs
   */
  public boolean onSignal() {
    var running = watch;
    if (running == null) {
      return false;
    }
    running.isSignal = true;
    running.isStopping = true;
    return true;
  }

  /**
   * Requests the process that runs a night to stop it, wherever that process runs.
   *
   * @return the night; empty if none runs
   */
  public Optional<NightLock.Running> request() {
    var running = lock.running();
    if (running.isPresent()) {
      db.insertInto(STOP_REQUESTS, STOP_REQUESTS.TURN, STOP_REQUESTS.REQUESTED_AT)
          .select(db.select(NIGHT_TURNS.TURN, val(OffsetDateTime.now(clock))).from(NIGHT_TURNS))
          .onConflictDoNothing()
          .execute();
    }
    return running;
  }

  /** Whether a signal stops the night. */
  boolean isSignalled() {
    var running = watch;
    return running != null && running.isSignal;
  }

  /**
   * Does the work of a stage in a thread of its own.
   *
   * @throws Failure {@link FailureCode#NIGHT_STOPPED} soon after the night was asked to stop,
   *     whatever the stage does; also what the stage throws
   */
  StageReport run(Supplier<StageReport> stage) throws InterruptedException {
    var running = watch;
    if (running == null) {
      return stage.get();
    }
    var work = new FutureTask<>(stage::get);
    var thread = new Thread(work, "stage");
    thread.setDaemon(true);
    if (!running.isStopping) {
      thread.start();
      var report = await(work, thread, running);
      if (report != null && !running.isStopping) {
        return report;
      }
    }
    throw new Failure(
        FailureCode.NIGHT_STOPPED,
        "Night %1$s was stopped.%nNext: nightjar resume --date %1$s"
            .formatted(running.night.date()));
  }

  /** The stage's report; null if it failed after it was to stop, or does not notice. */
  private @Nullable StageReport await(FutureTask<StageReport> work, Thread thread, Watch running)
      throws InterruptedException {
    long disturbances = 0;
    long deadline = Long.MAX_VALUE;
    while (System.nanoTime() < deadline) {
      try {
        return work.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (running.isStopping) {
          if (disturbances == 0) {
            deadline = System.nanoTime() + patience.toNanos();
          }
          disturb(thread, disturbances++);
        }
      } catch (ExecutionException e) {
        if (running.isStopping) {
          LOG.info("the stage stopped", e.getCause());
          return null;
        }
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        throw e.getCause() instanceof RuntimeException thrown
            ? thrown
            : new IllegalStateException(e.getCause());
      }
    }
    LOG.warn("the stage does not notice that it is to stop, and is left behind");
    running.isLeftBehind = true;
    return null;
  }

  /** Interrupts once a second, as what a stage cleans up can wait too. */
  private void disturb(Thread thread, long earlier) {
    if (earlier % (1000 / LOOK_MILLIS) == 0) {
      thread.interrupt();
    }
    try {
      database.cancelStatements();
    } catch (SQLException e) {
      LOG.debug("no statement can be cancelled", e);
    }
  }

  @Override
  public void beginEnd(TransactionContext transaction) {
    refuseStages();
  }

  @Override
  public void commitStart(TransactionContext transaction) {
    refuseStages();
  }

  /** Only the thread that records the night still writes. */
  private void refuseStages() {
    var running = watch;
    if (running != null && running.isStopping && Thread.currentThread() != running.recorder) {
      throw new Failure(FailureCode.NIGHT_STOPPED, "The night is to stop.");
    }
  }
}
