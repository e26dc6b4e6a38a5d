package dev.nightjar.cli;

import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

@DatabaseTest
class ScoreAndVerifyTest {
  private static final List<String> TABLES =
      List.of(
          "orders.order_parts",
          "orders.customers",
          "rfm.nights",
          "rfm.metrics",
          "rfm.fits",
          "rfm.cut_points",
          "rfm.scores",
          "segments.nights",
          "segments.memberships",
          "segments.moves",
          "segments.profiles");

  @Test
  void otherSettingsAreTriedAndLeaveNoTrace(Shop shop) throws Exception {
    assertThat(nightjar(shop, "score").exitCode()).isEqualTo(6);
    twoNights(shop);
    var before = content(shop);
    var newest = nightjar(shop, "score", "--rule", "ntile");
    assertThat(newest.exitCode()).as(newest.output()).isZero();
    assertThat(newest.output()).contains("Night 2025-01-31", "Nothing was changed.");
    var older = nightjar(shop, "score", "--map", "klaviyo", "--bins", "3", "--date", "2025-01-30");
    assertThat(older.output())
        .contains("Night 2025-01-30", "Needs Attention", "Cannot Lose Them")
        .contains("of 3 customers would be in another segment");
    var other = nightjar(shop, "score", "--date", "2025-01-29");
    assertThat(other.exitCode()).isEqualTo(6);
    assertThat(other.output()).contains("Night 2025-01-29 has no segments");
    var wrong = nightjar(shop, "score", "--map", "klaviyo");
    assertThat(wrong.exitCode()).isEqualTo(3);
    assertThat(wrong.output()).contains("klaviyo names scores of 3 bins");
    assertThat(content(shop)).isEqualTo(before);
  }

  @Test
  void rowsThatNoLineAccountsForAreFound(Shop shop) throws Exception {
    assertThat(nightjar(shop, "verify").exitCode()).isEqualTo(6);
    twoNights(shop);
    var before = content(shop);
    var right = nightjar(shop, "verify", "rfm");
    assertThat(right.exitCode()).as(right.output()).isZero();
    assertThat(content(shop)).isEqualTo(before);
    shop.query(db -> db.execute("update rfm.metrics set net_value = 1 where customer_key = 'A'"));
    assertThat(nightjar(shop, "verify", "orders").exitCode()).isZero();
    var wrong = nightjar(shop, "verify", "rfm");
    assertThat(wrong.exitCode()).isOne();
    assertThat(wrong.output()).contains("2 rows differ", "TABLES_DIFFER in ops/runbook.md");
  }

  @Test
  void metricsOfOtherSettingsAreNotCompared(Shop shop) throws Exception {
    shop.with("rfm.window=all");
    twoNights(shop);
    shop.with("rfm.window=P365D");
    var other = nightjar(shop, "verify");
    assertThat(other.exitCode()).as(other.output()).isEqualTo(6);
    assertThat(other.output())
        .contains("Night 2025-01-31 counted orders in all, sum; the settings say orders in P365D");
    assertThat(nightjar(shop, "verify", "--set", "rfm.window=all").exitCode()).isZero();
    assertThat(nightjar(shop, "score").output())
        .contains("The night counts orders in all, sum; the trial counts orders in P365D, sum.");
  }

  private static void twoNights(Shop shop) {
    ANight.in(shop, "2025-01-30")
        .withOrders("A 1 day ago 100.00", "B 20 days ago 80.00", "C 40 days ago 60.00")
        .run();
    ANight.in(shop, "2025-01-31").withOrders("C 0 days ago 900.00").run();
  }

  private static List<List<String>> content(Shop shop) {
    return TABLES.stream()
        .map(table -> shop.rows("select t::text from %s t order by 1".formatted(table)))
        .toList();
  }
}
