package dev.nightjar.bench.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command that the launcher started. */
public final class LauncherRun implements Run {
  private final Process process;
  private final Path printed;

  private LauncherRun(Process process, Path printed) {
    this.process = process;
    this.printed = printed;
  }

  /**
   * Starts a command.
   *
   * @param folder for what it prints
   */
  public static Run start(Path launcher, Path folder, List<String> arguments) {
    var command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(arguments);
    try {
      var printed = Files.createTempFile(folder, "printed", ".txt");
      return new LauncherRun(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(printed.toFile())
              .start(),
          printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public Outcome await() throws InterruptedException {
    int exitCode = process.waitFor();
    try {
      return new Outcome(exitCode, Files.readString(printed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
