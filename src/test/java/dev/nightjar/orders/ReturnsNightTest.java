package dev.nightjar.orders;

import static dev.nightjar.kit.ANight.frequency;
import static dev.nightjar.kit.ANight.recency;
import static dev.nightjar.kit.ANight.segment;
import static dev.nightjar.kit.ANight.spend;
import static dev.nightjar.kit.ANight.standing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What returns and statuses do to orders and customers, night after night. */
@DatabaseTest
class ReturnsNightTest {
  private static final String NIGHT = "2025-01-31";
  private static final String ORDERS =
      "select order_number, customer_key, ordered_on, is_kept, lines_count, net_value"
          + " from orders.orders order by 1, 2";
  private static final String METRICS =
      "select customer_key, standing, first_ordered_on, last_ordered_on, orders_count, net_value"
          + " from rfm.metrics where valid_to is null order by 1";
  private static final String OUTCOMES =
      "select outcome, lines from orders.line_outcomes where night = '%s' order by 1";

  @BeforeEach
  void noFurtherThanSegments(Shop shop) {
    shop.upTo("segments");
  }

  @Test
  void returnsLowerTheValueOrAreLeftOutAsTheSourceSays(Shop shop) {
    ANight.in(shop, NIGHT)
        .withOrders(
            "A 10 days ago 100.00 completed order 1", "A 5 days ago -30.00 returned order 1")
        .withOrders("B 8 days ago 50.00 completed order 2", "B 3 days ago -50.00 returned order 3")
        .withOrders("C 2 days ago -5.00 returned order 4")
        .run();
    assertThat(shop.rows(ORDERS))
        .containsExactly(
            "1|A|2025-01-21|true|2|70.00",
            "2|B|2025-01-23|true|1|50.00",
            "3|B|2025-01-28|false|1|-50.00",
            "4|C|2025-01-29|false|1|-5.00");
    assertThat(shop.rows(METRICS))
        .containsExactly(
            "A|scored|2025-01-21|2025-01-21|1|70.00",
            "B|net-returner|2025-01-23|2025-01-23|1|0.00",
            "C|net-returner|||0|-5.00");
    checkAllIsKept(shop, NIGHT);

    shop.with("ingest.sources.shop-orders.returns=ignore").runAgain(NIGHT);
    assertThat(shop.rows(ORDERS))
        .containsExactly("1|A|2025-01-21|true|1|100.00", "2|B|2025-01-23|true|1|50.00");
    assertThat(shop.rows(METRICS))
        .containsExactly(
            "A|scored|2025-01-21|2025-01-21|1|100.00",
            "B|scored|2025-01-23|2025-01-23|1|50.00",
            "C|prospect|||0|0");
    assertThat(shop.rows(OUTCOMES.formatted(NIGHT))).containsExactly("kept|2", "return|3");
    checkAllIsKept(shop, NIGHT);
  }

  @Test
  void aReturnWithoutItsOrderLowersTheValueAndIsNoOrder(Shop shop) {
    shop.with("ingest.sources.shop-orders.return-marker.order-prefix=R");
    night(
        shop,
        NIGHT,
        "A 2 days ago -20.00 returned order 9",
        "B 4 days ago 15.00 completed order R7",
        "C 9 days ago 40.00 completed order 8",
        "D 1 day ago -40.00 returned order 8");
    assertThat(shop.rows(ORDERS))
        .containsExactly(
            "8|C|2025-01-22|true|1|40.00",
            "8|D|2025-01-30|false|1|-40.00",
            "9|A|2025-01-29|false|1|-20.00",
            "R7|B|2025-01-27|false|1|-15.00");
    assertThat(shop.rows(METRICS))
        .containsExactly(
            "A|net-returner|||0|-20.00",
            "B|net-returner|||0|-15.00",
            "C|scored|2025-01-22|2025-01-22|1|40.00",
            "D|net-returner|||0|-40.00");

    night(shop, "2025-02-01", "A 0 days ago 50.00 completed order 10");
    assertThat(shop.rows(METRICS))
        .contains("A|scored|2025-02-01|2025-02-01|1|30.00", "B|net-returner|||0|-15.00");
  }

