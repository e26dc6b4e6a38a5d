package dev.nightjar.rfm;

import static dev.nightjar.kit.ANight.code;
import static dev.nightjar.kit.ANight.frequency;
import static dev.nightjar.kit.ANight.recency;
import static dev.nightjar.kit.ANight.segment;
import static dev.nightjar.kit.ANight.spend;
import static dev.nightjar.kit.ANight.standing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import org.junit.jupiter.api.Test;

@DatabaseTest
class RfmNightTest {
  private static final String DATE = "2025-01-31";

  @Test
  void countsOrdersDaysAndValueInTheWindow(Shop shop) {
    ANight.in(shop, DATE)
        .withOrders("A 10 days ago 120.00", "A 364 days ago 30.50", "A 365 days ago 1000.00")
        .withOrders("B 0 days ago 1.00")
        .run()
        .score("A")
        .is(recency(10), frequency(2), spend("150.50"));
  }

  @Test
  void customersWithoutAnOrderInTheWindowAreLapsedAndNotScored(Shop shop) {
    var night =
        ANight.in(shop, DATE)
            .withOrders("A 500 days ago 120.00", "B 364 days ago 5.00", "C 1 day ago 9.00")
            .run();
    night
        .score("A")
        .is(recency(500), frequency(0), spend("0"), standing("lapsed"), segment("Lapsed"));
    night.score("B").is(frequency(1), standing("scored"));
    assertThat(shop.rows("select count(*) from rfm.scores where r_score is not null"))
        .containsExactly("2");

    var next =
        ANight.in(shop, "2025-02-01").withOrders("A 0 days ago 3.00 completed order 9").run();
    next.score("A").is(recency(0), frequency(1), spend("3.00"), standing("scored"));
    next.score("B").is(recency(365), frequency(0), standing("lapsed"), segment("Lapsed"));
    assertThat(shop.differences("2025-02-01")).isEmpty();
  }

  @Test
  void withTheWholeHistoryNobodyIsLapsed(Shop shop) {
    shop.with("rfm.window=all");
    ANight.in(shop, DATE)
        .withOrders("A 5000 days ago 120.00", "B 1 day ago 5.00")
        .run()
        .score("A")
        .is(frequency(1), standing("scored"));
    assertThat(shop.rows("select segment from segments.segments"))
        .hasSize(13)
        .doesNotContain("Lapsed");
  }

  @Test
  void returnsLowerTheValueAndNothingElse(Shop shop) {
    var night =
        ANight.in(shop, DATE)
            .withOrders("A 10 days ago 120.00 completed order 1")
            .withOrders("A 2 days ago -20.00 returned order 1")
            .withOrders("A 1 day ago -30.00")
            .run();
    night.score("A").is(recency(10), frequency(1), spend("70.00"), standing("scored"));
  }

  @Test
  void anOrderSentBackWholeIsNoOrder(Shop shop) {
    var night =
        ANight.in(shop, DATE)
            .withOrders("A 50 days ago 40.00", "A 10 days ago 120.00 completed order 1")
            .withOrders("A 2 days ago -120.00 returned order 1")
            .run();
    night.score("A").is(recency(50), frequency(1), spend("40.00"));
  }

  @Test
  void whoIsWorthNothingIsANetReturner(Shop shop) {
    var night =
        ANight.in(shop, DATE)
            .withOrders("A 10 days ago 50.00", "A 5 days ago -50.00")
            .withOrders("B 5 days ago -10.00", "C 3 days ago 5.00")
            .run();
    night.score("A").is(standing("net-returner"), segment("Net returners"));
    night.score("B").is(standing("net-returner"), segment("Net returners"));
    night.score("C").is(standing("scored"));
  }

  @Test
  void cancelledOrdersDoNotCount(Shop shop) {
    var night =
        ANight.in(shop, DATE)
            .withOrders("A 10 days ago 50.00 cancelled", "B 5 days ago 10.00")
            .run();
    night.score("A").is(frequency(0), standing("prospect"), segment("Prospects"));
  }

  @Test
  void whoIsKnownWithoutAnOrderIsAProspect(Shop shop) {
    shop.deliver("customers-1.csv", CUSTOMERS, "P,2025-01-01 00:00:00,Ann,Ash,,,GB,,yes,no");
    ANight.in(shop, DATE)
        .withOrders("A 10 days ago 50.00")
        .run()
        .score("P")
        .is(standing("prospect"), segment("Prospects"));
  }

  @Test
  void equalValuesGetEqualScoresAndBinsAreClosedOnTheRight(Shop shop) {
    var night =
        ANight.in(shop, DATE)
            .withOrders("A 1 day ago 10.00", "B 2 days ago 20.00", "C 3 days ago 30.00")
            .withOrders("D 4 days ago 40.00", "E 5 days ago 50.00", "F 6 days ago 60.00")
            .run();
    // type-7 quantiles of 1..6 are 2, 3, 4, 5; every frequency is 1
    night.score("A").is(code("511"));
    night.score("B").is(code("511"));
    night.score("C").is(code("412"));
    night.score("F").is(code("115"));
    assertThat(shop.rows("select value from rfm.cut_points where metric = 'recency' order by 1"))
        .containsExactly("2.0", "3.0", "4.0", "5.0");
  }

  @Test
  void sayWhichMetricCannotHaveAllScores(Shop shop) {
    ANight.in(shop, DATE).withOrders("A 1 day ago 10.00", "B 2 days ago 20.00").run();
    assertThat(shop.rows("select summary from pipeline.stages where stage = 'rfm'").get(0))
        .contains("no frequency score 2, 3, 4 can occur");
  }

  @Test
  void aBackDatedNightSeesOnlyWhatWasOrderedUpToIt(Shop shop) {
    var orders =
        new String[] {
          ANight.header(),
          "1,2025-01-10 12:00:00,A,P,1,10.00,completed",
          "1,2025-01-20 12:00:00,A,P,-1,4.00,returned",
          "2,2025-01-25 12:00:00,A,P,1,99.00,completed",
          "3,2025-01-25 12:00:00,B,P,1,99.00,completed",
        };
    shop.deliver("orders-1.csv", orders);
    shop.run(DATE);
    ANight.in(shop, "2025-01-15").run().score("A").is(recency(5), frequency(1), spend("10.00"));
    assertThat(shop.rows("select customer_key from rfm.scores where night = '2025-01-15'"))
        .containsExactly("A");
  }

  @Test
  void nobodyAndNothingIsANight(Shop shop) {
    ANight.in(shop, DATE).run();
    assertThat(shop.rows("select sum(customers) from published.segments")).containsExactly("0");
  }

  private static final String CUSTOMERS =
      "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out";
}
