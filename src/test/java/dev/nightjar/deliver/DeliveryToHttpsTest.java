package dev.nightjar.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.nightjar.home.Home;
import dev.nightjar.transport.api.Batch;
import dev.nightjar.transport.api.RowsFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A batch goes to an address that answers in one way or another. */
class DeliveryToHttpsTest {
  private static final String HTTPS = "deliver.deliveries.crm.";
  private static final Batch.Origin ORIGIN =
      new Batch.Origin("crm", "vip", LocalDate.parse("2025-01-31"), "adds", 7, Map.of());

  /** An answer: a status, and a header with its value. */
  private record Answer(int status, String header, String value) {}

  @TempDir Path folder;
  private HttpServer server;
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> keys = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
          times.add(System.nanoTime());
          var answer = answers.isEmpty() ? new Answer(204, "", "") : answers.remove();
          if (!answer.header().isEmpty()) {
            exchange.getResponseHeaders().add(answer.header(), answer.value());
          }
          var body = "no room for ann@example.com".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.status(), answer.status() == 204 ? -1 : body.length);
          if (answer.status() != 204) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void send() throws Exception {
    var settings =
        AnOutbox.bound(
            List.of(
                HTTPS + "https.url=http://127.0.0.1:" + server.getAddress().getPort() + "/in",
                HTTPS + "https.secret=" + RowsPlatform.SECRET,
                HTTPS + "retries=2"));
    var home = new Home(folder, Path.of("").toAbsolutePath(), List.of());
    try (var connection = new DestinationConnection("crm", home, settings, Clock.systemUTC())) {
      connection.send(batches(10, "{\"email\":\"ann@example.com\"}").get(0));
    }
  }

  private List<Batch> batches(int rows, String... lines) throws Exception {
    var file = Files.writeString(folder.resolve("rows"), String.join("\n", lines) + "\n");
    var batches = new ArrayList<Batch>();
    var limits = new RowsFile.Limits(rows, 60);
    try (var all = new RowsFile(ORIGIN, limits, Set.of("last"), List.of(file, file))) {
      for (var next = all.next(); next != null; next = all.next()) {
        batches.add(next);
      }
    }
    return batches;
  }

  @Test
  void theSameFilesAreTheSameBatches() throws Exception {
    var lines = new String[] {"{\"key\":\"A\",\"first\":null,\"last\":null}", "{\"key\":\"B\"}"};
    var batches = batches(3, lines);
    assertThat(batches).extracting(batch -> batch.rows().size()).containsExactly(3, 1);
    assertThat(batches.get(0).rows())
        .containsExactly(
            JsonMapper.shared().createObjectNode().put("key", "A").putNull("last"),
            JsonMapper.shared().createObjectNode().put("key", "B"),
            JsonMapper.shared().createObjectNode().put("key", "A").putNull("last"));
    assertThat(batches.get(0).key())
        .startsWith("2025-01-31/vip/crm/adds/7-1/")
        .hasSizeLessThan(255);
    assertThat(batches(3, lines)).isEqualTo(batches);
    assertThat(batches(10, lines)).as("at most 60 bytes").hasSize(2);
  }

  @Test
  void whatIsBusyIsAskedAgainAfterTheTimeThatItWants() throws Exception {
    answers.add(new Answer(503, "", ""));
    answers.add(new Answer(429, "Retry-After", "1"));
    send();
    assertThat(keys).hasSize(3).containsOnly(keys.get(0));
    assertThat(times.get(1) - times.get(0)).as("our own pause").isLessThan(900_000_000);
    assertThat(times.get(2) - times.get(1)).isGreaterThan(950_000_000);
  }

  @Test
  void whatFailsForLongIsGivenUp() {
    for (int i = 0; i < 3; i++) {
      answers.add(new Answer(500, "", ""));
    }
    assertFails(
        "tried 3 times: HttpFault: HTTP status 500. Check that it can be reached from here", 3);
  }

  @Test
  void aWaitThatIsLongerThanANightHasIsGivenUp() {
    answers.add(new Answer(429, "Retry-After", "3600"));
    assertFails("tried once: HttpFault: HTTP status 429, to retry after 3600 s.", 1);
  }

  @Test
  void whatIsRefusedIsSentOnce() {
    answers.add(new Answer(422, "", ""));
    assertFails("tried once: HttpFault: HTTP status 422. Ask its owner", 1);
  }

  @Test
  void noRedirectionIsFollowed() {
    answers.add(
        new Answer(307, "Location", "http://127.0.0.1:" + server.getAddress().getPort() + "/"));
    assertFails("tried once: HttpFault: HTTP status 307.", 1);
  }

  private void assertFails(String message, int requests) {
    assertThatThrownBy(this::send)
        .isInstanceOf(DeliveryFailed.class)
        .hasMessageContaining("deliver.deliveries.crm (http://127.0.0.1:")
        .hasMessageContaining(message)
        .hasMessageNotContaining("ann@")
        .hasMessageNotContaining(RowsPlatform.SECRET);
    assertThat(keys).hasSize(requests);
  }
}
