package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files whose name came before with other content. */
@DatabaseTest
class CorrectionsNightTest {
  private static final String NIGHT = "2025-01-31";
  private static final String TEN = "1,2025-01-10 12:00:00,A,P,1,10.00,completed";
  private static final String TWELVE = "1,2025-01-10 12:00:00,A,P,1,12.00,completed";
  private static final String OTHER = "2,2025-01-20 12:00:00,B,P,2,5.50,completed";
  private static final String FILES =
      "select name, verdict, replaced_by from ingest.files order by file_id";
  private static final String SUMMARY =
      "select summary from pipeline.stages where stage = 'ingest' order by revision desc";
  private static final String ORDERS =
      "select order_number, net_value from orders.orders order by 1";

  @Test
  void aCorrectionReplacesTheFileAndSoDoesTheReturnToTheFirstContent(Shop shop) {
    shop.deliver("orders-1.csv", ANight.header(), TEN, OTHER).run(NIGHT);
    shop.deliver("orders-1.csv", ANight.header(), TWELVE).runAgain(NIGHT);
    assertThat(shop.rows(FILES)).containsExactly("orders-1.csv|replaced|2", "orders-1.csv|loaded|");
    assertThat(shop.rows(ORDERS)).containsExactly("1|12.00");
    assertThat(shop.rows(SUMMARY).get(0))
        .endsWith("; orders-1.csv replaces an earlier file of its name");

    shop.deliver("orders-1.csv", ANight.header(), TEN, OTHER).runAgain(NIGHT);
    assertThat(shop.rows(FILES))
        .containsExactly(
            "orders-1.csv|replaced|2", "orders-1.csv|replaced|3", "orders-1.csv|loaded|");
    assertThat(shop.rows(ORDERS)).containsExactly("1|10.00", "2|11.00");
    assertThat(shop.rows("select customer_key from orders.customers order by 1"))
        .containsExactly("A", "B");

    shop.deliver("orders-1.csv", ANight.header(), TEN, OTHER).runAgain(NIGHT);
    assertThat(shop.rows(FILES)).endsWith("orders-1.csv|loaded|", "orders-1.csv|duplicate|");
    assertThat(shop.rows(SUMMARY).get(0)).contains("; orders-1.csv is a duplicate; ");
    assertThat(shop.rows(ORDERS)).containsExactly("1|10.00", "2|11.00");
  }

  @Test
  void anAdditionCountsInAdditionToTheFile(Shop shop) {
    shop.with("ingest.sources.shop-orders.same-name=addition")
        .deliver("orders-1.csv", ANight.header(), TEN)
        .run(NIGHT);
    shop.deliver("orders-1.csv", ANight.header(), OTHER).runAgain(NIGHT);
    assertThat(shop.rows(FILES)).containsExactly("orders-1.csv|loaded|", "orders-1.csv|loaded|");
    assertThat(shop.rows(ORDERS)).containsExactly("1|10.00", "2|11.00");
  }

  @Test
  void aCorrectionInALaterNightHoldsForItAndForTheNightRestated(Shop shop) {
    shop.deliver("orders-1.csv", ANight.header(), TEN, OTHER).run("2025-01-30");
    assertThat(spent(shop)).containsExactly("2025-01-30|A|10.00", "2025-01-30|B|11.00");
    shop.deliver("orders-1.csv", ANight.header(), TWELVE).run(NIGHT);
    assertThat(spent(shop))
        .as("the night before is as it was published")
        .containsExactly("2025-01-30|A|10.00", "2025-01-30|B|11.00", "2025-01-31|A|12.00");
    shop.runAgain("2025-01-30");
    assertThat(spent(shop)).containsExactly("2025-01-30|A|12.00", "2025-01-31|A|12.00");
  }

  @Test
  void aLateOrderRestatesItsDay(Shop shop) {
    shop.deliver("orders-1.csv", ANight.header(), TEN).run("2025-01-30");
    shop.deliver(
            "orders-late.csv",
            ANight.header(),
            "8,2025-01-29 12:00:00,A,P,1,5.00,completed",
            "9,2025-01-31 12:00:00,A,P,1,1.00,completed")
        .run(NIGHT);
    assertThat(spent(shop)).containsExactly("2025-01-30|A|10.00", "2025-01-31|A|16.00");
    shop.runAgain("2025-01-30");
    assertThat(spent(shop)).containsExactly("2025-01-30|A|15.00", "2025-01-31|A|16.00");
    assertThat(shop.rows("select night, recency_days from rfm.scores"))
        .as("scores are of the night that ran last")
        .containsExactly("2025-01-30|1");
  }

  @Test
  void aBadCorrectionLeavesTheFileAsItWas(Shop shop) {
    shop.deliver("orders-1.csv", ANight.header(), TEN).run("2025-01-30");
    shop.deliver("orders-1.csv", ANight.header(), "rubbish").run(NIGHT);
    assertThat(shop.rows(FILES))
        .containsExactly("orders-1.csv|loaded|", "orders-1.csv|quarantined|");
    assertThat(shop.rows(ORDERS)).containsExactly("1|10.00");
  }

  @Test
  void aBadCorrectionOfARequiredSourceStopsTheNightUntilAGoodOneComes(Shop shop) {
    shop.with("ingest.sources.shop-orders.expect.required=true")
        .deliver("orders-1.csv", ANight.header(), TEN)
        .run("2025-01-30");
    shop.deliver("orders-1.csv", ANight.header(), "rubbish");
    assertThatThrownBy(() -> shop.run(NIGHT))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.FILE_QUARANTINED))
        .hasMessageContaining("orders-1.csv is quarantined");
    shop.deliver("orders-1.csv", ANight.header(), TWELVE);
    assertThat(shop.resume()).isPresent();
    assertThat(shop.rows(ORDERS)).containsExactly("1|12.00");
  }

  @Test
  void theLoadedContentSentAgainMendsABadCorrection(Shop shop) {
    shop.with("ingest.sources.shop-orders.expect.required=true")
        .deliver("orders-1.csv", ANight.header(), TEN)
        .run("2025-01-30");
    shop.deliver("orders-1.csv", ANight.header(), "rubbish");
    assertThatThrownBy(() -> shop.run(NIGHT)).hasMessageContaining("orders-1.csv is quarantined");
    shop.deliver("orders-1.csv", ANight.header(), TEN);
    assertThat(shop.resume()).isPresent();
    assertThat(shop.rows(ORDERS)).containsExactly("1|10.00");
  }

  private static List<String> spent(Shop shop) {
    return shop.rows(
        """
        select night, customer_key, net_value
        from rfm.nights join rfm.metrics
          on valid_from <= night and (valid_to is null or valid_to > night)
        order by 1, 2
        """);
  }
}
