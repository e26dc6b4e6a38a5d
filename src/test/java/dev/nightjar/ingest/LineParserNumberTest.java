package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineParserNumberTest {
  private static final ASource ORDERS = ASource.ofOrders();

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "9.95, 9.95",
    "-3, -3",
    "+3, 3",
    "1.50, 1.50",
    ".5, 0.5",
    "5., 5",
    "007, 7",
    "1e3, 1000",
    "1E-2, 0.01",
    "0.10, 0.10",
    "99999999999999999999, 99999999999999999999",
    "-99999999999999999999, -99999999999999999999",
    "1e19, 10000000000000000000",
    "0.00000000000000000001, 0.00000000000000000001",
    "12345678901234567890.12345678901234567890, 12345678901234567890.12345678901234567890",
  })
  void decimalsAreWrittenPlain(String text, String plain) {
    assertThat(ALine.of(ORDERS).with("unit-price", text).value("unit-price")).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999",
        "1e20",
        "-1e20",
        "1e2147483646",
        "1e-21",
        "1e-999999",
        "1e99999999999",
        "0e999999",
        "100000000000000000000",
        "0.000000000000000000001",
      })
  void decimalsOutOfRangeAreRejects(String text) {
    assertThat(ALine.of(ORDERS).with("quantity", text).reject())
        .isEqualTo(new Reject(2, "quantity", "is not a decimal"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two",
        "1,5",
        "1.000,00",
        "£5",
        "5 EUR",
        "1 000",
        "0x10",
        "NaN",
        "Infinity",
        "--1"
      })
  void otherTextIsNoDecimal(String text) {
    assertThat(ALine.of(ORDERS).with("unit-price", text).reject())
        .isEqualTo(new Reject(2, "unit-price", "is not a decimal"));
  }
}
