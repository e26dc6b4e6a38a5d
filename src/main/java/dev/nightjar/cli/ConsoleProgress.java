package dev.nightjar.cli;

import dev.nightjar.pipeline.Progress;
import dev.nightjar.pipeline.StageReport;
import java.io.PrintStream;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.LongSupplier;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Prints the lines of a stage when it ends; on a terminal, its seconds while it runs, with the rows
 * and the rate of the copy that it is at.
 */
final class ConsoleProgress implements Progress {
  private static final int SECOND = 1000;

  private final PrintStream screen;
  private final LongSupplier rows;
  private final boolean isTerminal = Screen.isTerminal();
  private long startedAt;
  private @Nullable Timer ticker;

  /**
   * @param rows copied up to now by the copy that runs; zero if none does
   */
  ConsoleProgress(PrintStream screen, LongSupplier rows) {
    this.screen = screen;
    this.rows = rows;
  }

  @Override
  public void started(String stage) {
    startedAt = System.nanoTime();
    if (isTerminal) {
      ticker = new Timer("progress", true);
      ticker.schedule(new Tick(stage), 0, SECOND);
    }
  }

  /** Shows once a second how far a stage is. */
  private final class Tick extends TimerTask {
    private final String stage;
    private long before;

    private Tick(String stage) {
      this.stage = stage;
    }

    @Override
    public void run() {
      screen.printf("\r\033[K  %-10s %6.0f s … %s", stage, seconds(), copied());
      screen.flush();
    }

    private String copied() {
      long now;
      try {
        now = rows.getAsLong();
      } catch (DataAccessException e) { // the stage itself says that the database is away
        return "";
      }
      long copied = now - before;
      before = now;
      return now == 0
          ? ""
          : "%s rows%s"
              .formatted(
                  Screen.FIGURES.count(now),
                  copied > 0 ? ", " + Screen.FIGURES.count(copied) + " a second" : "");
    }
  }

  @Override
  public void waiting(String what) {
    if (isTerminal) {
      screen.print("\r\033[K");
    }
    screen.printf("  waits for %s%n", what);
  }

  @Override
  public void finished(String stage, StageReport report) {
    end();
    screen.println(StageLines.of(stage, StageLines.seconds(seconds()), report.summary()));
  }

  @Override
  public void failed(String stage) {
    end();
    screen.println(StageLines.of(stage, StageLines.seconds(seconds()), "failed"));
  }

  private void end() {
    if (ticker != null) {
      ticker.cancel();
      screen.print("\r\033[K");
    }
  }

  private double seconds() {
    return (System.nanoTime() - startedAt) / 1e9;
  }
}
