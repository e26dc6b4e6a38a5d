package dev.nightjar.ports;

import dev.nightjar.home.Failure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Forecasts as of an earlier date, and compares the forecast with what was bought since. */
public interface ForecastBackTests {

  /**
   * Fits the models to the orders up to a date, and forecasts the days from then to the night.
   *
   * @param night whose orders are known
   * @param days before the night on which the forecast is made
   * @throws Failure {@link dev.nightjar.home.FailureCode#NIGHT_REFUSED} if no model fits
   */
  BackTest backTest(LocalDate night, int days);

  /**
   * A comparison. Errors are means per customer of the absolute difference from what was bought.
   *
   * @param on date of the forecast
   * @param until last day of the comparison
   * @param tenths tenths of the customers with an order up to the date, the highest expected value
   *     first
   * @param orderErrors in days with an order
   * @param valueErrors in the business currency
   */
  record BackTest(
      LocalDate on, LocalDate until, List<Tenth> tenths, Errors orderErrors, Errors valueErrors) {}

  /**
   * A tenth of the customers.
   *
   * @param orders days with an order
   * @param value value less returns, in the business currency
   */
  record Tenth(int tenth, long customers, Compared orders, Compared value) {}

  /**
   * Sums of the customers.
   *
   * @param expected the forecast
   * @param actual what was bought since
   * @param before what was bought in as many days up to the date of the forecast
   */
  record Compared(BigDecimal expected, BigDecimal actual, BigDecimal before) {}

  /**
   * Mean absolute errors per customer.
   *
   * @param forecast of the forecast
   * @param repeated of the assumption that the time before repeats
   */
  record Errors(BigDecimal forecast, BigDecimal repeated) {}
}
