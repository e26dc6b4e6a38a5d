package dev.nightjar.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.console.accounts.Role;
import dev.nightjar.kit.AConsole;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who can ask for what, and how a login begins and ends. */
@DatabaseTest
class AccessTest {
  private static final String NIGHT = "/nights/2025-01-31";

  /** Each request with the status for nobody, viewer, marketing and ops. */
  private static final Map<String, String> ALLOWED =
      table(
          """
          GET  /                                                       | 302 302 302 302
          GET  /login                                                  | 200 200 200 200
          GET  /console.css                                            | 200 200 200 200
          GET  /favicon.svg                                            | 200 200 200 200
          GET  /webjars/htmx.org/2.0.10/dist/htmx.min.js               | 200 200 200 200
          GET  /health                                                 | 200 200 200 200
          GET  /metrics                                                | 200 200 200 200
          GET  /nights                                                 | 302 200 200 200
          GET  /nights/{night}                                         | 302 200 200 200
          GET  /nights/{night}/progress                                | 302 200 200 200
          GET  /nights/{night}/rejects                                 | 302 403 403 200
          GET  /nights/{night}/rejects/nightjar-rejects-{same}.csv     | 302 403 403 200
          POST /nights/{night}                                         | 403 403 403 409
          GET  /segments                                               | 302 302 302 302
          GET  /segments/{night}                                       | 302 200 200 200
          GET  /moves                                                  | 302 409 409 409
          GET  /moves/{from}/{to}                                      | 302 409 409 409
          GET  /clusters                                               | 302 302 302 302
          GET  /clusters/{night}                                       | 302 200 200 200
          GET  /customers                                              | 302 403 200 200
          POST /customers                                              | 403 403 400 400
          GET  /customers/moved/{earlier}/{later}                      | 302 403 200 200
          GET  /audiences                                              | 302 302 302 302
          GET  /audiences/{night}                                      | 302 200 200 200
          GET  /audiences/{night}/{name}                               | 302 200 200 200
          GET  /audiences/{night}/files/{number}                       | 302 403 409 409
          GET  /builder                                                | 302 403 200 200
          POST /builder                                                | 403 403 403 409
          GET  /data                                                   | 302 302 302 302
          GET  /data/{night}                                           | 302 200 200 200
          POST /data/preview                                           | 403 403 403 415
          GET  /nowhere                                                | 302 404 404 404
          POST /nowhere                                                | 403 403 403 404
          """);

  private static Map<String, String> table(String text) {
    var table = new TreeMap<String, String>();
    text.lines()
        .map(line -> line.split(" +\\| "))
        .forEach(cells -> table.put(cells[0].replaceAll(" +", " "), cells[1]));
    return table;
  }

  @Test
  void eachRoleCanDoWhatTheTableSays(Shop shop) {
    ANight.in(shop, "2025-01-31").withOrders("A 10 days ago 120.00").run();
    AConsole.of(
        shop,
        console -> {
          assertThat(ALLOWED.keySet())
              .as("every address of the pages")
              .containsAll(
                  console.routes().stream().filter(each -> !each.contains(" /api/")).toList());
          var people = new ArrayList<>(List.of(console.visitor()));
          for (var role : Role.values()) {
            people.add(console.loggedIn(role));
          }
          ALLOWED.forEach(
              (request, expected) ->
                  assertThat(
                          people.stream()
                              .map(who -> String.valueOf(ask(who, request).statusCode()))
                              .toList())
                      .as(request)
                      .containsExactly(expected.split(" ")));
        });
  }

  private static HttpResponse<String> ask(AConsole.Visitor who, String request) {
    var path =
        request
            .substring(request.indexOf(' ') + 1)
            .replaceAll("\\{(night|same|from|to|earlier|later)}", "2025-01-31")
            .replace("{name}", "everybody")
            .replace("{number}", "999999");
    return request.startsWith("GET") ? who.get(path) : who.post(path, Map.of("step", "RESUME"));
  }

  @Test
  void aWrongPasswordAnUnknownNameAndTooManyOfThemLookAlike(Shop shop) {
    AConsole.of(
        shop,
        console -> {
          console.account("ada", Role.OPS);
          var answers = new TreeSet<String>();
          for (var name : List.of("ada", "nobody")) {
            var visitor = console.visitor();
            var ends = new ArrayList<String>();
            for (int i = 0; i < 7; i++) {
              ends.add(where(visitor.logIn(name, "guess" + i)));
            }
            answers.add(String.join(" ", ends));
          }
          assertThat(answers)
              .containsExactly(
                  "/login?error /login?error /login?error /login?error /login?error /login?wait"
                      + " /login?wait");
        });
  }

