package dev.nightjar.bench.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs programs of the machine. */
final class Shell {
  private Shell() {}

  /**
   * Runs a program.
   *
   * @throws IOException if it fails
   */
  static String run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + printed);
    }
    return printed;
  }

  static int exitCode(List<String> command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** The size of a folder. */
  static long mebibytes(Path folder) throws IOException, InterruptedException {
    return Long.parseLong(run("du", "-sm", folder.toString()).split("\\s")[0]);
  }

  /** Makes a folder what another one is. */
  static void copy(Path from, Path to) throws IOException, InterruptedException {
    run("rm", "--recursive", "--force", to.toString());
    run("cp", "--archive", from.toString(), to.toString());
  }
}
