package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineParserNumberTest {
  private static final ASource ORDERS = ASource.ofOrders();
  private static final ASource GERMAN =
      ORDERS.with("numbers.decimal", ",").with("numbers.thousands", ".");

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
  void decimalsAreRead(String text, String plain) {
    assertThat(ALine.of(ORDERS).with("unit-price", text).value("unit-price"))
        .isInstanceOfSatisfying(
            BigDecimal.class, number -> assertThat(number.toPlainString()).isEqualTo(plain));
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
        "0e999999",
        "100000000000000000000",
        "0.000000000000000000001",
      })
  void decimalsOutOfRangeAreRejects(String text) {
    assertThat(ALine.of(ORDERS).with("quantity", text).fault())
        .isEqualTo("2|quantity|out-of-range");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two",
        "1,5",
        "1.000,00",
        "12,34",
        "50%",
        "5 apples",
        "5 pcs",
        "(5",
        "(-5)",
        "-5-",
        "5 5",
        "1 000",
        "0x10",
        "NaN",
        "Infinity",
        "1e99999999999",
        "--1"
      })
  void otherTextIsNoDecimal(String text) {
    assertThat(ALine.of(ORDERS).with("unit-price", text).fault())
        .isEqualTo("2|unit-price|not-a-decimal");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "€5; 5",
        "5.10 €; 5.10",
        "5 EUR; 5",
        "EUR 5.50; 5.50",
        "€5.00 EUR; 5.00",
        "12.50-; -12.50",
        "(12.50); -12.50",
        "-€12.50; -12.50",
        "€-12.50; -12.50",
        "(€12.50); -12.50",
        "\u2212 5; -5",
      })
  void currencySignsMinusesAndBracketsAreRead(String text, String plain) {
    assertThat(price(ORDERS, text)).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"£5", "5 USD", "$5", "kr 5"})
  void theSignOfAnotherCurrencyIsNeverIgnored(String text) {
    assertThat(ALine.of(ORDERS).with("unit-price", text).fault())
        .isEqualTo("2|unit-price|other-currency");
    var named = ORDERS.column("currency", "currency");
    assertThat(ALine.of(named).with("unit-price", "5 €").fault()).isNull();
    assertThat(ALine.of(named).with("unit-price", text).fault())
        .isEqualTo("2|unit-price|other-currency");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2 pcs", "2 PCS.", "2x", "x 2", "2 Stück", "2"})
  void wordsForPiecesAreNoPartOfAQuantity(String text) {
    assertThat(String.valueOf(ALine.of(ORDERS).with("quantity", text).value("quantity")))
        .isEqualTo("2");
    assertThat(ALine.of(ORDERS).with("quantity", "2 dozen").fault())
        .isEqualTo("2|quantity|not-a-decimal");
  }

  @ParameterizedTest
  @CsvSource({
    "' ', 1\u00a0234\u00a0567.5, 1234567.5",
    "' ', 1\u202f234.5, 1234.5",
    "' ', 1 234.5, 1234.5",
    "'''', 1\u2019234.5, 1234.5",
    "',', '12,34,567.5', 1234567.5"
  })
  void theMarksOfSpreadsheetsAreOfOneKind(String thousands, String text, String plain) {
    assertThat(price(ORDERS.with("numbers.thousands", thousands), text)).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12,34", "1,23,45", "1234,567", "1,2345", "1,,234"})
  void groupsOfOtherThanThreeDigitsAreNotNumbers(String text) {
    assertThat(ALine.of(ORDERS.with("numbers.thousands", ",")).with("unit-price", text).fault())
        .isEqualTo("2|unit-price|not-a-decimal");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1.234,56; 1234.56",
        "-1.234.567,8; -1234567.8",
        "+12.345; 12345",
        "1,50; 1.50",
        "1234,5; 1234.5",
        ",5; 0.5",
        "0; 0",
        "12.345.678.901.234.567.890,5; 12345678901234567890.5",
      })
  void decimalCommasAndThousandsAreRead(String text, String plain) {
    assertThat(ALine.of(GERMAN).with("unit-price", text).value("unit-price"))
        .isInstanceOfSatisfying(
            BigDecimal.class, number -> assertThat(number.toPlainString()).isEqualTo(plain));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.50",
        "1.5",
        "12.34",
        ".500",
        "1.2345",
        "1234.567",
        "1..234",
        "1.234.",
        "1,234.56",
        "1,234,56",
        "1,5.000",
        "1 234,56",
        "-.5",
        "-",
      })
  void aGroupOfOtherThanThreeDigitsIsAMisreadDecimalMark(String text) {
    assertThat(ALine.of(GERMAN).with("unit-price", text).fault())
        .isEqualTo("2|unit-price|not-a-decimal");
  }

  @Test
  void eachSourceHasItsOwnMarks() {
    assertThat(price(ORDERS.with("numbers.thousands", ","), "1,234.56")).isEqualTo("1234.56");
    assertThat(price(ORDERS.with("numbers.thousands", "'"), "1'234.56")).isEqualTo("1234.56");
    var french = ORDERS.with("numbers.decimal", ",").with("numbers.thousands", "\u00a0");
    assertThat(price(french, "1\u00a0234,56")).isEqualTo("1234.56");
    var commas = ORDERS.with("numbers.decimal", ",");
    assertThat(price(commas, "1234,56")).isEqualTo("1234.56");
    assertThat(ALine.of(commas).with("unit-price", "1.234").fault())
        .isEqualTo("2|unit-price|not-a-decimal");
  }

  private static String price(ASource source, String text) {
    return String.valueOf(ALine.of(source).with("unit-price", text).value("unit-price"));
  }
}
