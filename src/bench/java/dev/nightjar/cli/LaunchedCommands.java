package dev.nightjar.cli;

import dev.nightjar.Application;
import dev.nightjar.bench.chaos.Commands;
import dev.nightjar.bench.chaos.InThisProcess;
import dev.nightjar.bench.chaos.LauncherRun;
import dev.nightjar.bench.chaos.Run;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Starts commands with the launcher, or in this process where they need a clock.
 *
 * @param folder for what they print
 */
record LaunchedCommands(Path installation, Path folder) implements Commands {
  @Override
  public Run inAProcess(Path home, String... arguments) {
    return LauncherRun.start(installation.resolve("nightjar"), folder, with(home, arguments));
  }

  @Override
  public Run onAClock(Clock clock, Path home, String... arguments) {
    return InThisProcess.start(
        installation,
        (place, progress, unused) -> Application.open(place, progress, clock),
        with(home, arguments).toArray(String[]::new));
  }

  private static List<String> with(Path home, String... arguments) {
    var all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--home", home.toString()));
    return all;
  }
}
