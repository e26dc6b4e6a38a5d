package dev.nightjar.kit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP server that keeps what is posted to it, and can refuse. */
public final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();
  private volatile long pauseMillis;

  /** A server on a free port. */
  public Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          try {
            Thread.sleep(pauseMillis);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          boolean isRefused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
          if (!isRefused) {
            bodies.add(body);
          }
          exchange.sendResponseHeaders(isRefused ? 503 : 204, -1);
          exchange.close();
        });
    server.start();
  }

  /** Where it listens. */
  public URI address() {
    return URI.create("http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort()));
  }

  /** Refuses the next calls. */
  public void refuse(int next) {
    refusals.set(next);
  }

  /** Answers each call after a while. */
  public void pause(long millis) {
    pauseMillis = millis;
  }

  /** How often it was called, refused calls included. */
  public int calls() {
    return calls.get();
  }

  /** What was posted and not refused. */
  public List<String> bodies() {
    return bodies;
  }

  /** What was posted since the last call of this method. */
  public List<JsonNode> take() {
    var taken = bodies.stream().map(each -> JsonMapper.shared().readTree(each)).toList();
    bodies.clear();
    return taken;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
