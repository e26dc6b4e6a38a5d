package dev.nightjar.destinations;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Sends the recorded rows of chunks, one after the other, while the next ones are read and written:
 * the receiver is as slow as everything else together.
 */
final class SentRowsFeed implements AutoCloseable {
  private static final long SECONDS_TO_END = 60;

  private final OutputStream out;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private Future<?> sending = CompletableFuture.completedFuture(null);

  /**
   * @param out where the lines go; stays open
   */
  SentRowsFeed(OutputStream out) {
    this.out = out;
  }

  /** Begins to send a chunk's lines, once those before are gone. */
  void send(Chunk chunk) throws IOException, InterruptedException {
    await();
    sending =
        thread.submit(
            () -> {
              chunk.sent().copy(out, 0, chunk.sent().size());
              return null;
            });
  }

  /** Waits until all lines are gone. */
  void await() throws IOException, InterruptedException {
    try {
      sending.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException("rows could not be sent", e.getCause());
    }
  }

  /** Nothing is sent any more when it is closed. */
  @Override
  public void close() throws InterruptedException {
    thread.shutdownNow();
    thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
  }
}
