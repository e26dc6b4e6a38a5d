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
import tools.jackson.databind.JsonNode;

@DatabaseTest
class UpliftCommandTest {
  private static final String EXPORTED =
      "select customer_key from audiences.members where exclusion is null order by 1";

  @Test
  void comparesExportedWithHeldOutOnceTheDaysAreOver(Shop shop) throws Exception {
    with(shop, "all", "orders.at-least=1").with("audiences.declared.all.holdout.percent=30");
    var customers = customers(1, 200);
    ANight.in(shop, "2025-01-31").withOrders(orders(customers, "1 day ago 10.00")).run();
    var early = nightjar(shop, "uplift", "all", "--from", "2025-01-31");
    assertThat(early.exitCode()).as(early.output()).isZero();
    assertThat(early.output())
        .contains("Left out: 200 customers whose days are not over.")
        .contains("Look: an early one, without a verdict. It comes with the night of 2025-03-02.");

    var exported = shop.rows(EXPORTED);
    // everybody who was exported bought again, and nobody who was held out
    ANight.in(shop, "2025-02-28").withOrders(orders(exported, "3 days ago 20.00")).run();
    var shown =
        nightjar(shop, "uplift", "all", "--from", "2025-01-31", "--days", "28", "--detect", "1pt");
    assertThat(shown.output())
        .contains("Audience all, first exported on 2025-01-31; orders of the 28 days after")
        .containsPattern("Exported +" + exported.size() + " +100.00% +20.00")
        .containsPattern("Held out +" + (200 - exported.size()) + " +0.00% +0.00")
        .contains("Look: the final one. All 28 days were over on 2025-02-28")
        .containsPattern("Bought again: \\+100.00 points .* statistically significant")
        .containsPattern("Revenue each, capped at 20.00: \\+20.00 .* statistically significant")
        .contains("Revenue of all exported: +%,.0f".formatted(20.0 * exported.size()))
        .containsPattern("To show 1.00 points four times in five takes [0-9,]+ held-out customers");
    assertThat(shown.output().indexOf("Bought again: "))
        .as("the primary measure first")
        .isLessThan(shown.output().indexOf("Revenue each, "));
    var json =
        json(nightjar(shop, "uplift", "all", "--from", "2025-01-31", "--days", "1", "--json"));
    assertThat(json.get("exported").get("buyers").asInt()).isZero();
    assertThat(json.get("look").asString()).isEqualTo("final");
    assertThat(json.get("repurchase").get("significant").asBoolean()).isFalse();
    assertThat(json.has("revenue")).as("nobody bought").isFalse();
  }

  @Test
  void refusesWhatItCannotCompare(Shop shop) throws Exception {
    with(shop, "all", "orders.at-least=1");
    ANight.in(shop, "2025-01-31").withOrders("A 1 day ago 10.00").run();
    var unknown = nightjar(shop, "uplift", "some", "--from", "2025-01-31");
    assertThat(unknown.exitCode()).isEqualTo(6);
    assertThat(unknown.output())
        .contains(
            "There is no audience some in night 2025-01-31",
            "Next: nightjar audiences --date 2025-01-31");
    assertThat(nightjar(shop, "uplift", "all", "--from", "2025-01-31", "--detect", "x").output())
        .contains("'x' is not an effect (expected: points such as 1pt, or an amount such as 2.50)");
  }

