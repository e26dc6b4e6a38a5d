package dev.nightjar.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.console.accounts.Role;
import dev.nightjar.kit.AConsole;
import dev.nightjar.kit.ADemo;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Segments, customers, audiences and data, on the nights of the demo. */
@DatabaseTest
class MarketingPagesTest {
  private static final int CUSTOMERS = 600;
  private static final String NIGHT = ADemo.LAST.toString();
  private static final String BEFORE = ADemo.LAST.minusDays(1).toString();
  private static final Pattern MOVERS = Pattern.compile("href=\"(/customers/moved/[^\"]+)\"");

  @Test
  void eachPageIsForItsRole(Shop shop) {
    ADemo.in(shop, CUSTOMERS);
    var pages = pages(shop);
    AConsole.of(
        shop,
        console -> {
          var people = new ArrayList<>(List.of(console.visitor()));
          for (var role : Role.values()) {
            people.add(console.loggedIn(role));
          }
          pages.forEach(
              (page, expected) ->
                  assertThat(
                          people.stream()
                              .map(who -> String.valueOf(who.get(page).statusCode()))
                              .toList())
                      .as(page)
                      .containsExactly(expected.split(" ")));
          var viewer = people.get(1);
          assertThat(viewer.post("/customers", Map.of("who", "C")).statusCode()).isEqualTo(403);
          assertThat(viewer.get("/moves/%s/%s".formatted(BEFORE, NIGHT)).body())
              .doesNotContain("/customers/moved");
          assertThat(viewer.get("/audiences/%s/champions".formatted(NIGHT)).body())
              .doesNotContain("/files/");
          oddAddressesAreRefused(people.get(3));
        });
  }

  /** Pages with the status for nobody, viewer, marketing and ops. */
  private static Map<String, String> pages(Shop shop) {
    var file = shop.rows("select min(export_id) from deliver.exports where mode = 'full'").get(0);
    var night = shop.rows("select night from deliver.exports where export_id = " + file).get(0);
    return Map.of(
        "/segments/" + NIGHT,
        "302 200 200 200",
        "/moves/%s/%s".formatted(BEFORE, NIGHT),
        "302 200 200 200",
        "/clusters/" + NIGHT,
        "302 200 200 200",
        "/audiences/" + NIGHT,
        "302 200 200 200",
        "/audiences/%s/champions".formatted(NIGHT),
        "302 200 200 200",
        "/data/" + NIGHT,
        "302 200 200 200",
        "/customers",
        "302 403 200 200",
        "/customers/moved/%s/%s?to=Champions".formatted(BEFORE, NIGHT),
        "302 403 200 200",
        "/audiences/%s/files/%s".formatted(night, file),
        "302 403 200 200",
        "/builder?select.segments=Champions",
        "302 403 200 200");
  }

  private static void oddAddressesAreRefused(AConsole.Visitor ops) {
    for (var path :
        List.of(
            "/segments/2020-01-01",
            "/segments/yesterday",
            "/moves/%s/%s".formatted(NIGHT, BEFORE),
            "/audiences/%s/nobody".formatted(NIGHT),
            "/audiences/%s/files/999999".formatted(NIGHT),
            "/audiences/%s/files/..%%2f..%%2fconfig".formatted(NIGHT),
            "/data/2020-01-01")) {
      assertThat(ops.get(path).statusCode()).as(path).isBetween(400, 499);
    }
  }

  @Test
  void tablesHaveTheNumbersOfThePictures(Shop shop) {
    ADemo.in(shop, CUSTOMERS);
    AConsole.of(
        shop,
        console -> {
          var viewer = console.loggedIn(Role.VIEWER);
          var segments = viewer.get("/segments/" + NIGHT).body();
          shop.rows(
                  "select segment, customers from published.segment_profile where night = '%s'"
                      .formatted(NIGHT))
              .forEach(
                  row -> {
                    var cells = row.split("\\|");
                    assertThat(segments)
                        .contains("<title>" + cells[0] + ": " + cells[1] + " customers")
                        .contains(
                            "<span>%s</span></th><td class=\"number\"><span>%s</span>"
                                .formatted(cells[0], cells[1]));
                  });
          assertThat(viewer.get("/segments/%s?by=revenue".formatted(NIGHT)).body())
              .contains("Revenue by segment");
          var clusters = viewer.get("/clusters/" + NIGHT).body();
          shop.rows(
                  "select name, customers from published.clusters where night = '%s'"
                      .formatted(NIGHT))
              .forEach(
                  row ->
                      assertThat(clusters)
                          .contains(row.split("\\|")[0] + ": " + row.split("\\|")[1]));
        });
  }

  @Test
  void aFlowLeadsToItsCustomers(Shop shop) {
    ADemo.in(shop, CUSTOMERS);
    AConsole.of(
        shop,
        console -> {
          var marketing = console.loggedIn(Role.MARKETING);
          var moves = marketing.get("/moves/%s/%s".formatted(BEFORE, NIGHT)).body();
          var links =
              MOVERS.matcher(moves).results().map(each -> each.group(1)).distinct().toList();
          assertThat(links).isNotEmpty();
          for (var link : links) {
            assertThat(marketing.get(link.replace("&amp;", "&")).body())
                .as(link)
                .doesNotContain("Nobody moved")
                .contains("name=\"who\"");
          }
          assertThat(
                  shop.rows(
                      "select count(*) from console.audit where action = 'list' and account ="
                          + " 'marketing'"))
              .containsExactly(String.valueOf(links.size()));
        });
  }

  @Test
  void aCustomerIsFoundByKeyAddressAndNumber(Shop shop) {
    ADemo.in(shop, CUSTOMERS);
    var row =
        shop.rows(
                "select c.customer_key, c.email, c.phone from orders.customers c join"
                    + " deliver.sent_rows s using (customer_key) join orders.identities i using"
                    + " (customer_key) where phone is not null and email is not null group by 1"
                    + " having not bool_or(is_shared) order by 1 limit 1")
            .get(0)
            .split("\\|");
    AConsole.of(
        shop,
        console -> {
          var marketing = console.loggedIn(Role.MARKETING);
          for (var who : List.of(row[0], row[1].toUpperCase(Locale.ROOT), row[2])) {
            var page = marketing.post("/customers", Map.of("who", " " + who + " ")).body();
            assertThat(page)
                .contains("<span>" + row[0] + "</span>", "Scores and their cut points", "champions")
                .contains("Consent and refusals", "What destinations have");
            assertThat(page.substring(0, page.indexOf("</title>"))).doesNotContain(row[0]);
          }
          assertThat(shop.rows("select customer_key from console.audit where action = 'look'"))
              .containsExactly(row[0], row[0], row[0]);
          assertThat(marketing.post("/customers", Map.of("who", "nobody@example.org")).body())
              .contains("Nobody has this key");
        });
  }
}
