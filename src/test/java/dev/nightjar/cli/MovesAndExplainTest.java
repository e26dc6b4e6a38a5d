package dev.nightjar.cli;

import static dev.nightjar.kit.NightjarProcess.json;
import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@DatabaseTest
class MovesAndExplainTest {
  private static final String[] FIVE = {
    "A 1 day ago 100.00",
    "B 20 days ago 80.00",
    "C 40 days ago 60.00",
    "D 60 days ago 40.00",
    "E 80 days ago 20.00"
  };

  @Test
  void movesOfAnyTwoPublishedNightsAreShown(Shop shop) throws Exception {
    assertThat(nightjar(shop, "moves").exitCode()).isEqualTo(6);
    ANight.in(shop, "2025-01-29").withOrders(FIVE).run();
    var first = nightjar(shop, "moves");
    assertThat(first.exitCode()).isEqualTo(6);
    assertThat(first.output()).contains("No night before 2025-01-29 is published", "Next: ");
    ANight.in(shop, "2025-01-30").withOrders("E 0 days ago 900.00").run();
    ANight.in(shop, "2025-01-29").withOrders(Arrays.copyOfRange(FIVE, 1, 5)).deliver();
    ANight.in(shop, "2025-01-31").withOrders("F 0 days ago 1.00").run();
    assertThat(ordersSummary(shop, "2025-01-31")).endsWith("; 5 of 5 customers touched, 1 gone");

    var last = nightjar(shop, "moves");
    assertThat(last.exitCode()).as(last.output()).isZero();
    assertThat(last.output())
        .contains("Customers by segment on 2025-01-30 (rows)", "1 new, 1 gone");
    var all = nightjar(shop, "moves", "--from", "2025-01-29", "--revenue");
    assertThat(all.output()).contains("Revenue by segment", "14 Net returners");

    var json = json(nightjar(shop, "moves", "--to", "2025-01-30", "--json"));
    assertThat(json.get("from").asString()).isEqualTo("2025-01-29");
    assertThat(json.get("segments")).hasSize(14);
    assertThat(json.get("causes").get("orders").get("customers").asInt()).isOne();
    assertThat(json.get("moves"))
        .anySatisfy(
            move -> {
              assertThat(move.get("from").asString()).isEqualTo("Lost");
              assertThat(move.get("direction").asString()).isEqualTo("upgrade");
              assertThat(move.get("revenue").asInt()).isEqualTo(920);
            });

    var wrong = nightjar(shop, "moves", "--from", "2025-01-31", "--to", "2025-01-29");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.output()).contains("2025-01-31 is not before 2025-01-29");
    var unpublished = nightjar(shop, "moves", "--from", "2025-01-28");
    assertThat(unpublished.exitCode()).isEqualTo(6);
    assertThat(unpublished.output()).contains("Night 2025-01-28 is not published");
  }

  @Test
  void aSegmentIsExplained(Shop shop) throws Exception {
    ANight.in(shop, "2025-01-30").withOrders(FIVE).run();
    shop.deliver(
        "customers-1.csv",
        "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out",
        "P,2025-01-01 00:00:00,Pam,Poe,pam@example.com,,GB,,yes,no",
        "C,2025-01-01 00:00:00,Cyd,Cox,cyd@example.com,,GB,,yes,no");
    ANight.in(shop, "2025-01-31").withOrders("E 0 days ago 900.00").run();
    var told = nightjar(shop, "explain", "C");
    assertThat(told.exitCode()).as(told.output()).isZero();
    assertThat(told.output())
        .contains("Customer C in the night of 2025-01-31")
        .contains("Hibernating, since 2025-01-31 (0 days)", "Before   Promising")
        .contains("only the cut points changed", "212, of the map rfm-125")
        .contains("1 in the window, worth 60.00 less returns; first on 2024-12-21")
        .containsPattern("recency, days +41 +over 29 up to 45 +2 +5")
        .containsPattern("frequency, orders +1 +up to 1 +1 +5")
        .containsPattern("2025-01-30 +– +Promising +the customer was not known")
        .doesNotContain("Cyd")
        .doesNotContain("cyd@");

    var before = json(nightjar(shop, "explain", "C", "--date", "2025-01-30", "--json"));
    assertThat(before.get("segment").asString()).isEqualTo("Promising");
    assertThat(before.get("bins").get(0).get("upper").get("value").asInt()).isEqualTo(48);
    assertThat(before.get("changes")).hasSize(1);

    assertThat(nightjar(shop, "explain", "P").output())
        .contains("Prospects", "no scores: no order counts", "0 in the window")
        .doesNotContain("Pam");
    var early = nightjar(shop, "explain", "P", "--date", "2025-01-30");
    assertThat(early.exitCode()).isEqualTo(6);
    assertThat(early.output()).contains("Next: nightjar explain P --date 2025-01-31");
    var nobody = nightjar(shop, "explain", "X");
    assertThat(nobody.exitCode()).isEqualTo(6);
    assertThat(nobody.output()).contains("No night has a customer X", "Next: nightjar explain");
  }

  private static String ordersSummary(Shop shop, String night) {
    return shop.rows(
            "select summary from pipeline.stages where stage = 'orders' and night = '%s'"
                .formatted(night))
        .get(0);
  }
}