  @Test
  void aReturnThatComesBeforeItsOrderIsPartOfItWhenItIsThere(Shop shop) {
    night(shop, "2025-01-10", "A 1 day ago -20.00 returned order 1");
    assertThat(shop.rows(ORDERS)).containsExactly("1|A|2025-01-09|false|1|-20.00");
    assertThat(shop.rows(METRICS)).containsExactly("A|net-returner|||0|-20.00");

    night(shop, "2025-01-15", "A 0 days ago 100.00 completed order 1");
    assertThat(shop.rows(ORDERS)).containsExactly("1|A|2025-01-15|true|2|80.00");
    assertThat(shop.rows(METRICS)).containsExactly("A|scored|2025-01-15|2025-01-15|1|80.00");
  }

  @Test
  void anOrderSentBackWholeMonthsLaterNeverWas(Shop shop) {
    night(
        shop,
        NIGHT,
        "A 200 days ago 40.00 completed order 1",
        "A 20 days ago 120.00 completed order 2",
        "B 20 days ago 75.00 completed order 3");
    assertThat(shop.rows(METRICS))
        .containsExactly(
            "A|scored|2024-07-15|2025-01-11|2|160.00", "B|scored|2025-01-11|2025-01-11|1|75.00");

    var later =
        night(
            shop,
            "2025-04-30",
            "A 1 day ago -120.00 returned order 2",
            "B 2 days ago -75.00 returned order 3");
    assertThat(shop.rows(ORDERS))
        .containsExactly(
            "1|A|2024-07-15|true|1|40.00",
            "2|A|2025-01-11|false|2|0.00",
            "3|B|2025-01-11|false|2|0.00");
    later.score("A").is(recency(289), frequency(1), spend("40.00"), standing("scored"));
    later.score("B").is(frequency(0), spend("0"), segment("Net returners"));
    assertThat(shop.rows(METRICS))
        .containsExactly("A|scored|2024-07-15|2024-07-15|1|40.00", "B|net-returner|||0|0.00");

    shop.runAgain(NIGHT);
    ANight.in(shop, NIGHT).score("A").is(recency(20), frequency(2), spend("160.00"));
    ANight.in(shop, NIGHT).score("B").is(recency(20), frequency(1), standing("scored"));
    checkAllIsKept(shop, NIGHT);
  }

  @Test
  void whoSentEverythingBackIsAProspectAgainWhenTheOrderIsOutOfTheWindow(Shop shop) {
    night(
        shop,
        NIGHT,
        "A 300 days ago 75.00 completed order 1",
        "A 280 days ago -75.00 returned order 1");
    assertThat(shop.rows(METRICS)).containsExactly("A|net-returner|||0|0.00");
    night(shop, "2025-04-30");
    assertThat(shop.rows(METRICS)).containsExactly("A|prospect|||0|0");
  }

  @Test
  void aPartSentBackLaterCountsInTheWindowInWhichItWasSentBack(Shop shop) {
    night(
        shop,
        NIGHT,
        "A 20 days ago 100.00 completed order 1",
        "C 361 days ago 100.00 completed order 3",
        "D 361 days ago 100.00 completed order 4");
    assertThat(shop.rows(METRICS))
        .containsExactly(
            "A|scored|2025-01-11|2025-01-11|1|100.00",
            "C|scored|2024-02-05|2024-02-05|1|100.00",
            "D|scored|2024-02-05|2024-02-05|1|100.00");

    night(
        shop,
        "2025-03-31",
        "A 1 day ago -30.00 returned order 1",
        "C 1 day ago -30.00 returned order 3",
        "D 1 day ago -30.00 returned order 5");
    assertThat(shop.rows(ORDERS))
        .containsExactly(
            "1|A|2025-01-11|true|2|70.00",
            "3|C|2024-02-05|true|2|70.00",
            "4|D|2024-02-05|true|1|100.00",
            "5|D|2025-03-30|false|1|-30.00");
    assertThat(shop.rows(METRICS))
        .as("orders out of the window, returns in it: with the order's number or another, alike")
        .containsExactly(
            "A|scored|2025-01-11|2025-01-11|1|70.00",
            "C|lapsed|2024-02-05|2024-02-05|0|-30.00",
            "D|lapsed|2024-02-05|2024-02-05|0|-30.00");
  }

