package dev.nightjar.cli;

import dev.nightjar.Application;
import java.util.Locale;

/** The command line of a source checkout: the product's, with {@code bench}. */
public final class Benches {
  private Benches() {}

  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    System.exit(
        NightjarCommand.commandLine(Application::open)
            .addSubcommand(new BenchCommand())
            .execute(args));
  }
}
