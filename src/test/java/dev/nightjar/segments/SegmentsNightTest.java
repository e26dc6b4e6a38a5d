package dev.nightjar.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
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
            second -> assertThat(second).startsWith("2025-01-31|").endsWith("|Lost|2025-01-31"));
    assertThat(shop.rows(HISTORY.formatted("F")).get(0)).endsWith("||2025-01-31");
    assertThat(
            shop.rows(
                """
                select customer_key, changed_on, days_in_segment from published.customer_segments
                where customer_key in ('E', 'F') order by 1
                """))
        .containsExactly("E|2025-01-31|1", "F|2025-01-31|1");
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
                  round(sum(customers_share), 4), round(sum(revenue_share), 4), sum(revenue)
                from published.segment_profile where night = '2025-01-31'
                """))
        .containsExactly("6|5|1|1.0000|1.0000|1201.00");
  }

  @Test
  void scoresThatTheMapIsNotMadeForAreRefused(Shop shop) {
    shop.with("rfm.bins=4").deliver("orders-1.csv", ANight.header(), LINE);
    assertThatThrownBy(() -> shop.run("2025-01-31"))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.BAD_SETTINGS))
        .hasMessageContaining("rfm-125 names scores of 5 bins, and rfm.bins is 4: set rfm.bins=5");
  }

  @Test
  void meansAndMediansAreThoseOfTheMembers(Shop shop) {
    shop.with("segments.map=all")
        .with("segments.maps.all.segments[0].name=Everyone")
        .with("segments.maps.all.segments[0].patterns=???");
    ANight.in(shop, "2025-01-31").withOrders(FIVE).run();
    assertThat(
            shop.rows(
                """
                select customers, round(mean_recency_days, 2), median_recency_days,
                  round(mean_net_value, 2), median_net_value, revenue, round(mean_order_value, 2)
                from published.segment_profile where segment = 'Everyone'
                """))
        .containsExactly("5|40.20|40.0|60.00|60.0|300.00|60.00");
  }

  @Test
  void attributesAreToldByTheirMostFrequentValuesAndAgainstAllCustomers(Shop shop) {
    TwoSegments.in(shop).with("ingest.sources.shop-orders.attributes.channel=product_code");
    shop.deliver(
        "orders-1.csv",
        ANight.header(),
        "1,2025-01-30 12:00:00,A,web,1,100.00,completed",
        "2,2025-01-11 12:00:00,B,web,1,80.00,completed",
        "3,2024-12-22 12:00:00,C,shop,1,60.00,completed",
        "4,2024-12-02 12:00:00,D,shop,1,40.00,completed",
        "5,2024-11-12 12:00:00,E,shop,1,20.00,completed");
    shop.deliver(
        "customers-1.csv",
        "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out",
        "A,2025-01-01 00:00:00,,,,,GB,,yes,no",
        "B,2025-01-01 00:00:00,,,,,GB,,yes,no",
        "C,2025-01-01 00:00:00,,,,,FR,,yes,no",
        "D,2025-01-01 00:00:00,,,,,GB,,yes,no");
    shop.run("2025-01-31");
    assertThat(
            shop.rows(
                """
                select segment, attribute, value, customers, round(customers_share, 2),
                  round(share_index)
                from published.segment_attributes order by 1, 2, 4 desc
                """))
        .containsExactly(
            "High|channel|web|2|0.67|167",
            "High|channel|shop|1|0.33|56",
            "High|country|GB|2|0.67|111",
            "High|country|FR|1|0.33|167",
            "Low|channel|shop|2|1.00|167",
            "Low|country|GB|1|0.50|83");
  }

  @Test
  void ofManyValuesTheFiveMostFrequentAreShown(Shop shop) {
    shop.with("ingest.sources.shop-orders.attributes.product=product_code")
        .with("segments.map=all")
        .with("segments.maps.all.segments[0].name=Everyone")
        .with("segments.maps.all.segments[0].patterns=???");
    ANight.in(shop, "2025-01-31").withOrders(FIVE).withOrders("F 1 day ago 1.00").run();
    assertThat(shop.rows("select value, customers from published.segment_attributes order by 1"))
        .containsExactly("P1|1", "P2|1", "P3|1", "P4|1", "P5|1");
  }

  private static final String LINE = "1,2025-01-10 12:00:00,A,P,1,10.00,completed";

  private static final String HISTORY =
      """
      select valid_from, segment, previous_segment, changed_on
      from segments.memberships where customer_key = '%s' order by valid_from
      """;
}
