package dev.nightjar.cli;

import dev.nightjar.pipeline.Progress;
import dev.nightjar.pipeline.StageReport;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** Prints a line per stage when it ends; on a terminal, its seconds while it runs. */
final class ConsoleProgress implements Progress {
  private final PrintStream screen;
  private final boolean isTerminal = Ansi.AUTO.enabled();
  private long startedAt;
  private @Nullable Timer ticker;

  ConsoleProgress(PrintStream screen) {
    this.screen = screen;
  }

  @Override
  public void started(String stage) {
    startedAt = System.nanoTime();
    if (isTerminal) {
      ticker = new Timer("progress", true);
      ticker.schedule(
          new TimerTask() {
            @Override
            public void run() {
              screen.printf("\r  %-10s %6.0f s …", stage, seconds());
              screen.flush();
            }
          },
          0,
          1000);
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
    screen.printf(Locale.ROOT, "  %-10s %6.1f s  %s%n", stage, seconds(), report.summary());
  }

  @Override
  public void failed(String stage) {
    end();
    screen.printf(Locale.ROOT, "  %-10s %6.1f s  failed%n", stage, seconds());
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
