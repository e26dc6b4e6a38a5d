package dev.nightjar.lineage;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Posts events to a receiver, in order, in a thread of its own. After one that it does not take,
 * the rest of the night is not sent: the files have it. The process ends at most one timeout later
 * than without a receiver.
 */
@Component
final class EventPost implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("nightjar");
  private static final int OK = 200;
  private static final int NO_LONGER_OK = 300;

  private final LineageSettings.Http settings;

  /** Without a thread until the first event. */
  private final ExecutorService thread =
      new ThreadPoolExecutor(
          0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), EventPost::daemon);

  private volatile boolean isRefusing;

  EventPost(LineageSettings settings) {
    this.settings = settings.http();
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "lineage");
    thread.setDaemon(true);
    return thread;
  }

  /** A night begins: the receiver gets another chance. */
  void begin() {
    isRefusing = false;
  }

  /** Sends an event some time later, if the settings name a receiver. */
  void send(String json) {
    if (settings.url() != null && !isRefusing) {
      thread.execute(() -> post(json));
    }
  }

  private void post(String json) {
    if (isRefusing) {
      return;
    }
    try {
      int status = answer(json);
      if (status < OK || status >= NO_LONGER_OK) {
        throw new IOException("HTTP status " + status);
      }
    } catch (IOException | ExecutionException | TimeoutException e) {
      isRefusing = true;
      LOG.warn("lineage.http: the rest of the night is not sent", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The status of the answer; the time covers its last byte. */
  private int answer(String json)
      throws ExecutionException, TimeoutException, InterruptedException {
    var request =
        HttpRequest.newBuilder(settings.url())
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    if (settings.token() != null) {
      request.header("Authorization", "Bearer " + settings.token().strip());
    }
    var answer = Sender.CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding());
    try {
      return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS).statusCode();
    } finally {
      answer.cancel(true);
    }
  }

  /** Made for the first event only. */
  private static final class Sender {
    private static final HttpClient CLIENT =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  }

  /** Waits one timeout at most for events that are still to be sent. */
  @Override
  public void close() throws InterruptedException {
    thread.shutdown();
    if (!thread.awaitTermination(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("lineage.http: {} did not take all events in time", settings.url());
      thread.shutdownNow();
    }
  }
}
