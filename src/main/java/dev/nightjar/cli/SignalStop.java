package dev.nightjar.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.LoggerFactory;

/** What a signal does to the command of this process: a night stops at its next safe point. */
final class SignalStop {
  /** After that, the process ends whatever the command does. */
  private static final int MOST_SECONDS = 25;

  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile BooleanSupplier way = () -> false;

  /**
   * @param way stops the command, and returns whether there is an end to wait for
   */
  void stoppedBy(BooleanSupplier way) {
    this.way = way;
  }

  /** The command has ended, and has printed all that it prints. */
  void ended() {
    ended.countDown();
  }

  /** Stops the command and waits for its end. */
  void stop() {
    try {
      if (way.getAsBoolean() && !ended.await(MOST_SECONDS, TimeUnit.SECONDS)) {
        LoggerFactory.getLogger("nightjar").warn("ended without waiting for the night to stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
