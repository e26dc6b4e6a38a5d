package dev.nightjar.segments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who moved from where to where, and why. */
@DatabaseTest
class MovesNightTest {
  /** One order each, in the order of the alphabet: codes 515, 414, 313, 212 and 111. */
  private static final String[] FIVE = {
    "A 1 day ago 100.00",
    "B 20 days ago 80.00",
    "C 40 days ago 60.00",
    "D 60 days ago 40.00",
    "E 80 days ago 20.00"
  };

  @Test
  void whoIsOvertakenMovesByCutPointsAndWhoOvertakesByOrders(Shop shop) {
    TwoSegments.in(shop);
    ANight.in(shop, "2025-01-30").withOrders(FIVE).run();
    ANight.in(shop, "2025-01-31").withOrders("E 0 days ago 900.00").run();
    // C is third no more, though with 41 days it still would be by the borders of the night before
    assertThat(moves(shop, "2025-01-31"))
        .containsExactly(
            "High|High||2|180.00|stayed",
            "High|Low|cut-points|1|60.00|downgrade",
            "Low|High|orders|1|920.00|upgrade",
            "Low|Low||1|40.00|stayed");
  }

  @Test
  void whoOrdersNothingMovesByTime(Shop shop) {
    TwoSegments.in(shop);
    ANight.in(shop, "2025-01-30").withOrders(FIVE).run();
    ANight.in(shop, "2025-02-20")
        .withOrders("A 1 day ago 1.00", "B 1 day ago 1.00", "D 1 day ago 1.00")
        .run();
    assertThat(moves(shop, "2025-02-20"))
        .contains("High|Low|time|1|60.00|downgrade", "Low|High|orders|1|41.00|upgrade");
  }

  @Test
  void newAndVanishedCustomersAreRows(Shop shop) {
    TwoSegments.in(shop);
    ANight.in(shop, "2025-01-30").withOrders(FIVE).run();
    ANight.in(shop, "2025-01-31").withOrders("F 0 days ago 7.00").run();
    // the first file comes once more, without E
    ANight.in(shop, "2025-01-30").withOrders(Arrays.copyOf(FIVE, 4)).deliver();
    ANight.in(shop, "2025-02-01").run();
    assertThat(moves(shop, "2025-01-31")).contains("|High|new|1|7.00|entered");
    assertThat(moves(shop, "2025-02-01")).contains("Low||vanished|1|20.00|left");
    assertThat(shop.rows("select * from published.customer_segments where customer_key = 'E'"))
        .isEmpty();
    assertThat(
            shop.rows(
                """
                select sum(moved_out) - sum(moved_in), sum(previous_customers) - sum(customers)
                from published.segment_profile where night = '2025-02-01'
                """))
        .containsExactly("1|1");
  }

  @Test
  void whoComesBackIsNew(Shop shop) {
    TwoSegments.in(shop);
    ANight.in(shop, "2025-01-30").withOrders(FIVE).run();
    ANight.in(shop, "2025-01-30").withOrders(Arrays.copyOf(FIVE, 4)).deliver();
    ANight.in(shop, "2025-01-31").run();
    ANight.in(shop, "2025-02-01").withOrders("E 0 days ago 1.00").run();
    assertThat(moves(shop, "2025-02-01")).contains("|High|new|1|1.00|entered");
    assertThat(
            shop.rows(
                """
                select previous_segment, changed_on from published.customer_segments
                where customer_key = 'E'
                """))
        .containsExactly("|2025-02-01");
  }

  @Test
  void anotherMapOrOtherScoresMoveBySettings(Shop shop) {
    TwoSegments.in(shop);
    ANight.in(shop, "2025-01-30").withOrders(FIVE).run();
    TwoSegments.in(shop, "[4-5]??", "[1-3]??");
    ANight.in(shop, "2025-01-31").run();
    assertThat(moves(shop, "2025-01-31"))
        .containsExactly(
            "High|High||2|180.00|stayed",
            "High|Low|settings|1|60.00|downgrade",
            "Low|Low||2|60.00|stayed");
    ANight.in(shop, "2025-02-01").run();
    assertThat(moves(shop, "2025-02-01"))
        .containsExactly("High|High||2|180.00|stayed", "Low|Low||3|120.00|stayed");
    assertThat(
            shop.rows(
                """
                select customer_key, previous_segment, changed_on, cause
                from published.customer_segments where customer_key < 'D' order by 1
                """))
        .containsExactly("A||2025-01-30|new", "B||2025-01-30|new", "C|High|2025-01-31|settings");
  }

  @Test
  void aSegmentThatOnlyGetsAnotherNameIsNoStepUpOrDown(Shop shop) {
    TwoSegments.in(shop);
    ANight.in(shop, "2025-01-30").withOrders(FIVE).run();
    shop.with("segments.maps.two.segments[0].name=Top");
    ANight.in(shop, "2025-01-31").run();
    assertThat(moves(shop, "2025-01-31"))
        .containsExactly("High|Top|settings|3|240.00|stayed", "Low|Low||2|60.00|stayed");
  }

  @Test
  void everyNightReadsAsItWasPublishedWhateverCameLaterOrLate(Shop shop) {
    var dice = new Random(7);
    var published = new TreeMap<String, List<String>>();
    for (var night : List.of("2025-01-01", "2025-01-03", "2025-01-04", "2025-01-20")) {
      var orders = new ArrayList<String>();
      for (int i = 0; i < 12; i++) {
        orders.add(
            "C%d %d days ago %d.00"
                .formatted(dice.nextInt(20), dice.nextInt(30), 1 + dice.nextInt(300)));
      }
      ANight.in(shop, night).withOrders(orders.toArray(String[]::new)).run();
      published.put(night, live(shop));
    }
    assertThat(published.values()).doesNotHaveDuplicates();
    ANight.in(shop, "2025-01-10").run();
    shop.runAgain("2025-01-20");
    published.remove("2025-01-20");
    published.forEach(
        (night, customers) -> assertThat(at(shop, night)).as(night).isEqualTo(customers));
    assertThat(at(shop, "2025-01-20")).isEqualTo(live(shop));
    assertThat(shop.rows(CUSTOMERS_OF.formatted("2025-01-10")))
        .containsExactly(String.valueOf(at(shop, "2025-01-10").size()));
    shop.runAgain("2025-01-20");
    assertThat(at(shop, "2025-01-20")).isEqualTo(live(shop));
  }

  private static List<String> at(Shop shop, String night) {
    return shop.rows(
        """
        select customer_key, segment, r_score, f_score, m_score, previous_segment, changed_on, cause
        from published.membership_history
        where valid_from <= date '%1$s' and (valid_to is null or valid_to > date '%1$s') order by 1
        """
            .formatted(night));
  }

  private static List<String> moves(Shop shop, String night) {
    return shop.rows(
        """
        select from_segment, to_segment, cause, customers, revenue, direction
        from published.segment_moves where night = '%s' order by 1 nulls first, 2, 3
        """
            .formatted(night));
  }

  private static List<String> live(Shop shop) {
    return shop.rows(
        """
        select customer_key, segment, r_score, f_score, m_score, previous_segment, changed_on, cause
        from published.customer_segments order by 1
        """);
  }

  private static final String CUSTOMERS_OF =
      "select sum(customers) from published.segment_profile where night = '%s'";
}
