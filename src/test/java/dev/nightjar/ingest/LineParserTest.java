package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.formats.BadFile;
import dev.nightjar.formats.Row;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineParserTest {
  private static final ASource ORDERS = ASource.ofOrders();
  private static final ASource CUSTOMERS = ASource.ofCustomers();

  @Test
  void aGoodLineBecomesTypedValues() {
    var parser =
        parser(
            ORDERS.without("country"),
            "order",
            "customer",
            "ordered-at",
            "product",
            "quantity",
            "unit-price",
            "status");
    var values = new @Nullable Object[7];
    var row = row(" A1 ", "C7", "2025-01-31 14:15:16", "", "-2", "1.50", "returned");
    assertThat(parser.parse(row, values)).isNull();
    assertThat(values)
        .containsExactly(
            "A1",
            "C7",
            LocalDateTime.parse("2025-01-31T14:15:16"),
            null,
            new BigDecimal("-2"),
            new BigDecimal("1.50"),
            "returned");
  }

  @Test
  void targetsAreThoseOfTheMappingInTheOrderOfTheFeed() {
    var source = ORDERS.without("status").without("product");
    var header =
        List.of("unit-price", "quantity", "x", "country", "customer", "ordered-at", "order");
    assertThat(new LineParser(source.source(), header, ALine.business("UTC")).targets())
        .containsExactly(
            "order_number", "customer_key", "ordered_at", "quantity", "unit_price", "country");
  }

  @Test
  void columnsAreFoundByNameAndOthersAreLeftOut() {
    var source = CUSTOMERS.without("updated-at").without("consent").without("opted-out");
    var others =
        "first-name last-name phone country city state zip birth-date address address-2 gender";
    for (var field : others.split(" ")) {
      source = source.without(field);
    }
    var parser = parser(source.column("email", "E-Mail"), "note", "E-Mail", "customer");
    var values = new @Nullable Object[3];
    assertThat(parser.parse(row("nice", "A@b.example", "C7"), values)).isNull();
    assertThat(values).containsExactly("C7", "A@b.example", new String[] {"email:a@b.example"});
  }

  @Test
  void aHeaderWithoutMappedColumnsIsABadFileThatNamesThem() {
    var source = ORDERS.column("quantity", "Menge").column("unit-price", "Preis");
    assertThatThrownBy(
            () -> parser(source, "order", "customer", "ordered-at", "product", "status", "country"))
        .isInstanceOfSatisfying(
            BadFile.class,
            bad -> {
              assertThat(bad).hasMessage("the header has no column Menge, Preis");
              assertThat(bad.line()).isEqualTo(1);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Order", "order ", "\uFEFForder", "orders", ""})
  void columnNamesMustFitExactly(String name) {
    assertThatThrownBy(() -> parser(ORDERS.column("order", "order"), name, "customer"))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("order");
  }

  @ParameterizedTest
  @CsvSource({"0", "7", "9"})
  void aLineWithAnotherNumberOfColumnsIsAReject(int columns) {
    var parser = parser(ORDERS, ORDERS.header().toArray(String[]::new));
    var cells = Collections.nCopies(columns, "1").toArray(String[]::new);
    var reject = parser.parse(new Row(17, cells), new @Nullable Object[8]);
    assertThat(reject).isNotNull().extracting(ALine::fault).isEqualTo("17||column-count");
    assertThat(reject.cells()).isEqualTo(cells);
  }

  @Test
  void theRejectNamesLineAndColumnOfTheFile() {
    var line = ALine.of(ORDERS.column("quantity", "Menge")).with("quantity", "two");
    assertThat(line.fault()).isEqualTo("2|Menge|not-a-decimal");
  }

  @ParameterizedTest
  @CsvSource({"order", "ordered-at", "quantity", "unit-price"})
  void aBlankWhereAValueIsRequiredIsAReject(String field) {
    assertThat(ALine.of(ORDERS).with(field, "").fault()).isEqualTo("2|" + field + "|empty");
    assertThat(ALine.of(ORDERS).with(field, " \t\u2003").fault())
        .isEqualTo("2|" + field + "|empty");
  }

  @ParameterizedTest
  @CsvSource({"customer", "product", "status", "country"})
  void aBlankWhereNoneIsRequiredIsNoValue(String field) {
    assertThat(ALine.of(ORDERS).with(field, "").value(field)).isNull();
    assertThat(ALine.of(ORDERS).with(field, " \t ").value(field)).isNull();
  }

  @Test
  void aCustomerWithoutKeyIsARejectInTheCustomerFeedOnly() {
    assertThat(ALine.of(CUSTOMERS).with("customer", "").fault()).isEqualTo("2|customer|empty");
    assertThat(ALine.of(ORDERS).with("customer", "").reject()).isNull();
  }

  @Test
  void textKeepsItsInsideAndLosesItsBlanksAround() {
    assertThat(ALine.of(CUSTOMERS).with("city", " São  Paulo, \"SP\" ").value("city"))
        .isEqualTo("São  Paulo, \"SP\"");
    assertThat(ALine.of(CUSTOMERS).with("first-name", "李\n明").value("first-name"))
        .isEqualTo("李\n明");
  }

  @Test
  void textOfAThousandCharactersIsTheLongest() {
    var longest = "x".repeat(1000);
    assertThat(ALine.of(CUSTOMERS).with("city", longest).value("city")).isEqualTo(longest);
    assertThat(ALine.of(CUSTOMERS).with("city", longest + "x").fault())
        .isEqualTo("2|city|too-long");
    assertThat(ALine.of(ORDERS).with("quantity", "1".repeat(1001)).fault())
        .isEqualTo("2|quantity|too-long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "a\0b", "\0A1", "A1\0"})
  void textWithANulCharacterIsAReject(String text) {
    assertThat(ALine.of(ORDERS).with("order", text).fault()).isEqualTo("2|order|nul-character");
  }

  @ParameterizedTest
  @CsvSource({"true", "TRUE", "Yes", "y", "1"})
  void booleansInManySpellingsAreTrue(String text) {
    assertThat(ALine.of(CUSTOMERS).with("consent", text).value("consent")).isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource({"false", "False", "NO", "n", "0"})
  void booleansInManySpellingsAreFalse(String text) {
    assertThat(ALine.of(CUSTOMERS).with("opted-out", text).value("opted-out")).isEqualTo(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"maybe", "2", "-1", "ja", "t", "truefalse", "1.0"})
  void otherWordsAreNoBooleans(String text) {
    assertThat(ALine.of(CUSTOMERS).with("consent", text).fault())
        .isEqualTo("2|consent|not-a-boolean");
  }

  @Test
  void noReasonHoldsTheValue() {
    var nasty =
        List.of(
            "jane.doe@mail.example",
            "0e9999999999",
            "1e999999",
            "secret\0secret",
            "x'); drop table orders.orders; --",
            "=cmd|'/c calc'!A1",
            "geheim".repeat(200),
            "\u202Eevil%s%n{0}${x}");
    for (var text : nasty) {
      for (var field : List.of("updated-at", "consent")) {
        assertSilent(ALine.of(CUSTOMERS).with(field, text).reject(), text);
      }
      for (var field : List.of("ordered-at", "quantity", "unit-price")) {
        assertSilent(ALine.of(ORDERS).with(field, text).reject(), text);
      }
    }
  }

  private static void assertSilent(@Nullable Reject reject, String text) {
    assertThat(reject).as("the line with " + text).isNotNull();
    assertThat(ALine.fault(reject)).doesNotContain(text.substring(0, 6));
    assertThat(reject.reason().code())
        .matches("not-a-(time|decimal|boolean)|out-of-range|too-long|nul-character");
  }

  private static LineParser parser(ASource source, String... header) {
    return new LineParser(source.source(), List.of(header), ALine.business("UTC"));
  }

  private static Row row(String... cells) {
    return new Row(2, cells);
  }
}
