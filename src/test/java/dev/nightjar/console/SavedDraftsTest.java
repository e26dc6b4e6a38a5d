package dev.nightjar.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.console.accounts.Role;
import dev.nightjar.kit.AConsole;
import dev.nightjar.kit.ADemo;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Drafts of audiences that are saved as declarations. */
@DatabaseTest
class SavedDraftsTest {
  private static final int CUSTOMERS = 600;
  private static final String NIGHT = ADemo.LAST.toString();
  private static final Map<String, String> DRAFT =
      Map.of(
          "name", "good-ones",
          "description", "They: said \"yes\" # really",
          "select.segments", "Champions",
          "select.orders.at-least", "3",
          "select.attributes.country", "GB, DE",
          "destinations", "klaviyo",
          "identifiers", "email");

  /** The customers of the draft. */
  private static final String SELECTED =
      """
      select s.customer_key from published.customer_segments s
      join orders.customers c using (customer_key)
      where segment = 'Champions' and orders_count >= 3 and c.country in ('GB', 'DE') order by 1
      """;

  @Test
  void theNextNightHasTheMembersOfTheDraft(Shop shop) {
    ADemo.in(shop, CUSTOMERS);
    AConsole.of(
        shop.with("console.save-drafts=true"),
        console -> {
          var page = saved(console.loggedIn(Role.OPS));
          assertThat(page)
              .contains(
                  "config/audience-good-ones.yaml is saved",
                  "Save to config/audience-good-ones.yaml");
          shop.runAgain(NIGHT);
          var night =
              shop.rows(
                      "select members, published from published.audiences where audience = 'good-ones' and night = '%s'"
                          .formatted(NIGHT))
                  .get(0)
                  .split("\\|");
          assertThat(Long.parseLong(night[1])).isPositive();
          assertThat(page).contains("%s of %s would be published.".formatted(night[1], night[0]));
        });
    assertThat(shop.folder().resolve("config/audience-good-ones.yaml"))
        .content()
        .startsWith("# Saved by the console");
    assertThat(
            shop.rows(
                "select distinct customer_key from published.audience_members where audience = 'good-ones' order by 1"))
        .isEqualTo(shop.rows(SELECTED));
    assertThat(shop.rows("select account, subject from console.audit where action = 'save'"))
        .containsExactly("ops|config/audience-good-ones.yaml");
  }

  /** The page that is shown after a draft is saved. */
  private static String saved(AConsole.Visitor ops) {
    var answer = ops.post("/builder", DRAFT);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    var next = answer.headers().firstValue("Location").orElseThrow();
    return ops.get(next.replaceFirst("http://[^/]+", "")).body();
  }

  @Test
  void nothingIsSavedThatLintRefuses(Shop shop) {
    ADemo.in(shop, CUSTOMERS);
    shop.with("console.save-drafts=true");
    var config = shop.folder().resolve("config");
    var before = files(config);
    AConsole.of(
        shop,
        console -> {
          var ops = console.loggedIn(Role.OPS);
          refused(ops, Map.of("select.segments", "Championss"), "there is no segment Championss");
          refused(ops, Map.of("destinations", "nowhere"), "nowhere");
          refused(ops, Map.of("description", "${NIGHTJAR_DB_PASSWORD}"), "must not have");
          refused(ops, Map.of("name", "champions"), "is in ");
          for (var name : List.of("../evil", "a/b", "..", "A", "x".repeat(200), "a\nb")) {
            refused(ops, Map.of("name", name), "a-z, 0-9 and -");
          }
        });
    assertThat(files(config)).isEqualTo(before);
  }

  private static void refused(AConsole.Visitor ops, Map<String, String> other, String why) {
    var fields = new TreeMap<>(DRAFT);
    fields.putAll(other);
    var answer = ops.post("/builder", fields);
    assertThat(answer.statusCode()).as("%s: %s", other, answer.body()).isEqualTo(409);
    assertThat(answer.body()).contains(why);
  }

  @Test
  void nothingIsSavedWithoutTheSettingOrTheRole(Shop shop) {
    ADemo.in(shop, CUSTOMERS);
    var config = shop.folder().resolve("config");
    var before = files(config);
    AConsole.of(
        shop,
        console -> {
          var ops = console.loggedIn(Role.OPS);
          refused(ops, Map.of(), "console.save-drafts");
          assertThat(ops.get("/builder?select.segments=Champions").body()).doesNotContain("Save …");
        });
    AConsole.of(
        shop.with("console.save-drafts=true"),
        console -> {
          var marketing = console.loggedIn(Role.MARKETING);
          assertThat(marketing.post("/builder", DRAFT).statusCode()).isEqualTo(403);
          assertThat(marketing.get("/builder?select.segments=Champions").body())
              .doesNotContain("Save …");
        });
    assertThat(files(config)).isEqualTo(before);
  }

  private static Map<String, String> files(Path folder) {
    var files = new TreeMap<String, String>();
    try (var all = Files.list(folder)) {
      for (var each : all.toList()) {
        files.put(each.getFileName().toString(), Files.readString(each));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
