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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Downloads, drafts and previews, on the nights of the demo. */
@DatabaseTest
class MarketingFilesTest {
  private static final int CUSTOMERS = 600;
  private static final String NIGHT = ADemo.LAST.toString();
  private static final Pattern FILE = Pattern.compile("href=\"(/audiences/[^\"]+/files/\\d+)\"");
  private static final Pattern YAML = Pattern.compile("<pre[^>]*>(audiences:[^<]+)</pre>");

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
