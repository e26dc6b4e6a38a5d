package dev.nightjar.operations;

import dev.nightjar.database.DatabaseFault;
import dev.nightjar.home.FailureCode;
import dev.nightjar.pipeline.Ledger;
import dev.nightjar.pipeline.NightLock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs the nights that are due, one after the other, until it is stopped. Any number of servers can
 * share a database: the lock of the night decides which one works, and the ledger is all that they
 * know of each other. A night that nobody works on any more is resumed by the first that notices.
 */
@Component
public class NightServer {
  private static final Logger LOG = LoggerFactory.getLogger("nightjar");
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** A night whose process is killed each time, as for lack of memory, is not resumed for ever. */
  private static final int MOST_ATTEMPTS = 3;

  /** Attempts that an exit code counts for, by default one: the next would end as this one. */
  private static final Map<Integer, Integer> ATTEMPTS =
      Map.of(
          FailureCode.BAD_SETTINGS.exitCode(), MOST_ATTEMPTS,
          FailureCode.NIGHT_RUNNING.exitCode(), 0,
          FailureCode.DATABASE_AWAY.exitCode(), 0);

  private final Schedule schedule;
  private final Ledger ledger;
  private final NightLock lock;
  private final NightAlerts alerts;
  private final Clock clock;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Map<LocalDate, Integer> attempts = new HashMap<>();
  private @Nullable Instant round;

  NightServer(Schedule schedule, Ledger ledger, NightLock lock, NightAlerts alerts, Clock clock) {
    this.schedule = schedule;
    this.alerts = alerts;
    this.ledger = ledger;
    this.lock = lock;
    this.clock = clock;
  }

  /**
   * Runs nights until {@link #stop}.
   *
   * @param commands run the nights
   * @param screen gets a line for what is done and why
   */
  public void serve(NightCommands commands, Consumer<String> screen) throws InterruptedException {
    var begun = clock.instant();
    screen.accept(next());
    do {
      try {
        while (runOne(begun, commands, screen)) {
          screen.accept(next());
        }
        alerts.check().forEach(screen);
      } catch (RuntimeException e) {
        if (!DatabaseFault.isAway(e)) {
          throw e;
        }
        LOG.warn("the nights that are due are not known", e);
      }
    } while (!stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Ends {@link #serve} after the command that runs. */
  public void stop() {
    stopped.countDown();
  }

  private String next() {
    return schedule
        .next(clock)
        .map(Schedule.Run::text)
        .orElse(
            schedule.isSet()
                ? "schedule.cron has no next run."
                : "schedule.cron is not set: nights run when somebody starts them.");
  }

  /** Runs the oldest night that is due; false if none is, or another process works. */
  private boolean runOne(Instant begun, NightCommands commands, Consumer<String> screen)
      throws InterruptedException {
    var due =
        schedule.due(ledger.newestFinished().or(this::beforeTheFirst).orElse(null), begun, clock);
    if (!Objects.equals(round, due.since())) {
      round = due.since();
      attempts.clear();
      report(due.tooMany(), screen);
    }
    for (var night : due.nights()) {
      var entry = ledger.lastRevision(night);
      if (isToRun(entry, due.since()) && attempts.getOrDefault(night, 0) < MOST_ATTEMPTS) {
        if (stopped.getCount() == 0 || lock.isTaken()) {
          return false;
        }
        var command = command(night, entry);
        screen.accept("nightjar " + String.join(" ", command));
        int exitCode = commands.run(command);
        screen.accept("Night %s ended with exit code %d".formatted(night, exitCode));
        attempts.merge(night, ATTEMPTS.getOrDefault(exitCode, 1), Integer::sum);
        return true;
      }
    }
    return false;
  }

  /** A first night that was begun and never finished is still due. */
  private Optional<LocalDate> beforeTheFirst() {
    return ledger.nights().stream()
        .map(Ledger.Entry::night)
        .min(Comparator.naturalOrder())
        .map(first -> first.minusDays(1));
  }

  private static void report(List<LocalDate> tooMany, Consumer<String> screen) {
    if (!tooMany.isEmpty()) {
      screen.accept(
          "%s missed before the last of schedule.catch-up.%nNext: nightjar backfill --from %s --to %s"
              .formatted(
                  tooMany.size() == 1 ? "1 night was" : tooMany.size() + " nights were",
                  tooMany.get(0),
                  tooMany.get(tooMany.size() - 1)));
    }
  }

  /** A night that failed in this round is left to a person, or to the next round. */
  private boolean isToRun(Optional<Ledger.Entry> entry, @Nullable Instant since) {
    return entry.isEmpty()
        || !entry.get().isFinished()
            && ledger
                .failedAt(entry.get().asNight())
                .filter(failed -> since != null && !failed.toInstant().isBefore(since))
                .isEmpty();
  }

  private List<String> command(LocalDate night, Optional<Ledger.Entry> entry) {
    var date = night.toString();
    if (entry.isEmpty()) {
      return List.of("run", "--date", date);
    }
    return ledger.isOvertaken(entry.get().asNight())
        ? List.of("run", "--date", date, "--again")
        : List.of("resume", "--date", date);
  }
}
