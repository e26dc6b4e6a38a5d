package dev.nightjar.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import dev.nightjar.pipeline.Failure;
import dev.nightjar.pipeline.FailureCode;
import org.junit.jupiter.api.Test;

@DatabaseTest
class SegmentsNightTest {
  private static final String[] FIVE = {
    "A 1 day ago 100.00",
    "B 20 days ago 80.00",
    "C 40 days ago 60.00",
    "D 60 days ago 40.00",
    "E 80 days ago 20.00"
  };

  @Test
  void whoMovedIsRememberedWithTheNightOfTheMove(Shop shop) {
    ANight.in(shop, "2025-01-30").withOrders(FIVE).run();
    // E comes back with much; F is new; the others stay in their order behind
    ANight.in(shop, "2025-01-31").withOrders("E 0 days ago 900.00", "F 0 days ago 1.00").run();
    ANight.in(shop, "2025-02-01").run();
    assertThat(shop.rows(HISTORY.formatted("E")))
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("2025-01-30|Lost||2025-01-30"),
            second -> assertThat(second).startsWith("2025-01-31|").endsWith("|Lost|2025-01-31"),
            third -> assertThat(third).startsWith("2025-02-01|").endsWith("|2025-01-31"));
    assertThat(shop.rows(HISTORY.formatted("F")).get(0)).endsWith("||2025-01-31");
  }

  @Test
  void profilesAndMovesTellTheSameStory(Shop shop) {
    ANight.in(shop, "2025-01-30").withOrders(FIVE).run();
    ANight.in(shop, "2025-01-31").withOrders("E 0 days ago 900.00", "F 0 days ago 1.00").run();
    assertThat(
            shop.rows(
                """
                select count(*) filter (where from_segment is null), sum(customers)
                from published.segment_moves where night = '2025-01-31'
                """))
        .containsExactly("1|6");
    assertThat(
            shop.rows(
                """
                select sum(customers), sum(previous_customers), sum(moved_in) - sum(moved_out),
                  round(sum(customers_share), 6), round(sum(revenue_share), 6), sum(revenue)
                from published.segment_profile where night = '2025-01-31'
                """))
        .containsExactly("6|5|1|1.000000|1.000000|1201.00");
  }

  @Test
  void scoresThatTheMapIsNotMadeForAreRefused(Shop shop) {
    shop.with("rfm.bins=4").deliver("orders-1.csv", ANight.header(), LINE);
    assertThatThrownBy(() -> shop.run("2025-01-31"))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.BAD_SETTINGS))
        .hasMessageContaining("scores of 4 bins, and map rfm-125 is made for 5");
  }

  @Test
  void meansAndMediansAreThoseOfTheMembers(Shop shop) {
    shop.with("segments.map=all")
        .with("segments.maps.all[0].name=Everyone")
        .with("segments.maps.all[0].codes=" + allCodes());
    ANight.in(shop, "2025-01-31").withOrders(FIVE).run();
    assertThat(
            shop.rows(
                """
                select customers, round(mean_recency_days, 2), median_recency_days,
                  round(mean_net_value, 2), median_net_value, revenue
                from published.segment_profile where segment = 'Everyone'
                """))
        .containsExactly("5|40.20|40.0|60.00|60.0|300.00");
  }

  private static String allCodes() {
    var codes = new StringBuilder();
    for (int cell = 0; cell < 125; cell++) {
      codes.append(cell / 25 + 1).append(cell / 5 % 5 + 1).append(cell % 5 + 1).append(' ');
    }
    return codes.toString().strip();
  }

  private static final String LINE = "1,2025-01-10 12:00:00,A,P,1,10.00,completed";

  private static final String HISTORY =
      """
      select night, segment, previous_segment, changed_on
      from segments.memberships where customer_key = '%s' order by night
      """;
}
