package dev.nightjar.bench.chaos;

import java.nio.file.Path;
import java.time.Clock;

/** Starts Nightjar's commands in a home. */
public interface Commands {

  /** Starts a command in a process of its own. */
  Run inAProcess(Path home, String... arguments);

  /** Starts a command that reads the time from a clock; it cannot be killed. */
  Run onAClock(Clock clock, Path home, String... arguments);

  /** Starts a command in any process. */
  default Run start(Path home, String... arguments) {
    return inAProcess(home, arguments);
  }
}
