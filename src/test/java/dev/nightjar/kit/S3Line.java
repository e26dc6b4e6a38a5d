package dev.nightjar.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The line to an S3 store: one request per connection. It remembers the requests, fails when told,
 * and keeps the tags of objects, which the store behind it cannot.
 */
public final class S3Line implements AutoCloseable {
  private static final String NO_TAGS = "<Tagging><TagSet></TagSet></Tagging>";

  private final ServerSocket server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Map<String, String> tags = new ConcurrentHashMap<>();
  private final AtomicInteger errors = new AtomicInteger();
  private final AtomicInteger cuts = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();
  private final int store;
  private volatile String error = "";
  private volatile Consumer<String> before = request -> {};

  S3Line(int store) throws IOException {
    this.store = store;
    threads.execute(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** How many requests held all the words. */
  public long requests(String... words) {
    return requests.stream()
        .filter(each -> List.of(words).stream().allMatch(each::contains))
        .count();
  }

  /** How many requests asked whether they may send their body; nobody answers that here. */
  public int asked() {
    return asked.get();
  }

  /** Some requests are answered with an error, as {@code 503 SlowDown}. */
  public void refuse(int some, String error) {
    this.error = error;
    errors.set(some);
  }

  /** Some answers that bring an object break off in the middle. */
  public void cut(int answers) {
    cuts.set(answers);
  }

  /** Does something before each request reaches the store. */
  public void before(Consumer<String> request) {
    before = request;
  }

  /** The tags of an object as the XML that it was given; empty where it has none. */
  public String tags(String path) {
    return tags.getOrDefault(path, "");
  }

  public void tag(String path, String key, String value) {
    tags.put(
        path,
        "<Tagging><TagSet><Tag><Key>%s</Key><Value>%s</Value></Tag></TagSet></Tagging>"
            .formatted(key, value));
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        var client = server.accept();
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket client) {
    try (client) {
      var in = client.getInputStream();
      var head = head(in);
      if (head.isEmpty()) {
        return;
      }
      var request = head.substring(0, head.indexOf("\r\n"));
      requests.add(request);
      if (head.toLowerCase(Locale.ROOT).contains("\r\nexpect:")) {
        asked.incrementAndGet();
      }
      before.accept(request);
      var body = in.readNBytes(length(head));
      if (errors.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
        answer(client, error, "<Error><Code>%s</Code></Error>".formatted(error.substring(4)));
      } else if (request.contains("?tagging")) {
        answer(client, "200 OK", tagging(request, new String(body, StandardCharsets.UTF_8)));
      } else {
        forward(head, body, client.getOutputStream(), request);
      }
    } catch (IOException e) {
      // the other side has gone
    }
  }

  private String tagging(String request, String body) {
    var path = request.substring(request.indexOf('/'), request.indexOf('?'));
    if (request.startsWith("PUT")) {
      tags.put(path, body);
      return "";
    }
    return tags.getOrDefault(path, NO_TAGS);
  }

  private void forward(String head, byte[] body, OutputStream client, String request)
      throws IOException {
    try (var there = new Socket(InetAddress.getLoopbackAddress(), store)) {
      var out = there.getOutputStream();
      out.write(
          head.replaceFirst("(?i)\r\nConnection: [^\r]*", "")
              .replaceFirst("\r\n", "\r\nConnection: close\r\n")
              .getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
      out.flush();
      var answer = there.getInputStream();
      var isObject = request.startsWith("GET") && !request.contains("list-type=");
      if (isObject && cuts.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
        var told = head(answer);
        client.write(told.getBytes(StandardCharsets.ISO_8859_1));
        client.write(answer.readNBytes(length(told) / 2));
      } else {
        answer.transferTo(client);
      }
      client.flush();
    }
  }

  private static void answer(Socket client, String status, String body) throws IOException {
    client
        .getOutputStream()
        .write(
            "HTTP/1.1 %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(status, body.length(), body)
                .getBytes(StandardCharsets.ISO_8859_1));
    client.getOutputStream().flush();
  }

  private static String head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    for (int last4 = 0; last4 != 0x0d0a0d0a; ) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.write(next);
      last4 = last4 << 8 | next;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static int length(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }
}