  @Test
  void countsACustomerFromTheFirstExportOfARange(Shop shop) throws Exception {
    with(shop, "once", "orders.at-least=1")
        .with("audiences.declared.once.select.orders.at-most=1")
        .with("audiences.declared.once.holdout.percent=40")
        .with("audiences.declared.once.holdout.days=3");
    ANight.in(shop, "2025-01-31").withOrders(orders(customers(1, 60), "1 day ago 10.00")).run();
    // the first 60 buy again, and so leave the audience; the others enter it
    var second = new ArrayList<>(List.of(orders(customers(1, 60), "1 day ago 11.00")));
    second.addAll(List.of(orders(customers(61, 150), "0 days ago 12.00")));
    ANight.in(shop, "2025-02-02").withOrders(second.toArray(String[]::new)).run();
    ANight.in(shop, "2025-02-06").withOrders(orders(customers(61, 70), "0 days ago 99.00")).run();

    var first = json(nightjar(shop, "uplift", "once", "--from", "2025-01-31", "--json"));
    assertThat(counted(first)).isEqualTo(60);
    var pooled =
        json(
            nightjar(
                shop, "uplift", "once", "--from", "2025-01-31", "--to", "2025-02-02", "--json"));
    assertThat(counted(pooled)).isEqualTo(150);
    assertThat(buyers(pooled)).as("orders of the fourth day do not count").isEqualTo(60);
    assertThat(pooled.get("look").asString()).isEqualTo("final");
    var later =
        json(
            nightjar(
                shop, "uplift", "once", "--from", "2025-01-31", "--to", "2025-02-06", "--json"));
    assertThat(later.get("look").asString()).isEqualTo("early");
    assertThat(later.has("repurchase")).isFalse();
    assertThat(nightjar(shop, "uplift", "once", "--from", "2025-01-31", "--days", "2").output())
        .contains("Look: not the declared one, so without a verdict. The holdout declares 3 days.");
  }

  @Test
  void globallyHeldOutAreInNeitherGroupOfAnAudience(Shop shop) throws Exception {
    with(shop, "all", "orders.at-least=1")
        .with("audiences.holdout.percent=30")
        .with("audiences.declared.all.holdout.percent=20");
    ANight.in(shop, "2025-01-31").withOrders(orders(customers(1, 300), "1 day ago 10.00")).run();
    ANight.in(shop, "2025-02-02").withOrders("C000001 1 day ago 5.00").run();
    var everywhere =
        Integer.parseInt(
            shop.rows("select count(*) from audiences.holdouts where scope = ''").get(0));
    var own =
        json(nightjar(shop, "uplift", "all", "--from", "2025-01-31", "--days", "1", "--json"));
    assertThat(counted(own)).isEqualTo(300 - everywhere);
    assertThat(own.get("held-out").get("customers").asInt())
        .isEqualTo(
            Integer.parseInt(
                shop.rows(
                        "select count(*) from audiences.holdouts own where scope = 'all' and not exists"
                            + " (select from audiences.holdouts o where o.scope = '' and o.customer_key = own.customer_key)")
                    .get(0)));
    var all =
        json(nightjar(shop, "uplift", "--global", "--from", "2025-01-31", "--days", "1", "--json"));
    assertThat(all.get("held-out").get("customers").asInt()).isEqualTo(everywhere);
    assertThat(counted(all)).isEqualTo(300);
  }

  @Test
  void groupsOfOtherSizesThanDeclaredHaveNoVerdict(Shop shop) throws Exception {
    with(shop, "all", "orders.at-least=1").with("audiences.declared.all.holdout.percent=30");
    ANight.in(shop, "2025-01-31").withOrders(orders(customers(1, 300), "1 day ago 10.00")).run();
    ANight.in(shop, "2025-02-02").withOrders("C000001 1 day ago 5.00").run();
    shop.rows(
        "with gone as (delete from audiences.members where exclusion is null and customer_key"
            + " in (select customer_key from audiences.members where exclusion is null limit 100)"
            + " returning 1) select count(*) from gone");
    assertThat(nightjar(shop, "uplift", "all", "--from", "2025-01-31", "--days", "1").output())
        .contains("No verdict: ", "something else decides who is held out")
        .doesNotContain("Bought again: ");
  }

  private static Shop with(Shop shop, String audience, String condition) {
    var prefix = "audiences.declared.%s.".formatted(audience);
    return shop.with(prefix + "select." + condition)
        .with(prefix + "consent=for-contacts")
        .with("gates.declared.segments.error-if.above=100");
  }

  private static int counted(JsonNode uplift) {
    return uplift.get("exported").get("customers").asInt()
        + uplift.get("held-out").get("customers").asInt();
  }

  private static int buyers(JsonNode uplift) {
    return uplift.get("exported").get("buyers").asInt()
        + uplift.get("held-out").get("buyers").asInt();
  }

  private static List<String> customers(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj("C%06d"::formatted).toList();
  }

  private static String[] orders(List<String> customers, String order) {
    return customers.stream()
        .map(
            each ->
                "%s %s completed order %s%s"
                    .formatted(each, order, order.replaceAll("\\D", ""), each))
        .toArray(String[]::new);
  }
}
