package dev.nightjar.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** People who read the pages of a console, each in a session and an order of pages of their own. */
final class PageReaders {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final int OK = 200;

  private final String address;
  private final Duration pause;
  private final List<HttpClient> readers = new ArrayList<>();
  private final Map<String, ConcurrentLinkedQueue<Double>> seconds = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();

  /**
   * @param address of the console, without a slash at the end
   * @param pause between two pages of a reader
   */
  PageReaders(String address, Duration pause) {
    this.address = address;
    this.pause = pause;
  }

  /** Logs in some readers. */
  void logIn(int count, String name, String password) throws IOException, InterruptedException {
    for (int i = 0; i < count; i++) {
      var reader = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
      var token = CSRF.matcher(get(reader, "/login").body());
      if (!token.find()) {
        throw new IllegalStateException("the login page has no token");
      }
      var form =
          "username=%s&password=%s&_csrf=%s"
              .formatted(encoded(name), encoded(password), encoded(token.group(1)));
      reader.send(
          HttpRequest.newBuilder(URI.create(address + "/login"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build(),
          HttpResponse.BodyHandlers.discarding());
      readers.add(reader);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Those of some addresses that answer with a page, and not with a file or another address. */
  List<String> pages(List<String> addresses) throws IOException, InterruptedException {
    var pages = new ArrayList<String>();
    for (var each : addresses) {
      var answer = get(readers.get(0), each);
      var type = answer.headers().firstValue("Content-Type").orElse("");
      boolean isItself = answer.uri().toString().equals(address + each);
      if (isItself && type.startsWith("text/html")) {
        require(answer, each);
        pages.add(each);
      }
    }
    return pages;
  }

  private static void require(HttpResponse<?> answer, String page) {
    if (answer.statusCode() != OK) {
      throw new IllegalStateException(
          "%s answers with status %d".formatted(page, answer.statusCode()));
    }
  }

  private HttpResponse<String> get(HttpClient reader, String page)
      throws IOException, InterruptedException {
    return reader.send(
        HttpRequest.newBuilder(URI.create(address + page)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Reads pages while some work is done. */
  void during(Seconds.Work work, List<String> pages) throws IOException, InterruptedException {
    var end = new CountDownLatch(1);
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < readers.size(); i++) {
      int number = i;
      var thread = new Thread(() -> read(number, pages, end), "reader " + number);
      thread.start();
      threads.add(thread);
    }
    try {
      work.run();
    } finally {
      end.countDown();
      for (var thread : threads) {
        thread.join();
      }
    }
    if (!refused.isEmpty()) {
      throw new IllegalStateException("pages failed: " + refused.stream().distinct().toList());
    }
  }

  private void read(int number, List<String> pages, CountDownLatch end) {
    var random = new Random(number);
    var order = new ArrayList<>(pages);
    Collections.shuffle(order, random);
    // not all at the same moment
    long wait = random.nextLong(pause.toMillis() + 1);
    try {
      for (int i = 0; !end.await(wait, TimeUnit.MILLISECONDS); i++) {
        var page = order.get(i % order.size());
        long start = System.nanoTime();
        var answer = get(readers.get(number), page);
        double took = (System.nanoTime() - start) / 1e9;
        if (answer.statusCode() == OK) {
          seconds.computeIfAbsent(page, each -> new ConcurrentLinkedQueue<>()).add(took);
        } else {
          refused.add(page + " with status " + answer.statusCode());
        }
        wait = pause.toMillis();
      }
    } catch (IOException e) {
      refused.add(String.valueOf(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The seconds of each answer so far, by page. */
  Map<String, List<Double>> seconds() {
    var all = new java.util.TreeMap<String, List<Double>>();
    seconds.forEach((page, each) -> all.put(page, List.copyOf(each)));
    return all;
  }
}
