package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One made-up shop in the layouts in which shops export their orders, and what must come out. */
@DatabaseTest
class ExportsNightTest {
  private static final String NIGHT = "2026-06-26";
  private static final Path CONFIG = Path.of("config");
  private static final Path SOURCES = Path.of("src/test/resources/exports");
  private static final String BY_CUSTOMER =
      """
      select customer_key, count(*), sum(net_value)::numeric(12, 2), max(ordered_on)
      from orders.orders where is_kept group by 1
      """;
  private static final String TOTAL =
      """
      select count(distinct customer_key), count(*), sum(net_value)::numeric(12, 2)
      from orders.orders where is_kept
      """;

  @ParameterizedTest
  @CsvSource({
    "shopify, orders_export_1.csv, ",
    "woocommerce, woo-orders-export.csv, ",
    "woocommerce-items, orders-export-2026_06_26_02_00_01.csv, ",
    "magento, magento-export-gbp.csv, ",
    "stripe, unified_payments.csv, Customer ID",
  })
  void eachExportGivesTheShop(String source, String file, String key, Shop shop)
      throws IOException {
    configure(shop, source);
    deliver(shop, file);
    shop.upTo("rfm").run(NIGHT);
    var expected = json("expected.json");
    assertThat(shop.rows(TOTAL))
        .containsExactly(
            "%s|%s|%s"
                .formatted(
                    expected.get("customers"),
                    expected.get("orders"),
                    expected.get("net-of-refunds")));
    assertThat(byEmail(shop, file, key)).isEqualTo(expectedByEmail());
  }

  @ParameterizedTest
  @CsvSource({
    "orders_export_1.csv, orders_export_2.csv, false",
    "orders_export_2.csv, orders_export_1.csv, false",
    "orders_export_1.csv, orders_export_2.csv, true",
  })
  void exportsThatOverlapGiveEachOrderOnce(
      String first, String second, boolean isOneNight, Shop shop) throws IOException {
    configure(shop, "shopify");
    shop.upTo("rfm");
    deliver(shop, first);
    if (!isOneNight) {
      shop.run("2026-06-27");
    }
    deliver(shop, second);
    shop.run("2026-06-28");
    var expected = json("expected-overlap.json").get("after both exports");
    assertThat(shop.rows(TOTAL))
        .containsExactly(
            "%s|%s|%s"
                .formatted(
                    expected.get("customers"),
                    expected.get("orders"),
                    expected.get("net-of-refunds")));
    assertThat(shop.rows("select lines_count from orders.orders where order_number = '#1195'"))
        .as("the order lost a line")
        .containsExactly("1");
    assertThat(shop.rows("select 1 from orders.orders where order_number = '#1196'"))
        .as("the order was refunded in full")
        .isEmpty();
  }

  @Test
  void linesByQuantityAndPriceGiveTheirOwnValue(Shop shop) throws IOException {
    configure(shop, "shopify-lines");
    deliver(shop, "orders_export_1.csv");
    shop.upTo("rfm").run(NIGHT);
    assertThat(
            shop.rows("select order_number, net_value from orders.orders where is_kept order by 1"))
        .hasSize(223)
        .isEqualTo(valuesOfLinesLessRefunds());
  }

  @Test
  void theCustomersOfAnExportAreThoseOfItsOrders(Shop shop) throws IOException {
    configure(shop, "shopify");
    deliver(shop, "orders_export_1.csv");
    deliver(shop, "customers_export.csv");
    shop.upTo("rfm").run(NIGHT);
    assertThat(shop.rows("select count(*), count(city), count(zip) from orders.customers"))
        .containsExactly("80|80|80");
    assertThat(shop.rows("select distinct zip from orders.customers")).containsExactly("LS1 4AB");
  }

  /** The lines of each order that counts, by quantity and price, less what was given back. */
  private static List<String> valuesOfLinesLessRefunds() throws IOException {
    var values = new TreeMap<String, BigDecimal>();
    for (var line : lines("orders_export_1.csv")) {
      var status = line.get("Financial Status");
      var value =
          new BigDecimal(line.get("Lineitem quantity"))
              .multiply(new BigDecimal(line.get("Lineitem price")));
      if (List.of("paid", "partially_refunded").contains(status)) {
        values.put(line.get("Name"), value.subtract(new BigDecimal(line.get("Refunded Amount"))));
      } else if (status.isEmpty()) {
        values.computeIfPresent(line.get("Name"), (order, sum) -> sum.add(value));
      }
    }
    return values.entrySet().stream().map(each -> each.getKey() + "|" + each.getValue()).toList();
  }

  private static Map<String, String> byEmail(Shop shop, String file, String key)
      throws IOException {
    var emails = new HashMap<String, String>();
    if (key != null) {
      lines(file).forEach(line -> emails.put(line.get(key), line.get("Customer Email")));
    }
    var found = new TreeMap<String, String>();
    for (var row : shop.rows(BY_CUSTOMER)) {
      var parts = row.split("\\|", 2);
      found.put(emails.getOrDefault(parts[0], parts[0]), parts[1]);
    }
    return found;
  }

  private static Map<String, String> expectedByEmail() throws IOException {
    var expected = new TreeMap<String, String>();
    for (var line : lines("expected-by-email.csv")) {
      var day = line.get("last_ordered_at_london").substring(0, 10);
      expected.put(
          line.get("email"), line.get("orders") + "|" + line.get("net_of_refunds") + "|" + day);
    }
    return expected;
  }

  /** Gives the shop the configuration that ships, with other sources. */
  private static void configure(Shop shop, String source) throws IOException {
    var folder = Files.createDirectories(shop.folder().resolve("config"));
    try (var files = Files.list(CONFIG)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Files.writeString(
        folder.resolve("sources.yaml"), Files.readString(SOURCES.resolve(source + ".yaml")));
  }

  private static void deliver(Shop shop, String name) throws IOException {
    shop.deliver(name, Files.readAllBytes(SharedFolder.file("data/exports/" + name)));
  }

  private static JsonNode json(String name) throws IOException {
    return new JsonMapper().readTree(Files.readString(SharedFolder.file("data/exports/" + name)));
  }

  private static List<Map<String, String>> lines(String name) throws IOException {
    try (var csv =
        CsvReader.builder().ofNamedCsvRecord(SharedFolder.file("data/exports/" + name))) {
      return csv.stream().map(each -> each.getFieldsAsMap()).toList();
    }
  }
}
