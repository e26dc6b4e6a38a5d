package dev.nightjar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Six weeks of a shop in which every third day is like every other third day. */
@DatabaseTest
@Tag("slow")
class FlatDatabaseTest {
  private static final LocalDate FIRST = LocalDate.parse("2025-01-06");
  private static final int CUSTOMERS = 30;

  /** Both weekdays and the customers' days repeat. */
  private static final int PERIOD = 21;

  private static final long PAGES = 64 << 10;

  /** What grows with every night, and why. */
  private static final Map<String, String> GROWING =
      Map.of(
          "ingest.files", "a file that comes again is recognised, however old it is",
          "ingest.order_lines", "orders are made of all lines that were ever loaded",
          "orders.files", "which files the orders are made of",
          "orders.file_outcomes", "the lines of each file add up",
          "orders.order_parts", "the first order of a customer counts, however old it is",
          "deliver.exports", "the record of exports is append-only");

  @Test
  void sixWeeksTakeNoMoreRoomThanThree(Shop shop) throws SQLException {
    shop.with("rfm.window=P9D")
        .with("business.retention=P5D")
        .with("business.history=P7D")
        .with("deliver.retention=P5D")
        .with("deliver.guard.from=1000");
    nights(shop, 0, PERIOD);
    var before = tables(shop);
    nights(shop, PERIOD, 2 * PERIOD);
    var after = tables(shop);

    var grown =
        after.entrySet().stream()
            .filter(each -> !GROWING.containsKey(each.getKey()))
            .filter(each -> each.getValue().exceeds(before.get(each.getKey())))
            .map(
                each -> each.getKey() + ": " + before.get(each.getKey()) + " -> " + each.getValue())
            .collect(Collectors.joining("\n"));
    assertThat(grown).as("after %d nights, and after %d", PERIOD, 2 * PERIOD).isEmpty();
    assertThat(GROWING.keySet())
        .as("tables that are excepted, and do not grow")
        .allMatch(table -> after.get(table).rows() > before.get(table).rows());

    assertForgottenNightsCanBeRun(shop);
  }

  private static void assertForgottenNightsCanBeRun(Shop shop) {
    var last = FIRST.plusDays(2 * PERIOD - 1);
    for (var table : List.of("pipeline.nights", "publish.publications", "forecast.nights")) {
      assertThat(shop.rows("select min(night), count(*) from " + table))
          .as(table)
          .containsExactly(last.minusDays(7) + "|8");
    }
    assertThat(shop.run(FIRST.toString())).as("a forgotten night can be run").isPresent();
    assertThat(shop.runAgain(last.toString())).isPresent();
    assertThat(shop.rows("select min(night) from pipeline.nights"))
        .as("and is forgotten again")
        .containsExactly(last.minusDays(7).toString());
  }

  /** Rows, and bytes with all indexes. */
  private record Size(long rows, long bytes) {
    boolean exceeds(Size before) {
      return rows > before.rows * 1.05 + 2 || bytes > before.bytes * 1.2 + PAGES;
    }

    @Override
    public String toString() {
      return "%,d rows, %,d bytes".formatted(rows, bytes);
    }
  }

  private static Map<String, Size> tables(Shop shop) {
    var sizes = new TreeMap<String, Size>();
    shop.query(
            db ->
                db.fetch(
                    """
                    select schemaname || '.' || tablename,
                      pg_total_relation_size(format('%I.%I', schemaname, tablename)::regclass)
                    from pg_tables where schemaname not in ('pg_catalog', 'information_schema')
                    """))
        .forEach(
            row -> {
              var table = row.get(0, String.class);
              var rows = Long.parseLong(shop.rows("select count(*) from " + table).get(0));
              sizes.put(table, new Size(rows, row.get(1, Long.class)));
            });
    return sizes;
  }

  /** Each customer orders every third day: first ten customers, then the next ten. */
  private static void nights(Shop shop, int from, int to) throws SQLException {
    for (int day = from; day < to; day++) {
      var orders = new ArrayList<String>();
      for (int customer = day % 3; customer < CUSTOMERS; customer += 3) {
        orders.add(
            "C%1$d 0 days ago %2$d.00 order D%3$d-%1$d".formatted(customer, 10 + customer, day));
      }
      ANight.in(shop, FIRST.plusDays(day).toString())
          .withOrders(orders.toArray(String[]::new))
          .run();
      if (day % 7 == 6) {
        vacuum(shop);
      }
    }
  }

  /** These nights follow each other faster than the server looks for rows that are gone. */
  private static void vacuum(Shop shop) throws SQLException {
    try (var connection = shop.database().connect()) {
      connection.createStatement().execute("vacuum");
    }
  }
}
