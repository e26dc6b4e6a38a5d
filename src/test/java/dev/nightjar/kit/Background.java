package dev.nightjar.kit;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Work next to a test, each in a thread of its own: in the common pool of a machine with two cores,
 * work that waits keeps the next from beginning.
 */
public final class Background {
  private Background() {}

  /** Begins to work. */
  public static <T> CompletableFuture<T> start(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, Background::run);
  }

  private static void run(Runnable work) {
    var thread = new Thread(work, "background");
    thread.setDaemon(true);
    thread.start();
  }
}
