package dev.nightjar.bench.chaos;

/** A command of Nightjar that was started. */
public interface Run {

  /** The exit code, and what was printed on both streams. */
  record Outcome(int exitCode, String output) {}

  boolean isAlive();

  /** Kills its process as {@code kill -9} does. */
  void kill() throws InterruptedException;

  /** Waits for the end. */
  Outcome await() throws InterruptedException;
}
