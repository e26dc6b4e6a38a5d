package dev.nightjar.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Nightjar's command as a process of its own, as a schedule starts it. */
final class NightProcess {
  /** Finished, and a gate, a file or a change is left for people. */
  private static final Set<Integer> FINISHED = Set.of(0, 7, 8, 12);

  private NightProcess() {}

  /**
   * A command that has ended.
   *
   * @param peakBytes most resident memory of Java; 0 where the system does not say
   */
  record Ended(double seconds, long peakBytes) {}

  /**
   * Runs a command to its end.
   *
   * @param launcher the program
   * @param log file that takes what it prints
   */
  static Ended run(Path launcher, Path home, Path log, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(launcher.toString(), "--home", home.toString()));
    command.addAll(List.of(arguments));
    long start = System.nanoTime();
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()))
            .start();
    long peak = 0;
    while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peak(process.pid()));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (!FINISHED.contains(process.exitValue())) {
      throw new IllegalStateException(
          "%s failed; see %s".formatted(String.join(" ", command), log));
    }
    return new Ended(seconds, peak);
  }

  /** The launcher becomes Java, so the number is the same. */
  private static long peak(long process) throws IOException {
    var status = Path.of("/proc", String.valueOf(process), "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
          .findFirst()
          .orElse(0);
    } catch (UncheckedIOException e) { // it has just ended
      return 0;
    }
  }
}
