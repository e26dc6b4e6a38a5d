package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.formats.BadFile;
import dev.nightjar.formats.Row;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that come from elsewhere than one column. */
class LineParserFieldsTest {
  private static final ASource ORDERS = ASource.ofOrders();
  private static final ASource DAY_AND_TIME =
      ORDERS.column("ordered-at", "Tag", "Zeit").dates("dd.MM.yyyy HH:mm");

  @Test
  void constantsAreValuesOfEveryLine() {
    var line =
        ALine.of(
            ORDERS
                .constant("quantity", "1")
                .constant("country", "DE")
                .constant("ordered-at", "2025-01-31 00:00:00"));
    assertThat(line.value("quantity")).isEqualTo(BigDecimal.ONE);
    assertThat(line.value("country")).isEqualTo("DE");
    assertThat(line.value("ordered-at")).isEqualTo(LocalDateTime.parse("2025-01-31T00:00"));
    assertThat(line.value("unit-price")).isEqualTo(new BigDecimal("9.95"));
  }

  @ParameterizedTest
  @CsvSource({"quantity, one, not-a-decimal", "ordered-at, today, not-a-time"})
  void aConstantThatIsNoValueNamesItself(String field, String text, String code) {
    assertThatThrownBy(() -> ALine.of(ORDERS.constant(field, text)))
        .isInstanceOf(BadFile.class)
        .hasMessage("the source's constant %s: %s".formatted(field, code));
  }

  @Test
  void aDateAndATimeInTwoColumnsAreJoinedByABlank() {
    var line = ALine.of(DAY_AND_TIME);
    assertThat(line.with("ordered-at", " 31.01.2025 ", " 22:41 ").value("ordered-at"))
        .isEqualTo(LocalDateTime.parse("2025-01-31T22:41"));
    assertThat(line.with("ordered-at", "31.01.2025", "").fault()).isEqualTo("2|Tag|not-a-time");
    assertThat(line.with("ordered-at", "", "22:41").fault()).isEqualTo("2|Tag|not-a-time");
    assertThat(line.with("ordered-at", " ", "").fault()).isEqualTo("2|Tag|empty");
  }

  @Test
  void bothColumnsOfADateAndTimeMustBeThere() {
    assertThatThrownBy(
            () ->
                new LineParser(
                    DAY_AND_TIME.source(), List.of("order", "Tag"), ALine.business("UTC")))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("Zeit");
  }

  @Test
  void aCurrencyThatIsNotTheBusinesssAndHasNoRatesIsAReject() {
    var line = ALine.of(ORDERS.column("currency", "Waehrung"));
    assertThat(line.fault()).isNull();
    assertThat(line.with("currency", " eur ").fault()).isNull();
    assertThat(line.with("currency", "USD").fault()).isEqualTo("2|Waehrung|other-currency");
    assertThat(line.with("currency", "").fault()).isEqualTo("2|Waehrung|empty");
    assertThat(line.with("currency", "EUR").value("country")).as("has no column").isNull();
  }

  @Test
  void attributesAreTheFilledOnesByTheirNames() {
    var line = ALine.of(ORDERS.attribute("channel", "Kanal").attribute("paid-by", "Zahlung"));
    assertThat(line.value("attributes")).isNull();
    assertThat(line.cell("Zahlung", " Rechnung \"30\" ").value("attributes"))
        .isEqualTo(JSONB.jsonb("{\"paid-by\":\"Rechnung \\\"30\\\"\"}"));
    assertThat(line.cell("Kanal", "Läden").value("attributes"))
        .isEqualTo(JSONB.jsonb("{\"channel\":\"Läden\",\"paid-by\":\"Rechnung \\\"30\\\"\"}"));
    assertThat(line.cell("Kanal", "\0").fault()).isEqualTo("2|Kanal|nul-character");
    assertThat(line.cell("Kanal", "x".repeat(1001)).fault()).isEqualTo("2|Kanal|too-long");
    assertThat(line.cell("Kanal", " ").cell("Zahlung", "").value("attributes")).isNull();
  }

