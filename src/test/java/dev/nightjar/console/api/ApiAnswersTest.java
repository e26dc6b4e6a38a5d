package dev.nightjar.console.api;

import static dev.nightjar.kit.NightjarProcess.json;
import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.console.accounts.Role;
import dev.nightjar.kit.AConsole;
import dev.nightjar.kit.ADemo;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers are what commands print, in parts, and not sent twice. */
@DatabaseTest
class ApiAnswersTest {
  private static final String NIGHT = ADemo.LAST.toString();
  private static final String BEFORE = ADemo.LAST.minusDays(1).toString();
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

  @Test
  void answersAreWhatCommandsPrint(Shop shop) {
    ADemo.in(shop, 600);
    var customer = shop.rows("select min(customer_key) from published.customer_segments").get(0);
    var printed = new LinkedHashMap<String, JsonNode>();
    printed.put("/nights", json(nightjar(shop, "nights", "--json")));
    printed.put("/nights/" + NIGHT, json(nightjar(shop, "status", "--date", NIGHT, "--json")));
    for (var each : new String[] {"segments", "clusters", "audiences"}) {
      printed.put(
          "/nights/%s/%s".formatted(NIGHT, each),
          json(nightjar(shop, each, "--date", NIGHT, "--json")));
    }
    printed.put(
        "/moves/%s/%s".formatted(BEFORE, NIGHT),
        json(nightjar(shop, "moves", "--from", BEFORE, "--to", NIGHT, "--json")));
    printed
        .get("/nights/%s/clusters".formatted(NIGHT))
        .get("clusters")
        .forEach(each -> ((ObjectNode) each).putArray("typicalCustomers"));
    var explained = json(nightjar(shop, "explain", customer, "--json"));
    AConsole.of(
        shop,
        console -> {
          var token = console.withToken(Role.MARKETING);
          printed.forEach(
              (path, expected) ->
                  assertThat(DescribedApi.json(token.get("/api/v1" + path)))
                      .as(path)
                      .isEqualTo(expected));
          var found = token.postJson("/api/v1/customers", "{\"who\": \"%s\"}".formatted(customer));
          assertThat(DescribedApi.json(found).get("explanation")).isEqualTo(explained);
        });
  }

  @Test
  void listsAreReadInParts(Shop shop) {
    for (int day = 27; day <= 31; day++) {
      ANight.in(shop, "2025-01-" + day).withOrders("A 10 days ago 120.00").run();
    }
    AConsole.of(
        shop,
        console -> {
          var token = console.withToken(Role.VIEWER);
          for (var list : new String[] {"/nights", "/nights/2025-01-31/deliveries"}) {
            var all = DescribedApi.json(token.get("/api/v1" + list));
            assertThat(all).as(list).isNotEmpty();
            for (int limit : new int[] {1, 2, 5}) {
              assertThat(parts(token, "/api/v1" + list + "?limit=" + limit))
                  .containsExactlyElementsOf(all);
            }
          }
        });
  }

  private static Iterable<JsonNode> parts(AConsole.Visitor token, String first) {
    var all = new ArrayList<JsonNode>();
    var path = first;
    while (path != null) {
      var answer = token.get(path);
      DescribedApi.json(answer).forEach(all::add);
      var link = NEXT.matcher(answer.headers().firstValue("Link").orElse(""));
      path = link.matches() ? link.group(1) : null;
    }
    return all;
  }

  @Test
  void anAnswerThatIsKnownIsNotSentAgainUntilItChanges(Shop shop) {
    ANight.in(shop, "2025-01-31").withOrders("A 10 days ago 120.00").run();
    AConsole.of(
        shop,
        console -> {
          var token = console.withToken(Role.VIEWER);
          var segments = "/api/v1/nights/2025-01-31/segments";
          var answer = token.get(segments);
          var tag = answer.headers().firstValue("ETag").orElseThrow();
          assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
          var again = token.send(token.request(segments).header("If-None-Match", tag).GET());
          assertThat(again.statusCode()).isEqualTo(304);
          assertThat(again.body()).isEmpty();
          ANight.in(shop, "2025-01-31").withOrders("B 10 days ago 90.00").deliver();
          shop.runAgain("2025-01-31");
          var changed = token.send(token.request(segments).header("If-None-Match", tag).GET());
          assertThat(changed.statusCode()).isEqualTo(200);
        });
  }

  @Test
  void anAnswerAboutACustomerIsStoredNowhere(Shop shop) {
    ANight.in(shop, "2025-01-31").withOrders("A 10 days ago 120.00").run();
    AConsole.of(
        shop,
        console -> {
          var found =
              console.withToken(Role.MARKETING).postJson("/api/v1/customers", "{\"who\": \"A\"}");
          assertThat(found.headers().firstValue("Cache-Control")).hasValue("no-store");
          assertThat(found.headers().firstValue("ETag")).isEmpty();
        });
  }
}
