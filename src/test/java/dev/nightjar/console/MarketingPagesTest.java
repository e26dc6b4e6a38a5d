package dev.nightjar.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.console.accounts.Role;
import dev.nightjar.kit.AConsole;
import dev.nightjar.kit.ADemo;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
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
  private static final Pattern FILE = Pattern.compile("href=\"(/audiences/[^\"]+/files/\\d+)\"");
  private static final Pattern YAML = Pattern.compile("<pre[^>]*>(audiences:[^<]+)</pre>");

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

  @Test
  void aDownloadHasTheBytesThatTheDestinationGot(Shop shop) {
    ADemo.in(shop, CUSTOMERS);
    AConsole.of(
        shop,
        console -> {
          var marketing = console.loggedIn(Role.MARKETING);
          var page = marketing.get("/audiences/%s/champions".formatted(NIGHT)).body();
          var links = FILE.matcher(page).results().map(each -> each.group(1)).toList();
          assertThat(links).hasSizeGreaterThan(1);
          for (var link : links) {
            var bytes = bytes(marketing, link);
            var id = link.substring(link.lastIndexOf('/') + 1);
            var known =
                shop.rows("select content_hash, path from deliver.exports where export_id = " + id)
                    .get(0)
                    .split("\\|");
            assertThat(sha256(bytes)).isEqualTo(known[0]);
            assertThat(read(shop.folder().resolve("extracts").resolve(known[1]))).isEqualTo(bytes);
            assertThat(page).contains(known[0]);
          }
          assertThat(shop.rows("select count(*) from console.audit where action = 'download'"))
              .containsExactly(String.valueOf(links.size()));
          bytesThatChangedAreNotSent(shop, marketing, links.get(0));
        });
  }

  private static void bytesThatChangedAreNotSent(
      Shop shop, AConsole.Visitor marketing, String link) {
    var id = link.substring(link.lastIndexOf('/') + 1);
    var where =
        shop.rows(
                "select destination, audience, night, path from deliver.exports where export_id = "
                    + id)
            .get(0)
            .split("\\|");
    var file =
        shop.folder()
            .resolve("var/outbox")
            .resolve(Path.of(where[0], where[1], where[2]))
            .resolve(Path.of(where[3]).getFileName());
    try {
      Files.writeString(file, "another,person\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(marketing.get(link).statusCode()).isEqualTo(409);
  }

  @Test
  void aDraftComesToWhatANightPublishes(Shop shop) throws IOException {
    ADemo.in(shop, CUSTOMERS);
    var address =
        "/builder?name=good-ones&select.segments=Champions&select.segments=Loyal&except.segments=Loyal"
            + "&select.orders.at-least=3&destinations=klaviyo&identifiers=email";
    var pages = new ArrayList<String>();
    AConsole.of(
        shop,
        console -> {
          var marketing = console.loggedIn(Role.MARKETING);
          pages.add(marketing.get(address).body());
          assertThat(marketing.get("/builder?select.segments=Championss").body())
              .contains("there is no segment Championss");
          assertThat(marketing.get("/builder?name=champions&select.segments=Loyal").body())
              .contains("there is an audience champions already");
          assertThat(marketing.get("/builder?select.r.at-least=%24%7Buser.home%7D").body())
              .contains("must not have");
          assertThat(marketing.get("/builder?select.r.at-least=%3Cscript%3E").body())
              .doesNotContain("<script>alert", "value=\"<script");
        });
    var yaml = YAML.matcher(pages.get(0));
    assertThat(yaml.find()).as(pages.get(0)).isTrue();
    var declared = yaml.group(1).replace("audiences:\n  declared:\n", "");
    Files.writeString(
        shop.folder().resolve("config").resolve("shop-audiences.yaml"),
        declared,
        StandardOpenOption.APPEND);
    shop.runAgain(NIGHT);
    var night =
        shop.rows(
                "select members, published from published.audiences where audience = 'good-ones' and"
                    + " night = '%s'".formatted(NIGHT))
            .get(0)
            .split("\\|");
    assertThat(Long.parseLong(night[1])).isPositive();
    assertThat(pages.get(0)).contains("%s of %s would be published.".formatted(night[1], night[0]));
    assertThat(pages.get(0)).contains("Also published in", "champions");
  }

  @Test
  void nothingOfAPreviewedFileIsKept(Shop shop) throws IOException {
    ADemo.in(shop, CUSTOMERS);
    var file = "customer_id,email\nC-1,someone@example.org\n";
    AConsole.of(
        shop,
        console -> {
          var page = upload(console.loggedIn(Role.OPS), "customers-2026-07-01.csv", file);
          assertThat(page.statusCode()).isEqualTo(200);
          assertThat(page.body()).contains("Verdict of a night");
          var odd = upload(console.loggedIn(Role.OPS), "../../config/x.yaml", file);
          assertThat(odd.statusCode()).isEqualTo(200);
        });
    var uploads = shop.folder().resolve("var/uploads");
    try (var left = Files.walk(uploads)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
    assertThat(shop.folder().resolve("config/x.yaml")).doesNotExist();
  }

  private static HttpResponse<String> upload(AConsole.Visitor ops, String name, String text) {
    var token =
        ops.get("/data/" + NIGHT)
            .body()
            .replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    var body =
        """
        --x\r
        Content-Disposition: form-data; name="_csrf"\r
        \r
        %s\r
        --x\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: text/csv\r
        \r
        %s\r
        --x--\r
        """
            .formatted(token, name, text);
    return ops.send(
        ops.request("/data/preview")
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static byte[] bytes(AConsole.Visitor who, String path) {
    var answer = who.sendForBytes(who.request(path).GET());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(each -> assertThat(each).startsWith("attachment"));
    return answer.body();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
