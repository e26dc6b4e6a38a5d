package dev.nightjar.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.nightjar.home.BadSettings;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.SharedFolder;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** From an export to the right orders: what guess prints, a few edits, a night. */
@DatabaseTest
class GuessNightTest {
  private static final String EXPORTS = "data/exports/";
  private static final String NIGHT = "2026-06-26";
  private static final int MOST_EDITS = 3;

  /** The busiest customer has more than 5 % of the orders, and is a person. */
  private static String remove(String key) {
    return ("-      no-customer: [\"?\"] # one value of %s has 16 of 246 orders; if it is not a person,"
            + " name it here, otherwise remove this line")
        .formatted(key);
  }

  private static final String TOTAL =
      """
      select count(distinct customer_key), count(*), sum(net_value)::numeric(12, 2)
      from orders.orders where is_kept
      """;
  private static final String BY_CUSTOMER =
      """
      select customer_key, count(*), sum(net_value)::numeric(12, 2), max(ordered_on)
      from orders.orders where is_kept group by 1
      """;

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of("orders_export_1.csv", "Email"),
        Arguments.of("woo-orders-export.csv", "Email (Billing)"),
        Arguments.of("orders-export-2026_06_26_02_00_01.csv", "billing_email"),
        Arguments.of("magento-export-gbp.csv", "Customer Email"),
        Arguments.of("unified_payments.csv", "Customer ID"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void anExportGivesTheShopAfterThreeEditsAtMost(String file, String key, Shop shop)
      throws IOException {
    configure(shop, edited(guess(file), remove(key)));
    deliver(shop, file);
    shop.upTo("rfm").run(NIGHT);
    assertThat(shop.rows(TOTAL)).containsExactly(expected("expected.json", "/"));
    assertThat(byEmail(shop, file, key)).isEqualTo(expectedByEmail());
  }

  @ParameterizedTest
  @MethodSource("files")
  void anUneditedGuessIsNoGreenNightWithWrongMoney(String file, String key, Shop shop)
      throws IOException {
    configure(shop, guess(file));
    deliver(shop, file);
    assertThatThrownBy(() -> shop.run(NIGHT))
        .isInstanceOf(BadSettings.class)
        .hasMessageContaining("sources.yaml:")
        .hasMessageContaining("no-customer[0]: is to be decided: ");
    assertThat(shop.folder().resolve("inbox").resolve(file)).exists();
  }

  @ParameterizedTest
  @CsvSource({
    "orders_export_1.csv, orders_export_2.csv, false",
    "orders_export_2.csv, orders_export_1.csv, false",
    "orders_export_1.csv, orders_export_2.csv, true",
  })
  void exportsThatOverlapGiveEachOrderOnce(
      String first, String second, boolean isOneNight, Shop shop) throws IOException {
    // the second file alone has too few orders of the busiest customer to be asked about
    configure(shop, guess("orders_export_2.csv"));
    shop.upTo("rfm");
    deliver(shop, first);
    if (!isOneNight) {
      shop.run("2026-06-27");
    }
    deliver(shop, second);
    shop.run("2026-06-28");
    assertThat(shop.rows(TOTAL))
        .containsExactly(expected("expected-overlap.json", "/after both exports/"));
  }

  @Test
  void theCustomersOfAnExportNeedNoEdit(Shop shop) throws IOException {
    var orders = edited(guess("orders_export_1.csv"), remove("Email"));
    var customers = guess("customers_export.csv");
    configure(shop, orders);
    Files.writeString(shop.folder().resolve("config/customers.yaml"), customers);
    deliver(shop, "orders_export_1.csv");
    deliver(shop, "customers_export.csv");
    shop.upTo("rfm").run(NIGHT);
    assertThat(shop.rows(TOTAL)).containsExactly(expected("expected.json", "/"));
    assertThat(shop.rows("select count(*), count(email), count(zip) from orders.customers"))
        .containsExactly("80|80|80");
  }

  /** The files of two public data sets, of which a person need decide nothing. */
  @ParameterizedTest
  @CsvSource({
    "online_retail.csv.gz, 2011-12-09, 541909, order-lines",
    "rfm_data_orders.csv, 2006-12-31, 4906, orders"
  })
  void publicFilesNeedNoEdit(String name, String night, String lines, String feed, Shop shop)
      throws IOException {
    var data = SharedFolder.file("data/" + name);
    var guessed = AnExport.of(data, null, null);
    assertThat(guessed).contains("feed: " + feed).doesNotContain("\"?\"");
    configure(shop, guessed);
    shop.with("rfm.window=all").deliver(name, Files.readAllBytes(data));
    shop.upTo("rfm").run(night);
    assertThat(shop.rows("select verdict, lines_loaded, lines_rejected from ingest.files"))
        .containsExactly("loaded|" + lines + "|0");
  }

  private static String guess(String file) {
    return AnExport.of(SharedFolder.file(EXPORTS + file), null, null);
  }

  /** Applies edits, each a line with - and another with +, or only one of them. */
  private static String edited(String guess, String edits) {
    var lines = new java.util.ArrayList<>(guess.lines().toList());
    int count = 0;
    int at = -1;
    for (var edit : edits.lines().toList()) {
      var text = edit.substring(1);
      if (edit.startsWith("-")) {
        at = lines.indexOf(text);
        assertThat(at).as("the line '%s' in%n%s", text, guess).isNotNegative();
        lines.remove(at);
        count++;
      } else {
        lines.add(at, text);
      }
    }
    assertThat(count).as("edits").isLessThanOrEqualTo(MOST_EDITS);
    return String.join("\n", lines) + "\n";
  }

  /** The configuration that ships, with other sources. */
  private static void configure(Shop shop, String sources) throws IOException {
    var folder = Files.createDirectories(shop.folder().resolve("config"));
    try (var files = Files.list(Path.of("config"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Files.writeString(folder.resolve("sources.yaml"), sources);
  }

  private static void deliver(Shop shop, String name) throws IOException {
    shop.deliver(name, Files.readAllBytes(SharedFolder.file(EXPORTS + name)));
  }

  private static String expected(String name, String path) throws IOException {
    var json = new JsonMapper().readTree(Files.readString(SharedFolder.file(EXPORTS + name)));
    return Stream.of("customers", "orders", "net-of-refunds")
        .map(each -> json.at(path + each).asString())
        .reduce((a, b) -> a + "|" + b)
        .orElseThrow();
  }

  private static Map<String, String> byEmail(Shop shop, String file, String key)
      throws IOException {
    var emails = new HashMap<String, String>();
    for (var line : lines(file)) {
      emails.put(line.get(key), line.getOrDefault("Customer Email", line.get(key)));
    }
    var found = new TreeMap<String, String>();
    for (var row : shop.rows(BY_CUSTOMER)) {
      var parts = row.split("\\|", 2);
      found.put(emails.get(parts[0]), parts[1]);
    }
    return found;
  }

  private static Map<String, String> expectedByEmail() throws IOException {
    var expected = new TreeMap<String, String>();
    for (var line : lines("expected-by-email.csv")) {
      expected.put(
          line.get("email"),
          "%s|%s|%s"
              .formatted(
                  line.get("orders"),
                  new BigDecimal(line.get("net_of_refunds")).setScale(2),
                  line.get("last_ordered_at_london").substring(0, 10)));
    }
    return expected;
  }

  private static List<Map<String, String>> lines(String name) throws IOException {
    try (var csv = CsvReader.builder().ofNamedCsvRecord(SharedFolder.file(EXPORTS + name))) {
      return csv.stream().map(each -> each.getFieldsAsMap()).toList();
    }
  }
}