  @Test
  void aReturnThatIsSentTwiceCountsOnceAndOneThatIsTakenBackDoesNot(Shop shop) {
    night(shop, NIGHT, "A 20 days ago 100.00 completed order 1");
    night(shop, "2025-02-01", "A 2 days ago -30.00 returned order 1");
    night(
        shop,
        "2025-02-02",
        "A 3 days ago -30.00 returned order 1",
        "B 1 day ago 10.00 completed order 2");
    assertThat(shop.rows(ORDERS))
        .containsExactly("1|A|2025-01-11|true|2|70.00", "2|B|2025-02-01|true|1|10.00");

    shop.deliver("orders-2025-02-01.csv", ANight.header());
    night(shop, "2025-02-03");
    assertThat(shop.rows(METRICS)).contains("A|scored|2025-01-11|2025-01-11|1|70.00");
    shop.deliver(
        "orders-2025-02-02.csv", ANight.header(), "2,2025-02-01 12:00:00,B,P2,1,10.00,completed");
    night(shop, "2025-02-04");
    assertThat(shop.rows(METRICS)).contains("A|scored|2025-01-11|2025-01-11|1|100.00");
  }

  @Test
  void onlyLinesOfKeptStatusesCountAndNobodyDisappears(Shop shop) {
    shop.deliver(
        "customers-1.csv",
        "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out",
        "P,2025-01-01 00:00:00,Ann,Ash,,,GB,,yes,no",
        "A,2025-01-01 00:00:00,Bea,Birch,,,GB,,yes,no");
    var first =
        night(
            shop,
            NIGHT,
            "A 10 days ago 100.00 completed order 1",
            "A 10 days ago 60.00 cancelled order 1",
            "B 5 days ago 80.00 pending order 2",
            "C 5 days ago -10.00 refused order 3",
            "D 5 days ago -10.00 returned order 4");
    assertThat(shop.rows(METRICS))
        .containsExactly(
            "A|scored|2025-01-21|2025-01-21|1|100.00",
            "B|prospect|||0|0",
            "C|prospect|||0|0",
            "D|net-returner|||0|-10.00",
            "P|prospect|||0|0");
    first.score("P").is(segment("Prospects"));
    first.score("D").is(segment("Net returners"));
    assertThat(shop.rows(OUTCOMES.formatted(NIGHT))).containsExactly("kept|2", "status-not-kept|3");

    night(shop, "2025-02-01", "B 6 days ago 80.00 completed order 2");
    assertThat(shop.rows(METRICS))
        .contains("B|scored|2025-01-26|2025-01-26|1|80.00", "P|prospect|||0|0");
    assertThat(shop.rows(OUTCOMES.formatted("2025-02-01")))
        .containsExactly("kept|3", "status-not-kept|3");
  }

  private static ANight night(Shop shop, String date, String... orders) {
    var night = ANight.in(shop, date).withOrders(orders).run();
    checkAllIsKept(shop, date);
    return night;
  }

  /** The tables equal rebuilt ones, and every incoming customer is in each of them. */
  private static void checkAllIsKept(Shop shop, String date) {
    assertThat(shop.differences(date)).isEmpty();
    var customers =
        shop.rows(
            """
            select customer_key from ingest.order_lines join ingest.files using (file_id)
            where verdict = 'loaded' and ordered_at < date '%s' + 1
            union
            select customer_key from ingest.customer_records
            order by 1
            """
                .formatted(date));
    assertThat(shop.rows("select customer_key from orders.customers order by 1"))
        .isEqualTo(customers);
    assertThat(shop.rows("select customer_key from rfm.scores order by 1")).isEqualTo(customers);
    var segments =
        """
        select customer_key from segments.memberships
        where valid_from <= date '%1$s' and (valid_to is null or valid_to > date '%1$s')
        order by 1
        """;
    assertThat(shop.rows(segments.formatted(date))).isEqualTo(customers);
  }
}
