package dev.nightjar.cli;

import static dev.nightjar.kit.NightjarProcess.json;
import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

@DatabaseTest
class ForecastCommandTest {
  @Test
  void forecastsAndTheirBackTestAreShown(Shop shop) throws Exception {
    assertThat(nightjar(shop, "forecast").exitCode()).isEqualTo(6);
    ANight.in(shop, "2025-01-30").withOrders("C1 3 days ago 5.00").run();
    assertThat(nightjar(shop, "forecast").output())
        .contains(
            "Forecast of 2025-01-30 for 1 customer with an order",
            "No forecast: 0 customers have orders on several days, and forecast.min-repeat-buyers is 100");
    assertThat(nightjar(shop, "explain", "C1").output()).doesNotContain("Forecast");

    shop.with("forecast.min-repeat-buyers=20");
    ANight.in(shop, "2025-01-31").withOrders(orders()).run();
    var shown = nightjar(shop, "forecast");
    assertThat(shown.exitCode()).as(shown.output()).isZero();
    assertThat(shown.output())
        .contains("Forecast of 2025-01-31", "Champions", "BG/NBD r ", "Gamma-gamma p ");
    var json = json(nightjar(shop, "forecast", "--json"));
    assertThat(json.get("purchases").get("alpha").asDouble()).isPositive();
    assertThat(json.get("segments").get(0).get("orders365").asDouble()).isPositive();
    assertThat(nightjar(shop, "explain", "C1").output())
        .containsPattern("Forecast \\d+% still buying; \\d.* orders worth .* in 365 days");

    var test = nightjar(shop, "forecast", "--backtest", "--days", "90");
    assertThat(test.exitCode()).as(test.output()).isZero();
    assertThat(test.output())
        .contains("Forecast as of 2024-11-02, compared with what was bought up to 2025-01-31")
        .containsPattern("orders +\\d.* of the forecast; \\d.* if the time before repeats");
    assertThat(
            json(nightjar(shop, "forecast", "--backtest", "--days", "90", "--json")).get("tenths"))
        .hasSize(10);
    var early = nightjar(shop, "forecast", "--backtest", "--days", "900");
    assertThat(early.exitCode()).isEqualTo(6);
    assertThat(early.output()).contains("No back-test on", "Next: nightjar forecast --backtest");
    assertThat(nightjar(shop, "forecast", "--days", "0").exitCode()).isEqualTo(2);
  }

  private static String[] orders() {
    var dice = new Random(3);
    var orders = new ArrayList<String>();
    for (int i = 0; i < 600; i++) {
      orders.add(
          "C%d %d days ago %d.00"
              .formatted(
                  1 + (int) (60 * dice.nextDouble() * dice.nextDouble()),
                  dice.nextInt(300),
                  5 + dice.nextInt(100)));
    }
    return orders.toArray(String[]::new);
  }
}
