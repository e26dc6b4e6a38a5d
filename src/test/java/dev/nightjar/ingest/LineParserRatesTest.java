package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.formats.Row;
import dev.nightjar.home.BusinessSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts in other currencies than the business's, which is the euro. */
class LineParserRatesTest {
  private static final BusinessSettings BUSINESS = business("UTC");
  private static final ASource ORDERS = ASource.ofOrders().column("currency", "Waehrung");

  @ParameterizedTest
  @CsvSource({
    "2024-01-01 00:00:00, 8.65",
    "2024-12-31 23:59:59, 8.65",
    "2025-01-01 00:00:00, 8.32",
    "2025-06-30 12:00:00, 8.32",
    "2025-07-01 12:00:00, 9.01",
    "2031-01-01 12:00:00, 9.01",
  })
  void anAmountIsConvertedByTheLatestRateOfItsDay(String time, String price) {
    var line = ALine.of(ORDERS, BUSINESS).with("currency", "USD").with("ordered-at", time);
    assertThat((BigDecimal) line.with("unit-price", "10").value("unit-price"))
        .isEqualByComparingTo(price);
    assertThat(line.value("quantity")).isEqualTo(new BigDecimal("2"));
  }

  @Test
  void nothingIsRounded() {
    var line = ALine.of(ORDERS, BUSINESS).with("currency", "CHF");
    assertThat(line.with("unit-price", "0.12345678901234567890").value("unit-price"))
        .isEqualTo(
            new BigDecimal("0.12345678901234567890").multiply(new BigDecimal("1.00000000000001")));
  }

  @Test
  void theDayIsThatOfTheBusiness() {
    var line =
        ALine.of(ORDERS.zone("America/New_York"), business("Europe/Berlin"))
            .with("currency", " usd ")
            .with("unit-price", "10");
    assertThat((BigDecimal) line.with("ordered-at", "2024-12-31 17:59:59").value("unit-price"))
        .isEqualByComparingTo("8.65");
    assertThat((BigDecimal) line.with("ordered-at", "2024-12-31 18:00:00").value("unit-price"))
        .isEqualByComparingTo("8.32");
  }

  @Test
  void aDayBeforeTheFirstRateIsARejectAndACurrencyWithoutRatesIsAnother() {
    var line = ALine.of(ORDERS, BUSINESS).with("ordered-at", "2023-12-31 23:59:59");
    assertThat(line.fault()).isNull();
    assertThat(line.with("currency", "USD").fault()).isEqualTo("2|Waehrung|no-rate");
    assertThat(line.with("currency", "GBP").fault()).isEqualTo("2|Waehrung|other-currency");
    assertThat(line.with("currency", "").fault()).isEqualTo("2|Waehrung|empty");
  }

  @Test
  void aSourceMayBeInAnotherCurrencyAsAWhole() {
    var amount = new BigDecimal("8.278400");
    var declared = ASource.ofOrders().with("currency", "USD");
    assertThat(ALine.of(declared, BUSINESS).value("unit-price")).isEqualTo(amount);
    var constant = ASource.ofOrders().constant("currency", "usd");
    assertThat(ALine.of(constant, BUSINESS).value("unit-price")).isEqualTo(amount);
    assertThat(ALine.of(declared, BUSINESS).with("ordered-at", "2023-12-31 00:00:00").fault())
        .isEqualTo("2||no-rate");
    assertThat(ALine.of(ASource.ofTotals().with("currency", "USD"), BUSINESS).value("total"))
        .isEqualTo(new BigDecimal("16.556800"));
  }

  @Test
  void theCurrencyOfTheLineWinsOverThatOfTheSource() {
    var line = ALine.of(ORDERS.with("currency", "USD"), BUSINESS);
    assertThat(line.value("unit-price")).isEqualTo(new BigDecimal("9.95"));
  }

  @Test
  void theSameTextsInTheNextLineAreConvertedOnceEach() {
    var source = ASource.ofTotals().without("order").without("status").without("country");
    var parser =
        new LineParser(
            source.column("currency", "currency").source(),
            List.of("customer", "ordered-at", "total", "currency"),
            BUSINESS);
    var cells = new String[] {"A", "2025-01-31 12:00:00", "10", "USD"};
    var own = new String[] {"A", cells[1], cells[2], "EUR"};
    var values = new @Nullable Object[3];
    for (var each : List.of(cells, cells, own, cells)) {
      assertThat(parser.parse(new Row(2, each), values)).isNull();
      assertThat((BigDecimal) values[2]).isEqualByComparingTo(each == own ? "10" : "8.32");
    }
  }

  private static BusinessSettings business(String zone) {
    return new BusinessSettings(
        ZoneId.of(zone),
        Currency.getInstance("EUR"),
        Map.of(
            "USD",
            List.of(
                rate("2025-01-01", "0.8320"),
                rate("2024-01-01", "0.8650"),
                rate("2025-07-01", "0.901")),
            "CHF",
            List.of(rate("2024-01-01", "1.00000000000001"))),
        null,
        null);
  }

  private static BusinessSettings.Rate rate(String from, String rate) {
    return new BusinessSettings.Rate(LocalDate.parse(from), new BigDecimal(rate));
  }
}
