package dev.nightjar.cli;

import static dev.nightjar.kit.NightjarProcess.json;
import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@DatabaseTest
class AudiencesCommandTest {
  private static final String ALL = "--set=audiences.declared.all.select.orders.at-least=1";
  private static final String KEYS = "--set=audiences.declared.all.consent=for-contacts";

  @Test
  void audiencesAreListedAndPreviewed(Shop shop) throws Exception {
    var nothing = nightjar(shop, "audiences");
    assertThat(nothing.exitCode()).isEqualTo(6);
    assertThat(nothing.output()).contains("Nothing is published yet", "Next: nightjar run");
    shop.with("audiences.declared.all.select.orders.at-least=1")
        .with("audiences.declared.all.consent=for-contacts");
    ANight.in(shop, "2025-01-31")
        .withOrders("A 1 day ago 100.00", "B 20 days ago 80.00", "B 30 days ago 10.00")
        .run();
    var told = nightjar(shop, "audiences");
    assertThat(told.exitCode()).as(told.output()).isZero();
    assertThat(told.output())
        .contains("Night 2025-01-31", "No consent", "Lower priority")
        .containsPattern("all +nightly +2 +2( +0){7} +2 +0");
    var json = json(nightjar(shop, "audiences", "--date", "2025-01-31", "--json")).get(0);
    assertThat(json.get("published").asInt()).isEqualTo(2);
    assertThat(json.get("exclusions").get("holdout").asInt()).isZero();

    var before = shop.rows("select * from audiences.members");
    var preview =
        nightjar(shop, "audiences", "preview", "all", ALL.replace("least=1", "least=2"), KEYS);
    assertThat(preview.exitCode()).as(preview.output()).isZero();
    assertThat(preview.output())
        .contains("Audience all in the night of 2025-01-31")
        .containsPattern("Published +2 +1 +-1")
        .contains(
            "0 would be added, 1 removed, 0 left out for another reason. Nothing was changed.");
    assertThat(
            json(nightjar(shop, "audiences", "preview", "all", ALL, "--json"))
                .get("removed")
                .asInt())
        .as("none of them agreed")
        .isEqualTo(2);
    assertThat(shop.rows("select * from audiences.members")).isEqualTo(before);
    var unknown = nightjar(shop, "audiences", "preview", "some", ALL);
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.output()).contains("There is no audience some; there are: all");
  }

  @Test
  void upliftComparesExportedWithHeldOut(Shop shop) throws Exception {
    shop.with("audiences.declared.all.select.orders.at-least=1")
        .with("audiences.declared.all.consent=for-contacts")
        .with("audiences.declared.all.holdout.percent=30");
    var customers = IntStream.rangeClosed(1, 200).mapToObj("C%06d"::formatted).toList();
    ANight.in(shop, "2025-01-31").withOrders(orders(customers, "1 day ago 10.00")).run();
    var early = nightjar(shop, "uplift", "all", "--from", "2025-01-31");
    assertThat(early.exitCode()).as(early.output()).isZero();
    assertThat(early.output()).contains("Too early: no later night is published yet.");

    var exported =
        shop.rows("select customer_key from audiences.members where exclusion is null order by 1");
    // everybody who was exported bought again, and nobody who was held out
    ANight.in(shop, "2025-02-28").withOrders(orders(exported, "3 days ago 20.00")).run();
    var told = nightjar(shop, "uplift", "all", "--from", "2025-01-31");
    assertThat(told.output())
        .contains("orders of the 28 days up to 2025-02-28")
        .containsPattern("Exported +" + exported.size() + " +100.00% +20.00")
        .containsPattern("Held out +" + (200 - exported.size()) + " +0.00% +0.00")
        .contains("Revenue each: +20.00 (95 % from +20.00 to +20.00)")
        .contains("Bought again: +100.00 points")
        .contains("The difference is statistically significant.");
    var json =
        json(
            nightjar(
                shop, "uplift", "all", "--from", "2025-01-31", "--to", "2025-02-01", "--json"));
    assertThat(json.get("exported").get("buyers").asInt()).isZero();
    assertThat(json.get("too-early").asBoolean()).isFalse();
    assertThat(json.get("held-out-needed-for-revenue").asInt()).isZero();

    var unknown = nightjar(shop, "uplift", "some", "--from", "2025-01-31");
    assertThat(unknown.exitCode()).isEqualTo(6);
    assertThat(unknown.output())
        .contains(
            "Night 2025-01-31 has no audience some", "Next: nightjar audiences --date 2025-01-31");
  }

  @Test
  void lintWarnsOfNamesThatTellTooMuch(Shop shop) throws Exception {
    var lint =
        nightjar(shop, "lint", "--set=audiences.declared.diabetics.select.orders.at-least=1");
    assertThat(lint.exitCode()).as(lint.output()).isZero();
    assertThat(lint.output())
        .contains("Warning: audience diabetics: the name can reveal health")
        .contains("No problems.");
    assertThat(nightjar(shop, "lint").output()).doesNotContain("Warning");
  }

  private static String[] orders(List<String> customers, String order) {
    var orders = new ArrayList<String>();
    customers.forEach(
        each -> orders.add(each + " " + order + " completed order " + order.charAt(0) + each));
    return orders.toArray(String[]::new);
  }
}
