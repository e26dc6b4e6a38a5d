package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The status of a line is judged before its amounts are required. */
class LeftOutLinesTest {
  private static final ASource ORDERS =
      ASource.ofOrders()
          .column("currency", "currency")
          .column("refunded", "refunded")
          .with("kept-statuses", "Shipped");

  @ParameterizedTest
  @CsvSource({
    "unit-price, ",
    "unit-price, n/a",
    "unit-price, $9",
    "quantity, ",
    "quantity, several",
    "refunded, none",
    "currency, ",
    "currency, USD"
  })
  void aLineThatIsLeftOutNeedsNoAmounts(String field, String text) {
    var line = ALine.of(ORDERS).with(field, text == null ? "" : text);
    assertThat(line.with("status", "Cancelled").fault()).isNull();
    assertThat(line.value("status")).isEqualTo("Cancelled");
    assertThat(line.value("unit-price")).isEqualTo(BigDecimal.ZERO);
    assertThat(line.with("status", "").fault()).isNull();
    assertThat(line.with("status", "Shipped").fault()).isNotNull();
  }

  @Test
  void anAmountThatCanBeReadIsKept() {
    var line = ALine.of(ORDERS).with("status", "Cancelled");
    assertThat(line.value("unit-price")).isEqualTo(new BigDecimal("9.95"));
  }

  @Test
  void anythingElseIsARejectAsBefore() {
    var line = ALine.of(ORDERS).with("status", "Cancelled");
    assertThat(line.with("ordered-at", "never").fault()).isEqualTo("2|ordered-at|not-a-time");
    assertThat(ALine.of(ORDERS).with("status", "Cancelled").with("order", "").fault())
        .isEqualTo("2|order|empty");
  }

  @Test
  void whereEveryStatusCountsAmountsAreRequired() {
    assertThat(
            ALine.of(ASource.ofOrders()).with("status", "Cancelled").with("unit-price", "").fault())
        .isEqualTo("2|unit-price|empty");
  }

  @Test
  void aLineWithAnUnreadableCurrencyDoesNotTakeThatOfTheLineBefore() {
    var line = ALine.of(ORDERS).with("status", "Shipped");
    assertThat(line.value("unit-price")).isEqualTo(new BigDecimal("9.95"));
    line.with("status", "Cancelled").with("currency", "USD");
    assertThat(line.value("unit-price")).isEqualTo(BigDecimal.ZERO);
  }
}
