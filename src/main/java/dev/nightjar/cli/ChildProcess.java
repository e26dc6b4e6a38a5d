package dev.nightjar.cli;

import dev.nightjar.operations.NightCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs commands in a child process, with the Java, its options and the class path of this one. A
 * night has its memory for itself that way, and its end leaves nothing behind, however it ends.
 */
final class ChildProcess implements NightCommands {
  private final List<String> options;
  private final Set<Process> processes = new HashSet<>();
  private boolean isStopped;

  /**
   * @param options that all commands share
   */
  ChildProcess(List<String> options) {
    this.options = options;
  }

  @Override
  public int run(List<String> arguments) throws InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("dev.nightjar.Application");
    command.addAll(arguments);
    command.addAll(options);
    var process = start(command);
    try {
      return process.waitFor();
    } finally {
      ended(process);
    }
  }

  private synchronized Process start(List<String> command) {
    try {
      var started = new ProcessBuilder(command).inheritIO().start();
      processes.add(started);
      if (isStopped) {
        started.destroy();
      }
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void ended(Process process) {
    processes.remove(process);
  }

  /** Lets the commands that run stop at their next safe point. */
  synchronized void stop() {
    isStopped = true;
    processes.forEach(Process::destroy);
  }
}