  @Test
  void theRightPasswordDoesNotHelpForAQuarterOfAnHour(Shop shop) {
    AConsole.of(
        shop.at("2025-02-01T08:00:00Z"),
        console -> {
          var password = console.account("ada", Role.OPS);
          var visitor = console.visitor();
          for (int i = 0; i < 5; i++) {
            visitor.logIn("ada", "guess");
          }
          assertThat(where(visitor.logIn("ada", password))).isEqualTo("/login?wait");
          shop.at("2025-02-01T08:20:00Z");
          assertThat(where(visitor.logIn("ada", password))).isEqualTo("/nights");
        });
  }

  private static String where(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("").replaceFirst("http://[^/]+", "");
  }

  @Test
  void aSessionEndsAtLastWithItsAccountAndWithANewPassword(Shop shop) {
    AConsole.of(
        shop.at("2025-02-01T08:00:00Z"),
        console -> {
          var visitor = console.loggedIn(Role.VIEWER);
          assertThat(visitor.get("/nights").statusCode()).isEqualTo(200);
          shop.at("2025-02-01T19:59:00Z");
          assertThat(visitor.get("/nights").statusCode()).isEqualTo(200);
          shop.at("2025-02-01T20:01:00Z");
          assertThat(where(visitor.get("/nights"))).isEqualTo("/login");

          var changed = console.loggedIn(Role.MARKETING);
          console.account("marketing", Role.VIEWER);
          assertThat(where(changed.get("/nights"))).isEqualTo("/login");

          var removed = console.loggedIn(Role.OPS);
          console.removeAccount("ops");
          assertThat(where(removed.get("/nights"))).isEqualTo("/login");
        });
  }

  @Test
  void theSessionIsNewAfterTheLoginAndItsCookieIsKeptFromScriptsAndOthers(Shop shop) {
    AConsole.of(
        shop,
        console -> {
          var visitor = console.visitor();
          var before = visitor.get("/login").headers().firstValue("Set-Cookie").orElseThrow();
          var password = console.account("ada", Role.OPS);
          var after =
              visitor.logIn("ada", password).headers().firstValue("Set-Cookie").orElseThrow();
          assertThat(after).contains("HttpOnly", "SameSite=Strict");
          assertThat(after.split(";")[0]).isNotEqualTo(before.split(";")[0]);
        });
  }

  @Test
  void aFormOfAnotherPageChangesNothing(Shop shop) {
    ANight.in(shop, "2025-01-31").withOrders("A 10 days ago 120.00").run();
    AConsole.of(
        shop,
        console -> {
          var ops = console.loggedIn(Role.OPS);
          assertThat(ops.postWithoutToken(NIGHT, Map.of("step", "RUN_AGAIN")).statusCode())
              .isEqualTo(403);
          assertThat(shop.rows("select action from console.audit")).containsExactly("login");
        });
  }

  @Test
  void nothingInAPageComesFromElsewhere(Shop shop) {
    AConsole.of(
        shop,
        console -> {
          var answer = console.loggedIn(Role.OPS).get("/nights");
          assertThat(answer.headers().firstValue("Content-Security-Policy"))
              .hasValueSatisfying(
                  policy ->
                      assertThat(policy)
                          .startsWith("default-src 'none'; script-src 'self'")
                          .doesNotContain("unsafe"));
          assertThat(answer.body()).doesNotContain("style=", "onclick", "http://", "https://");
          assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        });
  }

  @Test
  void metricsAreForThisMachineAndNotForWhoIsForwarded(Shop shop) {
    ANight.in(shop, "2025-01-31").withOrders("A 10 days ago 120.00").run();
    AConsole.of(
        shop,
        console -> {
          var visitor = console.visitor();
          assertThat(visitor.get("/metrics").body())
              .contains("# TYPE nightjar_nights_unfinished gauge", "nightjar_nights_unfinished 0");
          var forwarded = visitor.request("/metrics").header("X-Forwarded-For", "203.0.113.7");
          assertThat(visitor.send(forwarded.GET()).statusCode()).isEqualTo(401);
        });
    AConsole.of(
        shop.with("console.metrics-token=0123456789abcdef"),
        console -> {
          var visitor = console.visitor();
          assertThat(visitor.get("/metrics").statusCode()).isEqualTo(401);
          var bearer =
              visitor.request("/metrics").header("Authorization", "Bearer 0123456789abcdef");
          assertThat(visitor.send(bearer.GET()).statusCode()).isEqualTo(200);
        });
  }
}
