package dev.nightjar.cli;

import static dev.nightjar.kit.NightjarProcess.json;
import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every thirty days six customers begin with a large order and eight with a small one; who began
 * large orders again, who began small does not. In one night in between, some are new for the
 * second time.
 */
@DatabaseTest
class PredictCommandTest {
  private static final String[] ASKED = {
    "predict", "--horizon", "P30D", "--new", "P20D", "--neighbours", "6"
  };

  @Test
  void newCustomersBecomeWhatThoseLikeThemBecame(Shop shop) throws Exception {
    assertThat(nightjar(shop, ASKED).output()).contains("Nothing is published yet");
    night(shop, "2025-01-31", "A", "");
    assertTooShort(nightjar(shop, ASKED));
    night(shop, "2025-02-10", "D", "");
    night(shop, "2025-03-02", "B", "AD");
    var untested = nightjar(shop, ASKED);
    assertThat(untested.exitCode()).as(untested.output()).isZero();
    assertThat(untested.output())
        .contains("14 customers are new on 2025-03-02 (first order within P20D)")
        .contains(
            "Based on 14 customers that were as new on 2025-01-31, and whose segment P30D later is known")
        .contains("No back-test: on 2025-01-31, no later segment was known yet");
    night(shop, "2025-04-01", "C", "B");

    var large = segment(shop, "BL1");
    var small = segment(shop, "BS1");
    assertThat(large).isNotEqualTo(small);
    var forecast = json(nightjar(shop, with("--json"))).get("forecast");
    assertThat(forecast.get("known").asInt()).isEqualTo(42);
    assertThat(texts(forecast.get("knownIn")))
        .containsExactly("2025-03-02", "2025-02-10", "2025-01-31");
    assertThat(forecast.get("guesses")).hasSize(14);
    for (var guess : forecast.get("guesses")) {
      boolean isLarge = guess.get("customerKey").asString().startsWith("CL");
      assertThat(guess.get("segment").asString()).isEqualTo(isLarge ? large : small);
      assertThat(guess.get("votes").asInt()).isLessThanOrEqualTo(guess.get("neighbours").asInt());
      assertThat(guess.get("neighbours").asInt()).isGreaterThanOrEqualTo(6);
    }
    assertBackTest(forecast.get("backTest"), small);
    assertThat(nightjar(shop, ASKED).output())
        .containsPattern(large + " +6 +42.9% +100%")
        .containsPattern("CL1 .* " + large + " .* of ")
        .contains("of 14 new customers, the neighbours predict 14 correctly (100.0%); ")
        .contains(small + " for all is correct for 8 (57.1%), and the segment of that night for ")
        .contains("The neighbours predict 6 more correctly than the most frequent segment");
    assertThat(nightjar(shop, "predict").exitCode()).isEqualTo(6);
    assertThat(nightjar(shop, "predict", "--horizon", "-P30D").exitCode()).isEqualTo(2);
  }

  private static void assertTooShort(NightjarProcess.Result result) {
    assertThat(result.exitCode()).isEqualTo(6);
    assertThat(result.output())
        .contains("History is too short to predict from", "2025-01-01 or earlier", "Next: ");
  }

  private static void assertBackTest(JsonNode test, String small) {
    assertThat(test.get("night").asString()).isEqualTo("2025-03-02");
    assertThat(test.get("known").asInt()).isEqualTo(14);
    assertThat(test.get("customers").asInt()).isEqualTo(14);
    assertThat(test.get("right").asInt()).isEqualTo(14);
    assertThat(test.get("majority").asString()).isEqualTo(small);
    assertThat(test.get("majorityRight").asInt()).isEqualTo(8);
  }

  /** A crowd begins, and of others, who began large orders again. */
  private static void night(Shop shop, String date, String begins, String again) {
    var orders = new ArrayList<String>();
    for (int i = 1; i <= 20; i++) {
      if (again.isEmpty()) {
        orders.add("O%d %d days ago %d.00 order O%d".formatted(i, 40 + 10 * i, 20 + i, i));
      }
    }
    for (int i = 1; i <= 6; i++) {
      orders.add("%sL%d 3 days ago 50%d.00 order %sL%d".formatted(begins, i, i, begins, i));
      for (var crowd : again.isEmpty() ? new String[0] : again.split("")) {
        orders.add("%sL%d 2 days ago 600.00 order %sL%dX".formatted(crowd, i, crowd, i));
      }
    }
    for (int i = 1; i <= 8; i++) {
      orders.add("%sS%d 3 days ago 12.00 order %sS%d".formatted(begins, i, begins, i));
    }
    ANight.in(shop, date).withOrders(orders.toArray(String[]::new)).run();
  }

  private static String segment(Shop shop, String customer) {
    return shop.rows(
            "select segment from segments.memberships where valid_to is null and customer_key = '%s'"
                .formatted(customer))
        .get(0);
  }

  private static String[] with(String option) {
    var all = new ArrayList<>(List.of(ASKED));
    all.add(option);
    return all.toArray(String[]::new);
  }

  private static List<String> texts(JsonNode array) {
    return IntStream.range(0, array.size()).mapToObj(i -> array.get(i).asString()).toList();
  }
}