  @Test
  void attributesThatLookAlikeAreDistinguished() {
    var line = ALine.of(ORDERS.attribute("a", "A").attribute("b", "B"));
    assertThat(line.cell("A", "1").cell("B", "2").value("attributes"))
        .isEqualTo(JSONB.jsonb("{\"a\":\"1\",\"b\":\"2\"}"));
    assertThat(line.cell("A", "1, b=2").cell("B", "").value("attributes"))
        .isEqualTo(JSONB.jsonb("{\"a\":\"1, b=2\"}"));
  }

  @Test
  void consentsAreThoseGivenByTheirPurposes() {
    var line =
        ALine.of(
            ASource.ofCustomers()
                .column("consent-advertising", "ads")
                .column("consent-email", "news"));
    assertThat(line.value("consents")).isNull();
    assertThat(line.cell("ads", " no ").value("consents"))
        .isEqualTo(JSONB.jsonb("{\"advertising\":false}"));
    assertThat(line.cell("news", "Yes").value("consents"))
        .isEqualTo(JSONB.jsonb("{\"advertising\":false,\"email\":true}"));
    assertThat(line.cell("news", "perhaps").fault()).isEqualTo("2|news|not-a-boolean");
  }

  @Test
  void aColumnOfAFieldMayBeAnAttributeToo() {
    var line = ALine.of(ORDERS.attribute("state", "status"));
    assertThat(line.with("status", "sent").value("status")).isEqualTo("sent");
    assertThat(line.value("attributes")).isEqualTo(JSONB.jsonb("{\"state\":\"sent\"}"));
  }

  @Test
  void aTotalNeedsNoOrderNumber() {
    var totals = ASource.ofTotals();
    assertThat(ALine.of(totals).with("order", "").value("order")).isNull();
    assertThat(ALine.of(totals.without("order")).value("total")).isEqualTo(new BigDecimal("19.90"));
    assertThat(ALine.of(totals).with("total", "").fault()).isEqualTo("2|total|empty");
    assertThat(ALine.of(totals).with("total", "-5").value("total")).isEqualTo(new BigDecimal("-5"));
  }

  @Test
  void aSuppressionNeedsOneIdentifierOfThree() {
    var line = ALine.of(ASource.ofSuppressions());
    assertThat(line.with("customer", "").fault()).isEqualTo("2||empty");
    assertThat(line.with("phone", "0123").fault()).isNull();
    assertThat(line.with("phone", " ").with("email", "a@b.example").fault()).isNull();
    assertThat(line.with("email", "").with("customer", "C7").fault()).isNull();
  }

  @Test
  void aRowThatCannotBeReadIsARejectForItsReason() {
    var parser = new LineParser(ORDERS.source(), ORDERS.header(), ALine.business("UTC"));
    var row = new Row(5, new String[] {"[]"}, Row.Fault.NOT_A_JSON_OBJECT);
    var reject = parser.parse(row, new @Nullable Object[parser.targets().size()]);
    assertThat(reject).isNotNull().extracting(ALine::fault).isEqualTo("5||not-a-json-object");
  }

  @Test
  void aRejectKeepsTheCellsAsTheyCame() {
    var line = ALine.of(ORDERS).with("customer", " Ann ").with("quantity", "two");
    assertThat(line.reject()).isNotNull();
    assertThat(line.reject().cells())
        .containsExactly("A1", " Ann ", "2025-01-31 14:15:16", "", "two", "9.95", "", "");
  }

  @Test
  void noValueOfALineStaysForTheNext() {
    var parser = new LineParser(ORDERS.source(), ORDERS.header(), ALine.business("UTC"));
    var same = "2025-01-31 14:15:16";
    var values = new @Nullable Object[8];
    assertThat(parser.parse(row("A", "C", same, "P", "1", "2", "s", "GB"), values)).isNull();
    assertThat(parser.parse(row("B", "", same, "", "no", "2", "", "DE"), values)).isNotNull();
    assertThat(parser.parse(row("B", "", same, "", "3", "2", "", ""), values)).isNull();
    var time = LocalDateTime.parse("2025-01-31T14:15:16");
    assertThat(values)
        .containsExactly(
            "B", null, time, null, new BigDecimal("3"), new BigDecimal("2"), null, null);
  }

  private static Row row(String... cells) {
    return new Row(2, cells);
  }
}
