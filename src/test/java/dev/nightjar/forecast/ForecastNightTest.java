package dev.nightjar.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.home.Failure;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import dev.nightjar.ports.ForecastBackTests;
import dev.nightjar.ports.ForecastBackTests.BackTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Forecasts of nights. */
@DatabaseTest
class ForecastNightTest {
  private static final String SUMMARY =
      "select summary from pipeline.stages where stage = 'forecast' order by night desc limit 1";

  @Test
  void aNightWithTooFewRepeatBuyersSaysSoAndGoesOn(Shop shop) {
    ANight.in(shop, "2025-01-31").withOrders("A 1 day ago 10.00", "A 9 days ago 20.00").run();
    assertThat(shop.rows(SUMMARY))
        .containsExactly(
            "no forecast; 1 customer has orders on several days, and forecast.min-repeat-buyers is 100");
    assertThat(shop.rows("select customers, repeat_buyers, r, p from forecast.nights"))
        .containsExactly("1|1||");
    assertThat(shop.rows("select * from published.customer_forecast")).isEmpty();
    assertThat(shop.rows("select customer_key from published.customer_segments"))
        .containsExactly("A");
    assertThatThrownBy(() -> backTest(shop, "2025-01-31", 5))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("forecast.min-repeat-buyers is 100")
        .hasMessageContaining("Next: nightjar forecast --backtest --days 2");
  }

  @Test
  void ordersOfOneDayAreOnePurchaseAndReturnsLowerTheValue(Shop shop) {
    withRandomOrders(shop, "2025-01-30", 80)
        .withOrders(
            "X 200 days ago 100.00 completed order X1",
            "X 50 days ago 30.00 completed order X2",
            "X 50 days ago 20.00 completed order X3",
            "X 10 days ago 60.00 completed order X4",
            "X 9 days ago -15.00 returned order X5",
            "Y 7 days ago 5.00",
            "Z 3 days ago -5.00")
        .run();
    assertThat(
            shop.rows(
                """
                select customer_key, repeat_days, night - first_ordered_on, night - last_ordered_on,
                  repeat_value
                from published.customer_forecast where customer_key in ('X', 'Y', 'Z') order by 1
                """))
        .containsExactly("X|2|200|10|95.00", "Y|0|7|7|0");
    assertThat(
            shop.rows(
                """
                select customer_key from published.customer_forecast
                where probability_alive not between 0 and 1 or expected_orders_365 < expected_orders_90
                  or expected_value_365 < expected_value_90 or expected_order_value <= 0
                """))
        .isEmpty();
    assertThat(
            shop.rows(
                "select probability_alive from published.customer_forecast where customer_key = 'Y'"))
        .containsExactly("1.000000");
  }

  @Test
  void anAudienceSelectsByForecast(Shop shop) {
    shop.with("audiences.declared.dear.select.forecast.value-365.at-least=100")
        .with("audiences.declared.dear.select.forecast.probability-alive.at-most=0.9")
        .with("audiences.declared.dear.consent=for-contacts");
    withRandomOrders(shop, "2025-01-30", 80).run();
    var selected = shop.rows("select customer_key from audiences.members order by 1");
    assertThat(selected)
        .isNotEmpty()
        .isEqualTo(
            shop.rows(
                """
                select customer_key from published.customer_forecast
                where expected_value_365 >= 100 and probability_alive <= 0.9 order by 1
                """));
  }

  @Test
  void twoNightsAreKeptAndTheLiveOneIsPublished(Shop shop) {
    withRandomOrders(shop, "2025-01-30", 60).run();
    for (var night : List.of("2025-01-31", "2025-02-01")) {
      ANight.in(shop, night).withOrders("C1 0 days ago 10.00").run();
    }
    assertThat(shop.rows("select distinct night from forecast.customers order by 1"))
        .containsExactly("2025-01-31", "2025-02-01");
    assertThat(shop.rows("select distinct night from published.customer_forecast"))
        .containsExactly("2025-02-01");
    assertThat(shop.rows("select count(*) from forecast.nights where r is not null"))
        .containsExactly("3");
    var forecast = shop.rows("select * from published.customer_forecast order by customer_key");
    shop.runAgain("2025-02-01");
    assertThat(shop.rows("select * from published.customer_forecast order by customer_key"))
        .isEqualTo(forecast);
  }

  @Test
  void anErasedCustomerIsGone(Shop shop) {
    shop.with("privacy.secret=0123456789abcdef0123456789abcdef");
    withRandomOrders(shop, "2025-01-30", 60).run();
    assertThat(shop.rows(OF_C7)).containsExactly("1");
    shop.erase("C7");
    assertThat(shop.rows(OF_C7)).containsExactly("0");
  }

  @Test
  void aBackTestAddsUpToTheOrdersOfBothPeriods(Shop shop) {
    withRandomOrders(shop, "2025-01-30", 80).run();
    var test = backTest(shop, "2025-01-30", 90);
    assertThat(test.on()).isEqualTo("2024-11-01");
    assertThat(test.tenths()).hasSize(10);
    var days =
        """
        select count(distinct (customer_key, ordered_on)) from orders.order_parts
        where is_order and ordered_on > date '2024-11-01' - %d and ordered_on <= date '2024-11-01' + %d
          and customer_key in (select customer_key from rfm.metrics where first_ordered_on <= '2024-11-01')
        """;
    assertThat(shop.rows(days.formatted(0, 90)))
        .containsExactly(sum(test.tenths().stream().map(each -> each.orders().actual()).toList()));
    assertThat(shop.rows(days.formatted(90, 0)))
        .containsExactly(sum(test.tenths().stream().map(each -> each.orders().before()).toList()));
    var expected = test.tenths().stream().map(each -> each.value().expected()).toList();
    assertThat(expected).isSortedAccordingTo((one, other) -> other.compareTo(one));
    assertThat(test.orderErrors().forecast()).isPositive();
  }

  private static final String OF_C7 =
      "select count(*) from forecast.customers where customer_key = 'C7'";

  private static String sum(List<BigDecimal> numbers) {
    return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add).toPlainString();
  }

  private static BackTest backTest(Shop shop, String night, int days) {
    return shop.open(
        context ->
            context
                .getBean(ForecastBackTests.class)
                .backTest(java.time.LocalDate.parse(night), days));
  }

  /** Customers with rates of their own, some of whom stop. */
  private static ANight withRandomOrders(Shop shop, String night, int customers) {
    shop.with("forecast.min-repeat-buyers=20");
    var dice = new Random(11);
    var orders = new ArrayList<String>();
    for (int customer = 1; customer <= customers; customer++) {
      double gap = 10 + 60 * dice.nextDouble();
      double value = 10 + 90 * dice.nextDouble();
      for (double day = 100 + dice.nextInt(300); day >= 0 && dice.nextInt(8) > 0; ) {
        orders.add(
            "C%d %d days ago %.2f"
                .formatted(customer, (int) day, value * (0.5 + dice.nextDouble())));
        day -= 1 - gap * Math.log(1 - dice.nextDouble());
      }
    }
    return ANight.in(shop, night).withOrders(orders.toArray(String[]::new));
  }
}
