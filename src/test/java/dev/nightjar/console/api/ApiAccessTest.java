package dev.nightjar.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.nightjar.console.accounts.Role;
import dev.nightjar.kit.AConsole;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Which token can ask for what, how long and how often; and that sessions and tokens keep apart.
 */
@DatabaseTest
class ApiAccessTest {
  private static final String ANSWER = "/api/v1/nights";

  /** Each request with the status for nobody, a session of ops, and tokens of the three roles. */
  private static final Map<String, String> ALLOWED =
      table(
          """
          GET    /api/v1/openapi.yaml                | 200 200 200 200 200
          GET    /api/v1/nights                      | 401 401 200 200 200
          GET    /api/v1/nights/{night}              | 401 401 200 200 200
          GET    /api/v1/nights/{night}/stages       | 401 401 200 200 200
          GET    /api/v1/nights/{night}/command      | 401 401 404 404 404
          GET    /api/v1/nights/{night}/segments     | 401 401 200 200 200
          GET    /api/v1/nights/{night}/clusters     | 401 401 200 200 200
          GET    /api/v1/nights/{night}/audiences    | 401 401 200 200 200
          GET    /api/v1/nights/{night}/deliveries   | 401 401 200 200 200
          GET    /api/v1/moves/{from}/{to}           | 401 401 404 404 404
          POST   /api/v1/customers                   | 401 401 403 200 200
          POST   /api/v1/nights/{night}/run          | 401 401 403 403 409
          POST   /api/v1/nights/{night}/resume       | 401 401 403 403 409
          POST   /api/v1/nights/{night}/approve      | 401 401 403 403 409
          GET    /api/v1/customers                   | 401 401 403 405 405
          GET    /api/v1/nights/yesterday            | 401 401 400 400 400
          GET    /api/v1/nights?limit=0              | 401 401 400 400 400
          GET    /api/v1/nowhere                     | 401 401 404 404 404
          POST   /api/v1/nowhere                     | 401 401 403 403 404
          DELETE /api/v1/nights                      | 401 401 403 403 405
          """);

  private static Map<String, String> table(String text) {
    var table = new TreeMap<String, String>();
    text.lines()
        .map(line -> line.split(" +\\| "))
        .forEach(cells -> table.put(cells[0].replaceAll(" +", " "), cells[1]));
    return table;
  }

  private static HttpResponse<String> ask(AConsole.Visitor who, String request) {
    var method = request.substring(0, request.indexOf(' '));
    var path =
        request
            .substring(request.indexOf(' ') + 1)
            .replaceAll("\\{(night|from|to|same|earlier|later)}", "2025-01-31")
            .replace("{name}", "everybody")
            .replace("{number}", "999999");
    return switch (method) {
      case "GET" -> who.get(path);
      case "POST" -> who.postJson(path, "{\"who\": \"A\", \"reason\": \"because\"}");
      default -> who.send(who.request(path).DELETE());
    };
  }

  @Test
  void eachRoleCanDoWhatTheTableSaysAndEachErrorIsAProblem(Shop shop) {
    ANight.in(shop, "2025-01-31").withOrders("A 10 days ago 120.00").run();
    AConsole.of(
        shop,
        console -> {
          assertThat(ALLOWED.keySet())
              .as("every address of the API")
              .containsAll(
                  console.routes().stream().filter(each -> each.contains(" /api/")).toList());
          var askers = new ArrayList<>(List.of(console.visitor(), console.loggedIn(Role.OPS)));
          for (var role : Role.values()) {
            askers.add(console.withToken(role));
          }
          ALLOWED.forEach(
              (request, expected) -> {
                var answers = askers.stream().map(who -> ask(who, request)).toList();
                assertThat(answers.stream().map(each -> String.valueOf(each.statusCode())))
                    .as(request)
                    .containsExactly(expected.split(" "));
                answers.stream()
                    .filter(each -> each.statusCode() >= 400)
                    .forEach(ApiAccessTest::assertProblem);
              });
        });
  }

  private static void assertProblem(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    var problem = DescribedApi.json(answer);
    assertThat(problem.get("status").asInt()).isEqualTo(answer.statusCode());
    assertThat(problem.get("detail").asString()).contains("Next: ");
    assertThat(answer.headers().firstValue("WWW-Authenticate").isPresent())
        .isEqualTo(answer.statusCode() == 401);
  }

