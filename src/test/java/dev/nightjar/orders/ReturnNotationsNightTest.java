package dev.nightjar.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A return has the number of its order, or one of its own, and counts alike. */
@DatabaseTest
class ReturnNotationsNightTest {
  private static final String NIGHT = "2025-01-31";

  /** The same purchases and returns, of A under the order's number, of B under their own. */
  @Test
  void bothWaysToWriteAReturnGiveOneValueInEveryNight(Shop shop) {
    var random = new Random(19);
    var lines = new ArrayList<String>();
    for (int order = 1; order <= 40; order++) {
      int bought = 30 + random.nextInt(700);
      int value = 10 + random.nextInt(90);
      int sentBack = random.nextInt(bought);
      for (var customer : List.of("A", "B")) {
        lines.add(line(customer + order, bought, customer, value, "completed"));
        var number = (customer.equals("A") ? "A" : "R") + order;
        lines.add(line(number, sentBack, customer, -1 - random(order, value), "returned"));
      }
    }
    lines.add(0, ANight.header());
    shop.upTo("segments").deliver("orders-1.csv", lines.toArray(String[]::new));
    for (var night : List.of("2024-06-30", NIGHT, "2025-02-01", "2025-06-30", "2026-01-31")) {
      shop.run(night);
      assertThat(
              shop.rows(
                  "select count(distinct (orders_count, net_value)), count(*) from rfm.scores"))
          .as(night)
          .containsExactly("1|2");
      assertThat(shop.differences(night)).as(night).isEmpty();
    }
  }

  /** Less than the value, and the same for both customers. */
  private static int random(int order, int value) {
    return new Random(order).nextInt(value - 1);
  }

  private static String line(String order, int daysAgo, String customer, int value, String status) {
    return "%s,%s 12:00:00,%s,P,%d,%d,%s"
        .formatted(
            order,
            LocalDate.parse(NIGHT).minusDays(daysAgo),
            customer,
            Integer.signum(value),
            Math.abs(value),
            status);
  }
}
