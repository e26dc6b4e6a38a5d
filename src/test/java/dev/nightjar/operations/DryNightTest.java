package dev.nightjar.operations;

import static dev.nightjar.kit.NightjarProcess.json;
import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A dry run leaves no trace, and shows what the night then does. */
@DatabaseTest
class DryNightTest {
  private static final String FIRST = "2025-01-29";
  private static final String SECOND = "2025-01-30";
  private static final String THIRD = "2025-01-31";
  private static final String CUSTOMERS =
      "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out";

  /** Two nights, and files of a third: orders, a reject, a refusal, a duplicate. */
  private static Shop prepared(Shop shop) {
    shop.with("audiences.declared.everybody.select.orders.at-least=1")
        .with("audiences.declared.everybody.consent=for-contacts")
        .with("gates.declared.none.sql-rows=select 1 from orders.customers")
        .with("gates.declared.none.warn-if.above=0");
    ANight.in(shop, FIRST).withOrders(orders(1, 60, 40)).run();
    ANight.in(shop, SECOND).withOrders(orders(1, 20, 0)).run();
    ANight.in(shop, THIRD).withOrders(orders(30, 45, 0)).deliver();
    shop.deliver("orders-bad.csv", ANight.header(), "X1,no time,C00001,P,1,1.00,completed");
    shop.deliver("customers-1.csv", CUSTOMERS, "C00002,2025-01-31 00:00:00,,,,,,,,yes");
    shop.deliver("orders-broken.csv", "not,the,header", "1,2,3");
    return shop;
  }

  private static String[] orders(int from, int to, int days) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(
            i -> "C%05d %d days ago %d.00 completed order O%d-%d".formatted(i, days, i, i, days))
        .toArray(String[]::new);
  }

  @Test
  void leavesEveryTableAndEveryFileAsItWas(Shop shop) throws IOException {
    prepared(shop);
    var tables = tables(shop);
    var files = files(shop.folder());
    var dry = nightjar(shop, "run", "--dry", "--date", THIRD);
    assertThat(dry.exitCode()).as(dry.output()).isZero();
    assertThat(tables(shop)).isEqualTo(tables);
    assertThat(files(shop.folder())).isEqualTo(files);
    assertThat(dry.output())
        .contains("Night 2025-01-31 would change this. Nothing was kept.")
        .contains(
            "orders-2025-01-31.csv",
            "  orders-broken.csv: the header has no column order_number",
            "not-a-time")
        .contains("warned  none: the query returned 60 rows; warn-if above 0")
        .endsWith("Next: nightjar run --date 2025-01-31\n");
  }

  @Test
  void showsWhatTheNightThenDoes(Shop shop) {
    prepared(shop);
    var preview = json(nightjar(shop, "run", "--dry", "--date", THIRD, "--json"));
    shop.run(THIRD);
    assertThat(rows(preview, "segments", "segment", "customers", "before", "movedIn", "movedOut"))
        .isNotEmpty()
        .isEqualTo(
            shop.rows(
                """
                select segment, customers, previous_customers, moved_in, moved_out
                from published.segment_profile where night = '2025-01-31' order by position
                """));
    assertThat(
            rows(
                preview,
                "deliveries",
                "destination",
                "audience",
                "before",
                "customers",
                "added",
                "changed",
                "removed"))
        .hasSize(1)
        .isEqualTo(
            shop.rows(
                """
                select destination, audience, customers_before, customers, added, changed, removed
                from deliver.changes where night = '2025-01-31'
                """));
    assertThat(rows(preview, "files", "name", "verdict", "lines"))
        .hasSize(4)
        .containsExactlyInAnyOrderElementsOf(
            shop.rows(
                "select name, verdict, lines_read from ingest.files where night = '2025-01-31'"));
    assertThat(preview.get("deliveries").get(0).get("removed").asLong()).isEqualTo(1);
  }

  private static List<String> rows(JsonNode preview, String list, String... keys) {
    return preview
        .get(list)
        .valueStream()
        .map(
            each ->
                Stream.of(keys)
                    .map(key -> each.get(key).asString(""))
                    .collect(Collectors.joining("|")))
        .toList();
  }

  @Test
  void aNightThatWouldFailSaysSoAndLeavesNoTrace(Shop shop) throws IOException {
    prepared(shop).with("ingest.sources.shop-orders.expect.required=true");
    var tables = tables(shop);
    var files = files(shop.folder());
    var dry = nightjar(shop, "run", "--dry", "--date", THIRD);
    assertThat(dry.exitCode()).as(dry.output()).isEqualTo(1);
    assertThat(dry.output()).contains("orders-broken.csv");
    assertThat(tables(shop)).isEqualTo(tables);
    assertThat(files(shop.folder())).isEqualTo(files);
  }

  /** Rows by table, but for the counter of the lock. */
  private static Map<String, String> tables(Shop shop) {
    var tables = new TreeMap<String, String>();
    for (var table :
        shop.rows(
            """
            select format('%I.%I', n.nspname, c.relname) from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname not like 'pg\\_%'
              and n.nspname <> 'information_schema' and c.relname <> 'night_turns'
            """)) {
      tables.put(
          table,
          shop.rows(
                  "select count(*), coalesce(sum(hashtextextended(t::text, 0)), 0) from %s t"
                      .formatted(table))
              .get(0));
    }
    assertThat(tables).hasSizeGreaterThan(40);
    return tables;
  }

  /** Contents by path, but for the log. */
  private static Map<String, String> files(Path folder) throws IOException {
    var files = new TreeMap<String, String>();
    try (var all = Files.walk(folder)) {
      for (var path : all.toList()) {
        if (!path.toString().contains("nightjar.log")) {
          files.put(
              path.toString(),
              Files.isDirectory(path) ? "folder" : List.of(Files.readAllLines(path)).toString());
        }
      }
    }
    return files;
  }
}
