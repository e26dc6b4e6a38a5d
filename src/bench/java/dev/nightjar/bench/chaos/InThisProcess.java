package dev.nightjar.bench.chaos;

import dev.nightjar.cli.NightjarCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

/** Runs commands as the program does, but without a process of their own. */
public final class InThisProcess {
  private InThisProcess() {}

  /**
   * Runs a command; what this process prints in the meantime counts as printed by the command.
   *
   * @param installation with the settings of homes that have none
   */
  public static Run.Outcome run(
      Path installation, NightjarCommand.Opener opener, String... arguments) {
    var printed = new ByteArrayOutputStream();
    var out = System.out;
    var err = System.err;
    var locale = Locale.getDefault();
    var properties = (Properties) System.getProperties().clone();
    int exitCode;
    try (var screen = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(screen);
      System.setErr(screen);
      Locale.setDefault(Locale.ROOT);
      System.setProperty("picocli.ansi", "false");
      System.setProperty("nightjar.installation", installation.toString());
      exitCode = NightjarCommand.run(arguments, opener);
    } finally {
      System.setProperties(properties);
      Locale.setDefault(locale);
      System.setErr(err);
      System.setOut(out);
    }
    return new Run.Outcome(exitCode, printed.toString(StandardCharsets.UTF_8));
  }

  /** Starts a command in a thread. */
  public static Run start(Path installation, NightjarCommand.Opener opener, String... arguments) {
    var command = CompletableFuture.supplyAsync(() -> run(installation, opener, arguments));
    return new Run() {
      @Override
      public boolean isAlive() {
        return !command.isDone();
      }

      @Override
      public void kill() {
        throw new UnsupportedOperationException("it has no process of its own");
      }

      @Override
      public Outcome await() {
        return command.join();
      }
    };
  }
}
