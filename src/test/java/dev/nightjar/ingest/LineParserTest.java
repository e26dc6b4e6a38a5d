package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
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
    var values = new @Nullable String[7];
    var cells = List.of(" A1 ", "C7", "2025-01-31 14:15:16", "", "-2", "1.50", "returned");
    assertThat(parser.parse(2, cells, values)).isNull();
    assertThat(values)
        .containsExactly("A1", "C7", "2025-01-31T14:15:16", null, "-2", "1.50", "returned");
  }

  @Test
  void fieldsAreThoseOfTheMappingInTheOrderOfTheFeed() {
    var source = ORDERS.without("status").without("product");
    var header =
        List.of("unit-price", "quantity", "x", "country", "customer", "ordered-at", "order");
    assertThat(new LineParser(source.source(), header, ZoneOffset.UTC).fields())
        .extracting(FeedField::name)
        .containsExactly("order", "customer", "ordered-at", "quantity", "unit-price", "country");
  }

  @Test
  void columnsAreFoundByNameAndOthersAreLeftOut() {
    var source = CUSTOMERS.without("updated-at").without("consent").without("opted-out");
    for (var field : List.of("first-name", "last-name", "phone", "country", "city")) {
      source = source.without(field);
    }
    var parser = parser(source.column("email", "E-Mail"), "note", "E-Mail", "customer");
    var values = new @Nullable String[2];
    assertThat(parser.parse(2, List.of("nice", "a@b.example", "C7"), values)).isNull();
    assertThat(values).containsExactly("C7", "a@b.example");
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
              assertThat(bad.rejects()).isEmpty();
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
    var parser = parser(ORDERS, ORDERS.columns().values().toArray(String[]::new));
    var cells = Collections.nCopies(columns, "1");
    assertThat(parser.parse(17, cells, new @Nullable String[8]))
        .isEqualTo(new Reject(17, null, columns + " columns instead of 8"));
  }

  @Test
  void theRejectNamesLineAndColumnOfTheFile() {
    var line = ALine.of(ORDERS.column("quantity", "Menge")).with("quantity", "two");
    assertThat(line.reject()).isEqualTo(new Reject(2, "Menge", "is not a decimal"));
  }

  @ParameterizedTest
  @CsvSource({"order", "ordered-at", "quantity", "unit-price"})
  void aBlankWhereAValueIsRequiredIsAReject(String field) {
    assertThat(ALine.of(ORDERS).with(field, "").reject())
        .isEqualTo(new Reject(2, field, "is empty"));
    assertThat(ALine.of(ORDERS).with(field, " \t\u2003").reject())
        .isEqualTo(new Reject(2, field, "is empty"));
  }

  @ParameterizedTest
  @CsvSource({"customer", "product", "status", "country"})
  void aBlankWhereNoneIsRequiredIsNoValue(String field) {
    assertThat(ALine.of(ORDERS).with(field, "").value(field)).isNull();
    assertThat(ALine.of(ORDERS).with(field, " \t ").value(field)).isNull();
  }

  @Test
  void aCustomerWithoutKeyIsARejectInTheCustomerFeedOnly() {
    assertThat(ALine.of(CUSTOMERS).with("customer", "").reject())
        .isEqualTo(new Reject(2, "customer", "is empty"));
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
    assertThat(ALine.of(CUSTOMERS).with("city", longest + "x").reject())
        .isEqualTo(new Reject(2, "city", "is longer than 1000 characters"));
    assertThat(ALine.of(ORDERS).with("quantity", "1".repeat(1001)).reject())
        .isEqualTo(new Reject(2, "quantity", "is longer than 1000 characters"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "a\0b", "\0A1", "A1\0"})
  void textWithANulCharacterIsAReject(String text) {
    assertThat(ALine.of(ORDERS).with("order", text).reject())
        .isEqualTo(new Reject(2, "order", "has a NUL character"));
  }

  @ParameterizedTest
  @CsvSource({"true", "TRUE", "Yes", "y", "1"})
  void booleansInManySpellingsAreTrue(String text) {
    assertThat(ALine.of(CUSTOMERS).with("consent", text).value("consent")).isEqualTo("true");
  }

  @ParameterizedTest
  @CsvSource({"false", "False", "NO", "n", "0"})
  void booleansInManySpellingsAreFalse(String text) {
    assertThat(ALine.of(CUSTOMERS).with("opted-out", text).value("opted-out")).isEqualTo("false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"maybe", "2", "-1", "ja", "t", "truefalse", "1.0"})
  void otherWordsAreNoBooleans(String text) {
    assertThat(ALine.of(CUSTOMERS).with("consent", text).reject())
        .isEqualTo(new Reject(2, "consent", "is not a boolean"));
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
    assertThat(reject.reason()).doesNotContain(text.substring(0, 6));
    assertThat(reject.reason())
        .matches(
            "is not a (time|decimal|boolean)|is longer than 1000 characters|has a NUL character");
  }

  private static LineParser parser(ASource source, String... header) {
    return new LineParser(source.source(), List.of(header), ZoneOffset.UTC);
  }
}
