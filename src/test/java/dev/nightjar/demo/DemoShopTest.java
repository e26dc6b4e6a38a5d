package dev.nightjar.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.nightjar.identity.Phones;
import dev.nightjar.identity.Refusal.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoShopTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2025, 1, 31);
  private static final String HISTORY = "orders-2022-02-01_2025-01-29.csv.gz";
  private static final String SECOND = "orders-2025-01-30.csv";
  private static final String THIRD = "orders-2025-01-31.csv";
  private static final String RESENT = "orders-2025-01-30-resent.csv";
  private static final String LATE = "orders-2025-01-30-late.csv";
  private static final List<String> CUSTOMERS =
      List.of("customers-2025-01-29.csv", "customers-2025-01-30.csv", "customers-2025-01-31.csv");

  @TempDir static Path folder;
  static List<String> delivered;

  @BeforeAll
  static void deliverAllNights() {
    delivered = deliverAll(new DemoShop(42, 5000, LAST_DAY), folder);
  }

  @Test
  void eachNightBringsItsFiles() throws IOException {
    assertThat(delivered)
        .containsExactly(
            HISTORY,
            CUSTOMERS.get(0),
            SECOND,
            CUSTOMERS.get(1),
            THIRD,
            CUSTOMERS.get(2),
            RESENT,
            LATE);
    try (var files = Files.list(folder)) {
      assertThat(files).as("no hidden leftovers").hasSameSizeAs(delivered);
    }
  }

  @Test
  void sameSeedGivesSameBytesInAnotherZoneAndLanguage(@TempDir Path other) {
    var zone = TimeZone.getDefault();
    var locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      deliverAll(new DemoShop(42, 5000, LAST_DAY), other);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
    assertThat(delivered)
        .allSatisfy(
            name -> assertThat(other.resolve(name)).hasSameBinaryContentAs(folder.resolve(name)));
  }

  @Test
  void anotherSeedGivesAnotherShop(@TempDir Path other) {
    new DemoShop(43, 5000, LAST_DAY).deliver(LAST_DAY, other);
    assertThat(other.resolve(THIRD)).content(UTF_8).isNotEqualTo(contentOf(THIRD));
  }

  @Test
  void resentFileHasTheBytesOfTheSecondNight() {
    assertThat(folder.resolve(RESENT)).hasSameBinaryContentAs(folder.resolve(SECOND));
  }

  @Test
  void lateOrdersAreInNoOtherFile() {
    var late = column("order_number", LATE);
    assertThat(late.stream().distinct()).hasSize(4);
    assertThat(column("order_number", HISTORY, SECOND, THIRD)).doesNotContainAnyElementsOf(late);
    assertThat(column("ordered_at", LATE)).allMatch(at -> at.startsWith("2025-01-30"));
  }

  @Test
  void filesOfADayHoldThatDayOnly() {
    var third = column("ordered_at", THIRD);
    assertThat(third).filteredOn(at -> !at.startsWith("2025-01-31")).hasSize(1);
    assertThat(column("ordered_at", HISTORY))
        .isSorted()
        .allMatch(at -> at.compareTo("2025-01-30") < 0);
  }

  @Test
  void everyReturnFollowsItsOrder() {
    var sold = new HashMap<String, NamedCsvRecord>();
    int returns = 0;
    for (var line : intact(HISTORY, SECOND, LATE, THIRD)) {
      var item = line.getField("order_number") + " " + line.getField("product_code");
      if (!line.getField("status").equals("returned")) {
        assertThat(sold.put(item, line)).as("%s twice", item).isNull();
        continue;
      }
      returns++;
      var original = sold.get(item);
      assertThat(original).as(item).isNotNull();
      assertThat(original.getField("status")).isEqualTo("completed");
      assertThat(day(line)).isBetween(day(original).plusDays(3), day(original).plusDays(40));
      assertThat(quantity(line)).isBetween(-quantity(original), -1);
    }
    assertThat(returns).isGreaterThan(1000);
  }

  @Test
  void anOrderIsCancelledWhollyOrNotAtAll() {
    var statuses = new HashMap<String, String>();
    for (var line : intact(HISTORY)) {
      var status = line.getField("status");
      if (!status.equals("returned")) {
        var other = statuses.put(line.getField("order_number"), status);
        assertThat(other).isIn(null, status);
      }
    }
    assertThat(statuses).containsValues("cancelled", "completed");
  }

  @Test
  void shopHasThePromisedSize() {
    assertThat(column("order_number", HISTORY).stream().distinct().count())
        .isBetween(25_000L, 32_000L);
    assertThat(column("order_number", HISTORY)).hasSizeBetween(60_000, 90_000);
    assertThat(column("customer_id", CUSTOMERS.toArray(String[]::new)).stream().distinct())
        .hasSize(5000);
    for (var night : List.of(SECOND, THIRD)) {
      assertThat(column("order_number", night).stream().distinct()).hasSizeGreaterThan(24);
      assertThat(records(night).size() - intact(night).size()).as("broken rows").isEqualTo(3);
    }
  }

  @Test
  void reservedPhonesAndDomainsOnly() {
    var all = CUSTOMERS.toArray(String[]::new);
    assertThat(column("email", all))
        .allMatch(
            email -> email.matches("|[a-z._]+\\d+@(example\\.(com|org|net)|[a-z]+\\.example)"));
    assertThat(column("phone", all).stream().map(phone -> phone.replaceAll("\\D", "")))
        .allMatch(
            digits ->
                digits.matches(
                    "|(0|44)(7700900|1632960|2079460|2896496|1(1[3-8]|[2-6]1)4960|1914980)\\d{3}"
                        + "|(0|49)(3023125|6990009|4066969|2214710|8999998)\\d{3}"
                        + "|(0|33)(19900|26191|35301|46571|53649|63998)\\d{4}"
                        + "|(0|353)2091\\d{5}|1?[2-9]\\d{2}55501\\d{2}"));
  }

  @Test
  void eachHasAPhoneNumberOfTheirOwn() throws Refused {
    var owners = new HashMap<String, String>();
    for (var row : records(CUSTOMERS.toArray(String[]::new))) {
      var customer = row.getField("customer_id");
      var phone = row.findField("phone").orElse("");
      if (!phone.isEmpty()) {
        var number = Phones.e164(phone, row.getField("country"));
        assertThat(owners.merge(number, customer, (first, second) -> first)).isEqualTo(customer);
      }
    }
    assertThat(owners).hasSizeGreaterThan(3500);
  }

  @Test
  void laterNightsChangeKnownCustomers() {
    var before = new HashMap<String, NamedCsvRecord>();
    records(CUSTOMERS.get(0)).forEach(row -> before.put(row.getField("customer_id"), row));
    for (var night : CUSTOMERS.subList(1, 3)) {
      var changed = new ArrayList<String>();
      for (var row : records(night)) {
        var known = before.get(row.getField("customer_id"));
        if (known != null) {
          for (var column : List.of("email", "email_consent", "opted_out")) {
            if (!row.getField(column).equals(known.getField(column))) {
              changed.add(column + " " + row.getField(column).replaceAll(".*@.*", "new"));
            }
          }
        }
      }
      assertThat(changed).hasSize(17).contains("email new", "email_consent no", "opted_out yes");
      assertThat(changed).containsOnlyOnce("email_consent maybe");
    }
  }

  @Test
  void refusesADayThatIsNotANight() {
    var shop = new DemoShop(1, 10, LAST_DAY);
    assertThatThrownBy(() -> shop.deliver(LAST_DAY.plusDays(1), folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2025-02-01 is not one of the nights");
  }

  private static List<String> deliverAll(DemoShop shop, Path into) {
    return shop.nights().stream()
        .flatMap(night -> shop.deliver(night, into).stream())
        .map(file -> file.getFileName().toString())
        .toList();
  }

  private static List<String> column(String column, String... names) {
    return records(names).stream().map(row -> row.findField(column).orElse("")).toList();
  }

  /** The rows that an order file promises, without those that were damaged on purpose. */
  private static List<NamedCsvRecord> intact(String... names) {
    return records(names).stream()
        .filter(
            row -> row.getFieldCount() == 11 && row.getFields().stream().noneMatch("two"::equals))
        .filter(
            row -> !row.getField("order_number").isEmpty() && !row.getField("unit_price").isEmpty())
        .filter(row -> row.getField("ordered_at").matches("(?!.*-02-31).{19}"))
        .toList();
  }

  private static List<NamedCsvRecord> records(String... names) {
    var records = new ArrayList<NamedCsvRecord>();
    for (var name : names) {
      try (var csv =
          CsvReader.builder()
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .ofNamedCsvRecord(contentOf(name))) {
        csv.forEach(records::add);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    return records;
  }

  private static String contentOf(String name) {
    try (InputStream file = Files.newInputStream(folder.resolve(name));
        var content = name.endsWith(".gz") ? new GZIPInputStream(file) : file) {
      return new String(content.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static LocalDate day(NamedCsvRecord line) {
    return LocalDate.parse(line.getField("ordered_at").substring(0, 10));
  }

  private static int quantity(NamedCsvRecord line) {
    return Integer.parseInt(line.getField("quantity"));
  }
}
