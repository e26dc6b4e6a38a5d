package dev.nightjar.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.console.accounts.Role;
import dev.nightjar.kit.AConsole;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Nonsense in every address, parameter and field: an answer that is none, and nothing else. */
@DatabaseTest
class FuzzTest {
  private static final int REQUESTS = 400;
  private static final List<String> NONSENSE =
      List.of(
          "'; drop table console.accounts; --",
          "\" or 1=1",
          "<script>alert(1)</script>",
          "../../../etc/passwd",
          "..%2f..%2fetc",
          "\0",
          "\r\nSet-Cookie: a=b",
          "-1",
          "9999-12-31",
          "0000-01-01",
          "+999999999-12-31",
          "2025-02-30",
          "2025-01-31",
          "${7*7}",
          "#{7*7}",
          "__${T(java.lang.Runtime).getRuntime()}__::x",
          "RESUME",
          "\uFDFD\u202E",
          "{\"who\": \"\\ud800\", \"reason\": \"\\ud800\"}",
          "{\"who\": \"a\\u0000\", \"reason\": \"a\\u0000\"}",
          "[".repeat(5_000),
          "x".repeat(20_000));
  private static final List<String> NAMES =
      List.of(
          "step",
          "reason",
          "all",
          "username",
          "night",
          "name",
          "description",
          "select.segments",
          "who",
          "limit",
          "before",
          "after");
  private static final String NOTHING = "nightjar_0";
  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void nothingBreaksAndNothingLeaks(Shop shop) {
    ANight.in(shop, "2025-01-31").withOrders("Ada 10 days ago 120.00").run();
    AConsole.of(
        shop.with("console.save-drafts=true"),
        console -> {
          var random = new Random(7);
          for (var role : Role.values()) {
            var visitor = console.loggedIn(role);
            IntStream.range(0, REQUESTS).forEach(i -> ask(visitor, console.routes(), random));
          }
          var api = console.routes().stream().filter(each -> each.contains(" /api/")).toList();
          var programs = new ArrayList<>(List.of(console.visitor(), console.withToken(NOTHING)));
          for (var role : Role.values()) {
            programs.add(console.withToken(role));
          }
          for (var program : programs) {
            IntStream.range(0, REQUESTS).forEach(i -> askTheApi(program, api, random));
          }
        });
    assertThat(shop.rows("select count(*) from console.accounts")).containsExactly("3");
    assertThat(shop.rows("select night, status from pipeline.nights"))
        .containsExactly("2025-01-31|finished");
  }

  private static void askTheApi(AConsole.Visitor program, List<String> routes, Random random) {
    var route = any(routes, random).split(" ");
    var path = path(route[1], random);
    var fields = fields(random);
    var body = random.nextInt(5) == 0 ? any(NONSENSE, random) : JSON.writeValueAsString(fields);
    var answer =
        route[0].equals("POST")
            ? program.postJson(path, body)
            : program.get(path + "?" + query(fields));
    assertHarmless(answer, route[0] + " " + path + " " + body);
  }

  private static void ask(AConsole.Visitor visitor, List<String> routes, Random random) {
    var route = any(routes, random).split(" ");
    var path = path(route[1], random);
    var fields = fields(random);
    var answer =
        route[0].equals("POST") && !path.equals("/logout")
            ? visitor.post(path, fields)
            : visitor.get(path + "?" + query(fields));
    assertHarmless(answer, route[0] + " " + path + " " + fields);
  }

  private static String path(String route, Random random) {
    var path = route;
    while (path.contains("{")) {
      path = path.replaceFirst("\\{\\w+}", Matcher.quoteReplacement(inPath(random)));
    }
    return path;
  }

  private static TreeMap<String, String> fields(Random random) {
    var fields = new TreeMap<String, String>();
    for (int i = random.nextInt(4); i > 0; i--) {
      fields.put(any(NAMES, random), any(NONSENSE, random));
    }
    return fields;
  }

  private static void assertHarmless(HttpResponse<String> answer, String request) {
    assertThat(answer.statusCode()).as(request).isLessThan(500);
    assertThat(answer.body())
        .doesNotContain("<script>alert(1)", "Exception", "org.springframework", "select \"");
    assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(each -> each.startsWith("a=b"));
  }

  private static String inPath(Random random) {
    var text = any(NONSENSE, random);
    return encoded(text.length() > 5000 ? text.substring(0, 5000) : text).replace("+", "%20");
  }

  private static String query(Map<String, String> fields) {
    var query = new StringBuilder();
    fields.forEach(
        (name, value) ->
            query
                .append(name)
                .append('=')
                .append(encoded(value.length() > 3000 ? value.substring(0, 3000) : value))
                .append('&'));
    return query.toString();
  }

  private static String any(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
