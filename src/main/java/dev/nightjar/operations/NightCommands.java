package dev.nightjar.operations;

import java.util.List;

/** Runs commands of a home, each in a process of its own. */
public interface NightCommands {

  /**
   * Runs a command to its end. Its output is that of this process.
   *
   * @param arguments such as {@code run --date 2026-06-30}
   * @return the exit code
   */
  int run(List<String> arguments) throws InterruptedException;
}
