package dev.nightjar.cli;

import dev.nightjar.home.NewHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Scanner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes a home. */
@Command(
    name = "init",
    description = {
      "Make a home for your own data, without the sample sources.",
      "The folder gets commented settings and an inbox. On a terminal, nightjar asks for what the",
      "options do not say."
    })
final class InitCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "The folder (default: the current folder, or that of --home).")
  private @Nullable Path folder;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Time zone of the business, such as Europe/London.")
  private @Nullable String zone;

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "Currency of the business, such as GBP.")
  private @Nullable String currency;

  @Override
  public void run() {
    var home = folder == null ? nightjar.home() : folder;
    var input = new Scanner(System.in);
    var answers =
        new NewHome(
            zone == null
                ? ask("--zone", "Time zone, such as Europe/London", InitCommand::zone, input)
                : given(zone, InitCommand::zone),
            currency == null
                ? ask("--currency", "Currency, such as GBP", InitCommand::currency, input)
                : given(currency, InitCommand::currency));
    answers.make(home, nightjar.installation());
    System.out.printf(
        """
        %s is a home now: settings in config/, files go to inbox/.
        Next: nightjar --home %1$s guess FILE > %s
        """,
        home, home.resolve("config/my-orders.yaml"));
  }

  /** Asks until an answer has a meaning. */
  private <T> T ask(String option, String question, Function<String, T> meaning, Scanner input) {
    boolean canAsk = isTerminal(0);
    while (canAsk) {
      System.out.print(question + ": ");
      System.out.flush();
      if (!input.hasNextLine()) {
        System.out.println();
        break;
      }
      try {
        return meaning.apply(input.nextLine().strip());
      } catch (IllegalArgumentException e) {
        System.out.println(e.getMessage());
      }
    }
    throw wrong(option + " is required where nobody answers");
  }

  private <T> T given(String text, Function<String, T> meaning) {
    try {
      return meaning.apply(text);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Whether a stream is a terminal. Since Java 22, there is a console even without one.
   *
   * @param stream 0 for the input, 1 for the output
   */
  static boolean isTerminal(int stream) {
    try {
      return new ProcessBuilder("test", "-t", String.valueOf(stream)).inheritIO().start().waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a time zone (expected: Europe/London)", e);
    }
  }

  private static Currency currency(String text) {
    try {
      return Currency.getInstance(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + text + "' is not a currency (expected: GBP)", e);
    }
  }

  private RuntimeException wrong(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
