package dev.nightjar.cli;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.pipeline.Ledger;
import dev.nightjar.pipeline.NightLock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Stops the night that runs. */
@Command(
    name = "stop",
    description = {
      "Stop the night that runs, on whatever machine, at its next safe point.",
      "What it had published stays published; nightjar resume continues it."
    })
final class StopCommand implements Runnable {
  private static final int MOST_SECONDS = 60;

  @ParentCommand private NightjarCommand nightjar;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      session.migrate();
      var running = session.stop().request();
      if (running.isEmpty()) {
        System.out.println("No night is running; nothing was stopped.");
        return;
      }
      var night = running.get().night();
      System.out.printf("Stopping night %s, %s …%n", night, running.get().process());
      await(session, running.get());
      System.out.printf(
          isFinished(night, session)
              ? "Night %s finished before it could be stopped.%n"
              : "Night %1$s is stopped.%nNext: nightjar resume --date %1$s%n",
          night);
    }
  }

  private static void await(Session session, NightLock.Running running) {
    for (int second = 0; session.lock().isTaken(); second++) {
      if (second == MOST_SECONDS) {
        throw new Failure(
            FailureCode.NIGHT_RUNNING,
            "Night %s has not stopped within %d s.%nNext: end %s on its machine with kill, then nightjar resume"
                .formatted(running.night(), MOST_SECONDS, running.process()));
      }
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
    }
  }

  private static boolean isFinished(LocalDate night, Session session) {
    return session.ledger().lastRevision(night).filter(Ledger.Entry::isFinished).isPresent();
  }
}
