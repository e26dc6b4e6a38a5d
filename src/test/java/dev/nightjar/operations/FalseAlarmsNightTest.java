package dev.nightjar.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Rounds;
import dev.nightjar.kit.Shop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The gates that ship, on sixty nights of a shop in which nothing changes but chance, and then on
 * nights whose feed is broken.
 */
@Tag("slow")
@DatabaseTest
class FalseAlarmsNightTest {
  private static final LocalDate FIRST = LocalDate.parse("2025-01-06");
  private static final int NIGHTS = Rounds.of(31, 60);
  private static final int WEEKS = 5;
  private static final int MOST_WARNINGS = 3;

  @Test
  void stationaryNightsPass(Shop shop) {
    // what no gate looks at takes half of a night
    shop.with("clustering.max-k=3").with("forecast.min-repeat-buyers=100000");
    var stationary = new AStationaryShop(shop, 20);
    stationary.past(FIRST);
    for (int i = 0; i < NIGHTS; i++) {
      var night = FIRST.plusDays(i);
      stationary.deliver(night, stationary.orders(night));
      assertThat(shop.run(night.toString())).isPresent();
    }
    noFalseAlarm(shop);
  }

  /** Weekly nights: five are enough for a history. */
  @Test
  void aBrokenFeedIsCaught(Shop shop) {
    shop.with("gates.declared.moves.error-if.above=1"); // in a week, many customers move
    var stationary = new AStationaryShop(shop, 21);
    stationary.past(FIRST);
    for (int i = 0; i < WEEKS; i++) {
      var night = FIRST.plusWeeks(i);
      stationary.deliver(night, stationary.week(night));
      assertThat(shop.run(night.toString())).isPresent();
    }
    aFeedThatIsBroken(shop, stationary, FIRST.plusWeeks(WEEKS));
    segmentsThatAreEmptied(shop, stationary, FIRST.plusWeeks(WEEKS + 1));
  }

  private static void noFalseAlarm(Shop shop) {
    assertThat(verdicts(shop, "stopped")).isEmpty();
    assertThat(verdicts(shop, "warned")).hasSizeLessThanOrEqualTo(MOST_WARNINGS);
    assertThat(
            shop.rows(
                "select distinct gate from operations.gate_results"
                    + " where kind = 'gate' and verdict = 'passed'"))
        .contains("rows", "revenue", "rejects", "freshness", "moves", "segments", "extracts");
    assertThat(
            shop.rows(
                """
                select finding from operations.gate_results
                where gate = 'rows' and subject = 'shop-orders' and night = '%s'
                """
                    .formatted(FIRST.plusDays(21))))
        .singleElement()
        .asString()
        .endsWith("not enough history yet (3 of 4 nights)");
  }

  private static void aFeedThatIsBroken(Shop shop, AStationaryShop stationary, LocalDate night) {
    var orders = stationary.week(night);
    stationary.deliver(night, orders.subList(0, orders.size() / 2));
    assertThatThrownBy(() -> shop.run(night.toString()))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.GATE_STOPPED))
        .hasMessageContaining("rows shop-orders");
    stationary.deliver(night, orders.stream().map(FalseAlarmsNightTest::doubled).toList());
    assertThatThrownBy(() -> shop.runAgain(night.toString()))
        .hasMessageContaining("revenue shop-orders")
        .hasMessageNotContaining("rows shop-orders");
    stationary.deliver(night, orders);
    assertThat(shop.runAgain(night.toString())).as("the corrected file").isPresent();
  }

  /** Everybody orders, so that nobody is left among those who have not bought for long. */
  private static void segmentsThatAreEmptied(
      Shop shop, AStationaryShop stationary, LocalDate night) {
    var orders = new ArrayList<>(stationary.week(night));
    IntStream.range(0, AStationaryShop.CUSTOMERS)
        .forEach(
            i -> orders.add("X%d,%s 10:00:00,C%05d,P,1,20.00,completed".formatted(i, night, i)));
    stationary.deliver(night, orders);
    assertThatThrownBy(() -> shop.run(night.toString())).hasMessageContaining("segments ");
  }

  private static String doubled(String line) {
    var cells = line.split(",");
    cells[4] = "2";
    return String.join(",", cells);
  }

  private static List<String> verdicts(Shop shop, String verdict) {
    return shop.rows(
        "select night, gate, subject, finding from operations.gate_results where verdict = '%s'"
            .formatted(verdict));
  }
}
