package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {
  private static final ASource ORDERS = ASource.ofOrders();

  @ParameterizedTest
  @CsvSource({
    "orders-*.csv*, orders-2025-01-31.csv, true",
    "orders-*.csv*, orders-2025-01-31.csv.gz, true",
    "orders-*.csv*, orders-.csv, true",
    "orders-*.csv*, orders.csv, false",
    "orders-*.csv*, Orders-1.csv, false",
    "orders-*.csv*, old-orders-1.csv, false",
    "orders-*.csv*, orders-1.txt, false",
    "orders-?.csv, orders-12.csv, false",
    "'orders-{eu,us}.csv', orders-us.csv, true",
    "'orders-{eu,us}.csv', orders-uk.csv, false",
    "orders-[0-9].csv, orders-7.csv, true",
    "orders-[0-9].csv, orders-x.csv, false",
    "Bestellungen (alt).csv, Bestellungen (alt).csv, true",
    "orders.csv, ordersXcsv, false",
  })
  void patternsFitNames(String pattern, String name, boolean fits) {
    assertThat(ORDERS.files(pattern).source().fits(name)).isEqualTo(fits);
  }

  @Test
  void theSourceWithTheLongestPatternTakesTheFile() {
    var special = ORDERS.files("orders-web-*.csv").source();
    var general = ORDERS.files("orders-*.csv").source();
    assertThat(settings("web", special, "all", general).sourceOf("orders-web-1.csv"))
        .isEqualTo("web");
    assertThat(settings("all", general, "web", special).sourceOf("orders-web-1.csv"))
        .isEqualTo("web");
    assertThat(settings("web", special, "all", general).sourceOf("orders-shop-1.csv"))
        .isEqualTo("all");
  }

  @Test
  void aNameThatNoPatternFitsHasNoSource() {
    var settings = settings("a", ORDERS.files("a*").source(), "b", ORDERS.files("b*").source());
    assertThat(settings.sourceOf("readme.txt")).isNull();
  }

  @Test
  void aSourceWithAllColumnsHasNoProblem() {
    assertThat(ORDERS.source().problems()).isEmpty();
    assertThat(ASource.ofCustomers().source().problems()).isEmpty();
  }

  @Test
  void onlyFieldsThatMustBeMappedAreMissed() {
    var source = ORDERS.without("country").without("status").without("product");
    assertThat(source.source().problems()).isEmpty();
    assertThat(source.without("customer").without("quantity").source().problems())
        .containsExactly("columns.customer: is missing", "columns.quantity: is missing");
  }

  @Test
  void aFieldOfTheOtherFeedIsAProblem() {
    assertThat(ORDERS.column("email", "mail").source().problems())
        .containsExactly(
            "columns.email: is not a field of order-lines; there are: order, customer, ordered-at,"
                + " product, quantity, unit-price, refunded, line, currency, status, country,"
                + " updated-at");
  }

  @Test
  void aFieldIsFilledByColumnsOrByAConstantAndNotByBoth() {
    assertThat(ORDERS.constant("quantity", "1").source().problems()).isEmpty();
    assertThat(ORDERS.with("constants.quantity", "1").source().problems())
        .containsExactly("constants.quantity: has columns too");
    assertThat(ORDERS.with("constants.colour", "red").source().problems())
        .singleElement()
        .asString()
        .startsWith("constants.colour: is not a field of order-lines; there are: order, ");
  }

  @Test
  void theCurrencyIsGivenOnce() {
    var source = ORDERS.with("currency", "USD");
    assertThat(source.source().problems()).isEmpty();
    assertThat(source.constant("currency", "USD").source().problems())
        .containsExactly("constants.currency: is given by currency too; keep one of them");
  }

  @Test
  void aColumnThatIsNamedNowhereIsAProblem() {
    assertThat(ORDERS.without("order").with("columns.order", "").source().problems())
        .containsExactly("columns.order: is missing");
    assertThat(ORDERS.with("columns.currency", "").source().problems())
        .containsExactly("columns.currency: names no column");
    assertThat(ORDERS.column("status", " ").source().problems())
        .containsExactly("columns.status: names no column");
  }

  @Test
  void onlyOrdersHaveAttributes() {
    assertThat(ORDERS.attribute("channel", "Kanal").source().problems()).isEmpty();
    assertThat(ASource.ofTotals().attribute("channel", "Kanal").source().problems()).isEmpty();
    assertThat(ASource.ofCustomers().attribute("channel", "Kanal").source().problems())
        .containsExactly("attributes: only orders have them");
  }

  @Test
  void onlyCustomersTellConsentsToPurposesEachInOneColumn() {
    var customers = ASource.ofCustomers();
    assertThat(customers.column("consent-email", "news").source().problems()).isEmpty();
    assertThat(customers.column("consent-email", "news", "mail").source().problems())
        .containsExactly("columns.consent-email: must name one column");
    assertThat(customers.column("consent-", "news").source().problems())
        .singleElement()
        .asString()
        .startsWith("columns.consent-: is not a field of customers");
    assertThat(customers.constant("consent-email", "yes").source().problems())
        .singleElement()
        .asString()
        .startsWith("constants.consent-email: is not a field of customers");
    assertThat(ORDERS.column("consent-email", "news").source().problems())
        .singleElement()
        .asString()
        .startsWith("columns.consent-email: is not a field of order-lines");
  }

  @Test
  void suppressionsNeedOneIdentifierOfThree() {
    var all = ASource.ofSuppressions();
    assertThat(all.source().problems()).isEmpty();
    assertThat(all.without("customer").without("phone").source().problems()).isEmpty();
    assertThat(all.without("customer").without("phone").without("email").source().problems())
        .containsExactly("columns: need one of customer, email, phone");
  }

  @ParameterizedTest
  @CsvSource({
    "layout.delimiter, '\"', layout.delimiter: cannot be a quote or the end of a line",
    "numbers.decimal, 5, numbers.decimal: cannot be a digit",
    "numbers.thousands, ., numbers.thousands: cannot be a digit or the decimal mark",
    "numbers.thousands, 0, numbers.thousands: cannot be a digit or the decimal mark",
    "expect.max-files, 0, expect.max-files: is less than min-files",
  })
  void whatCannotWorkIsAProblem(String key, String value, String problem) {
    assertThat(ORDERS.with(key, value).source().problems()).containsExactly(problem);
  }

  @Test
  void moreRowsThanTheMostCannotBeExpected() {
    var source = ORDERS.with("expect.min-rows", "9").with("expect.max-rows", "8").source();
    assertThat(source.problems()).containsExactly("expect.max-rows: is less than min-rows");
  }

  @Test
  void wantedColumnsAreThoseOfFieldsAndAttributesOnce() {
    var source =
        new ASource(Map.of())
            .with("feed", "orders")
            .files("*")
            .column("customer", "Kunde")
            .column("ordered-at", "Tag", "Zeit")
            .column("total", "Summe")
            .attribute("day", "Tag")
            .attribute("channel", "Kanal");
    assertThat(source.source().wantedColumns())
        .containsExactlyInAnyOrder("Kunde", "Tag", "Zeit", "Summe", "Kanal");
    assertThat(source.source().problems()).isEmpty();
  }

  @Test
  void aWrongDatePatternIsAProblem() {
    assertThat(ORDERS.dates("yyyy-MM-dd 'T").source().problems())
        .singleElement()
        .asString()
        .startsWith("date-format: is not a pattern of dates (");
  }

  @Test
  void problemsOfEverySourceCarryItsName() {
    var settings =
        settings("a", ORDERS.without("order").source(), "b", ORDERS.dates("bb-bb").source());
    assertThat(settings.problems())
        .hasSize(2)
        .anyMatch(each -> each.equals("sources.a.columns.order: is missing"))
        .anyMatch(each -> each.startsWith("sources.b.date-format: is not a pattern of dates ("));
  }

  private static IngestSettings settings(String name, Source source, String next, Source second) {
    Map<String, Source> sources = new LinkedHashMap<>();
    sources.put(name, source);
    sources.put(next, second);
    return new IngestSettings(
        Path.of("var/landing"),
        Duration.ofMinutes(1),
        new IngestSettings.Folder(true, Path.of("inbox"), Duration.ofSeconds(2)),
        Map.of(),
        Map.of(),
        sources);
  }
}
