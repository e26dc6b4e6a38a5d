package dev.nightjar.deliver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server that fails at random: answers 500 before or after it did what was asked, 429 with
 * a time to wait, or hangs up, before or after. What it was asked against its own rules is kept.
 */
abstract class FaultyServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Random random;
  private final List<String> violations = new ArrayList<>();
  private int percent;
  private boolean isDown;
  private int left = Integer.MAX_VALUE;
  private volatile int requests;

  FaultyServer(long seed) {
    this.random = new Random(seed);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** What is answered. */
  record Answer(int status, String body) {}

  /** Does what is asked. */
  abstract Answer apply(HttpExchange exchange, String body);

  /** Whether the server refuses while it is down. */
  boolean isRefusedWhileDown(HttpExchange exchange, String body) {
    return true;
  }

  /** Lets so many of a hundred requests fail with a 500, and fewer in other ways. */
  synchronized void failing(int share) {
    percent = share;
  }

  /** Refuses what {@link #isRefusedWhileDown} says. */
  synchronized void down(boolean down) {
    isDown = down;
  }

  /** Takes so many more of the requests that are refused while it is down, then is down. */
  synchronized void failAfter(int requests) {
    left = requests;
  }

  /** How many requests came. */
  int requests() {
    return requests;
  }

  synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  void violated(String rule) {
    violations.add(rule);
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    synchronized (this) {
      requests++;
      if (isRefusedWhileDown(exchange, body) && (isDown || left-- <= 0)) {
        left = Math.max(left, 0);
        answer(exchange, new Answer(422, "the address quotes ann@example.com"));
        return;
      }
      int fate = random.nextInt(100);
      boolean isAfter = random.nextBoolean();
      if (fate < percent) {
        if (isAfter) {
          apply(exchange, body);
        }
        answer(exchange, new Answer(500, "the address quotes " + body));
      } else if (fate < percent * 5 / 4) {
        exchange.getResponseHeaders().add("Retry-After", "0");
        answer(exchange, new Answer(429, ""));
      } else if (fate < percent * 6 / 4) {
        if (isAfter) {
          apply(exchange, body);
        }
        exchange.close(); // hangs up
      } else {
        answer(exchange, apply(exchange, body));
      }
    }
  }

  private static void answer(HttpExchange exchange, Answer answer) throws IOException {
    var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