  @Test
  void aTokenOpensNoPage(Shop shop) {
    AConsole.of(
        shop,
        console -> {
          var nobody = console.visitor();
          var token = console.withToken(Role.OPS);
          console.routes().stream()
              .filter(each -> !each.contains(" /api/"))
              .forEach(
                  request ->
                      assertThat(ask(token, request).statusCode())
                          .as(request)
                          .isEqualTo(ask(nobody, request).statusCode()));
          assertThat(token.get("/nights").statusCode()).isEqualTo(302);
          assertThat(token.get(ANSWER).headers().firstValue("Set-Cookie")).isEmpty();
        });
  }

  @Test
  void aTokenThatIsWrongExpiredOrRemovedIsNone(Shop shop) {
    AConsole.of(
        shop.at("2025-02-01T08:00:00Z"),
        console -> {
          assertThat(console.withToken("nightjar_" + "x".repeat(43)).get(ANSWER).statusCode())
              .isEqualTo(401);
          assertThat(console.withToken("' or 1=1 --").get(ANSWER).statusCode()).isEqualTo(401);
          var token = console.withToken(Role.VIEWER);
          assertThat(token.get(ANSWER).statusCode()).isEqualTo(200);
          shop.at("2025-02-02T07:59:00Z");
          assertThat(token.get(ANSWER).statusCode()).isEqualTo(200);
          shop.at("2025-02-02T08:01:00Z");
          assertThat(token.get(ANSWER).statusCode()).isEqualTo(401);

          var removed = console.withToken(Role.OPS);
          assertThat(removed.get(ANSWER).statusCode()).isEqualTo(200);
          console.removeToken(Role.OPS);
          assertThat(removed.get(ANSWER).statusCode()).isEqualTo(401);
        });
  }

  @Test
  void aTokenThatAsksTooOftenWaitsAndOthersDoNot(Shop shop) {
    AConsole.of(
        shop.with("console.api-requests=3").at("2025-02-01T08:00:00Z"),
        console -> {
          var token = console.withToken(Role.VIEWER);
          for (int i = 0; i < 3; i++) {
            assertThat(token.get(ANSWER).statusCode()).isEqualTo(200);
          }
          var refused = token.get(ANSWER);
          assertThat(refused.statusCode()).isEqualTo(429);
          assertProblem(refused);
          assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
              .isBetween(1L, 60L);
          assertThat(console.withToken(Role.OPS).get(ANSWER).statusCode()).isEqualTo(200);
          shop.at("2025-02-01T08:02:00Z");
          assertThat(token.get(ANSWER).statusCode()).isEqualTo(200);
        });
  }

  @Test
  void aBodyThatCannotBeReadReachesNoLog(Shop shop) {
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var logged = new ListAppender<ILoggingEvent>();
    logged.start();
    root.addAppender(logged);
    try {
      AConsole.of(
          shop,
          console -> {
            var token = console.withToken(Role.MARKETING);
            for (var body : List.of("ada@example.org", "{\"who\": ada@example.org}", "[\"ada\"]")) {
              assertThat(token.postJson("/api/v1/customers", body).statusCode()).isEqualTo(400);
            }
          });
    } finally {
      root.detachAppender(logged);
    }
    assertThat(logged.list).noneMatch(each -> each.getFormattedMessage().contains("ada"));
  }

  @Test
  void anAddressInOtherLettersIsTheApiToo(Shop shop) {
    AConsole.of(
        shop,
        console -> {
          assertThat(console.loggedIn(Role.OPS).get("/%61pi/v1/nights").statusCode())
              .isEqualTo(401);
          assertThat(console.withToken(Role.VIEWER).get("/n%69ghts").statusCode()).isEqualTo(302);
        });
  }

  @Test
  void longRequestsAndThoseOfUnknownLengthAreRefused(Shop shop) {
    AConsole.of(
        shop,
        console -> {
          var token = console.withToken(Role.MARKETING);
          var path = "/api/v1/customers";
          var long20 = "{\"who\": \"%s\"}".formatted("x".repeat(20_000));
          assertThat(token.postJson(path, long20).statusCode()).isEqualTo(413);
          var chunked =
              token
                  .request(path)
                  .header("Content-Type", "application/json")
                  .POST(
                      HttpRequest.BodyPublishers.ofInputStream(
                          () -> new ByteArrayInputStream("{\"who\": \"A\"}".getBytes())));
          assertThat(token.send(chunked).statusCode()).isEqualTo(411);
          assertThat(token.postJson(path, "{\"who\": \"a\\u0000b\"}").statusCode()).isEqualTo(400);
          assertThat(token.postJson(path, "[".repeat(15_000)).statusCode()).isEqualTo(400);
          assertThat(token.postWithoutToken(path, Map.of("who", "A")).statusCode()).isEqualTo(415);
        });
  }
}
