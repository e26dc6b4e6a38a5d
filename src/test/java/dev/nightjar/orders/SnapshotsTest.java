package dev.nightjar.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.OpenStages;
import dev.nightjar.kit.Shop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports of the last days, which have the same orders again: the newest file replaces them. */
@DatabaseTest
class SnapshotsTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-05-01");
  private static final String NIGHT = "2026-06-26";
  private static final String HEADER = "number,customer,day,product,quantity,price";
  private static final String ORDERS =
      "select source, order_number, lines_count, net_value from orders.orders order by 1, 2";
  private static final String OUTCOMES =
      "select outcome, sum(lines) from orders.line_outcomes where night = '2026-06-26'"
          + " group by 1 order by 1";
  private static final int EXPORTS = 6;
  private static final int DAYS_BETWEEN = 5;
  private static final int DAYS_OF_AN_EXPORT = 14;

  /** Two sources that count their orders from 1, and say nothing of duplicates. */
  @BeforeEach
  void twoSources(Shop shop) {
    for (var source : List.of("web", "till")) {
      var key = "ingest.sources." + source + ".";
      shop.with(key + "feed=order-lines")
          .with(key + "files=" + source + "-*.csv")
          .with(key + "columns.order=number")
          .with(key + "columns.customer=customer")
          .with(key + "columns.ordered-at=day")
          .with(key + "columns.product=product")
          .with(key + "columns.quantity=quantity")
          .with(key + "columns.unit-price=price")
          .with(key + "date-format=yyyy-MM-dd");
    }
    shop.upTo("orders");
  }

  @Test
  void theNewestFileReplacesTheWholeOrder(Shop shop) {
    shop.deliver(
            "web-1.csv",
            HEADER,
            "1,A,2026-06-01,P,1,10.00",
            "1,A,2026-06-01,Q,1,5.00",
            "2,B,2026-06-02,P,2,10.00",
            "2,B,2026-06-02,P,2,10.00")
        .deliver("till-1.csv", HEADER, "1,C,2026-06-03,P,1,1.00");
    shop.stages(
        stages -> {
          run(stages, NIGHT);
          assertThat(shop.rows(ORDERS))
              .as("equal lines of one file are two lines")
              .containsExactly("till|1|1|1.00", "web|1|2|15.00", "web|2|2|40.00");
          shop.deliver("web-2.csv", HEADER, "1,A,2026-06-01,P,1,11.00", "3,B,2026-06-04,P,1,7.00");
          stages.run(NIGHT, "ingest");
          assertThat(stages.run(NIGHT, "orders").summary())
              .isEqualTo(
                  "7 lines: 5 kept, 2 superseded; 1 order replaced by a newer file;"
                      + " 2 of 3 customers touched");
          stages.run(NIGHT, "rfm");
          assertThat(stages.differences(NIGHT)).isEmpty();
        });
    assertThat(shop.rows(ORDERS))
        .as("a line that is gone is gone; the till's order 1 is another order")
        .containsExactly("till|1|1|1.00", "web|1|1|11.00", "web|2|2|40.00", "web|3|1|7.00");
    assertThat(shop.rows(OUTCOMES)).containsExactly("kept|5", "superseded|2");
  }

  @Test
  void anOrderThatMovedToAnotherCustomerIsGoneFromTheFirst(Shop shop) {
    shop.deliver("web-1.csv", HEADER, "1,guest,2026-06-01,P,1,10.00").run(NIGHT);
    shop.deliver("web-2.csv", HEADER, "1,A,2026-06-01,P,1,10.00").runAgain(NIGHT);
    assertThat(shop.rows("select customer_key, net_value from orders.orders"))
        .containsExactly("A|10.00");
  }

  @Test
  void aCorrectionWithoutAnOrderBringsBackWhatOlderFilesSay(Shop shop) {
    shop.deliver("web-1.csv", HEADER, "1,A,2026-06-01,P,1,10.00", "2,A,2026-06-01,P,1,20.00")
        .deliver("web-2.csv", HEADER, "1,A,2026-06-05,P,1,11.00")
        .run(NIGHT);
    assertThat(shop.rows(ORDERS)).containsExactly("web|1|1|11.00", "web|2|1|20.00");
    shop.deliver("web-2.csv", HEADER, "3,A,2026-06-05,P,1,30.00");
    shop.stages(stages -> run(stages, NIGHT));
    assertThat(shop.rows(ORDERS))
        .containsExactly("web|1|1|10.00", "web|2|1|20.00", "web|3|1|30.00");
    assertThat(shop.rows(OUTCOMES)).containsExactly("kept|3");
  }

  @Test
  void aDayInTheFutureMakesNoFileTheNewest(Shop shop) {
    shop.deliver("web-1.csv", HEADER, "1,A,2026-06-01,P,1,10.00", "2,A,2062-06-01,P,1,10.00")
        .run(NIGHT);
    shop.deliver("web-2.csv", HEADER, "1,A,2026-06-01,P,1,12.00").runAgain(NIGHT);
    assertThat(shop.rows(ORDERS)).containsExactly("web|1|1|12.00");
  }

  @Test
  void additionsOfTheSameNameAddTheirLines(Shop shop) {
    shop.with("ingest.sources.web.same-name=addition")
        .deliver("web-1.csv", HEADER, "1,A,2026-06-01,P,1,10.00")
        .run(NIGHT);
    shop.deliver("web-1.csv", HEADER, "1,A,2026-06-02,Q,1,5.00").runAgain(NIGHT);
    assertThat(shop.rows(ORDERS)).containsExactly("web|1|2|15.00");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void exportsInAnyOrderAndNightGiveTheSameOrders(long seed, Shop shop) {
    var chance = new Random(seed);
    var exports = new ArrayList<Integer>();
    for (int i = 1; i <= EXPORTS; i++) {
      exports.add(i);
    }
    Collections.shuffle(exports, chance);
    shop.stages(
        stages -> {
          for (int i = 0; i < EXPORTS; i++) {
            deliver(shop, "web", exports.get(i));
            deliver(shop, "till", EXPORTS - i);
            if (i == 2) {
              deliver(shop, "web", exports.get(0));
            }
            if (chance.nextBoolean()) {
              run(stages, FIRST.plusDays(40 + i).toString());
            }
          }
          run(stages, FIRST.plusDays(50).toString());
        });
    var newest = new TreeMap<String, String>();
    for (int export = 1; export <= EXPORTS; export++) {
      newest.putAll(orders("web", export));
      newest.putAll(orders("till", export));
    }
    assertThat(shop.rows(ORDERS)).hasSizeGreaterThan(60).isEqualTo(List.copyOf(newest.values()));
  }

  private static void run(OpenStages stages, String date) {
    stages.run(date, "ingest", "orders", "rfm");
    assertThat(stages.differences(date)).as("after night %s", date).isEmpty();
  }

  private static void deliver(Shop shop, String source, int export) {
    var lines = new ArrayList<>(List.of(HEADER));
    for (var order : numbers(export)) {
      for (int line = 0; line < lines(source, order, export); line++) {
        lines.add(
            "%s,C%d,%s,P,1,%d.00"
                .formatted(order, order % 7, FIRST.plusDays(order), price(order, export)));
      }
    }
    shop.deliver("%s-%d.csv".formatted(source, export), lines.toArray(String[]::new));
  }

  /** The orders of an export as the tables have them, by source and number. */
  private static TreeMap<String, String> orders(String source, int export) {
    var orders = new TreeMap<String, String>();
    for (var order : numbers(export)) {
      int lines = lines(source, order, export);
      if (lines > 0) {
        orders.put(
            source + "|" + order,
            "%s|%d|%d|%d.00".formatted(source, order, lines, lines * price(order, export)));
      }
    }
    return orders;
  }

  /** Numbers of orders of the days before an export, one a day, as texts of equal length. */
  private static List<Integer> numbers(int export) {
    int last = 10 + export * DAYS_BETWEEN;
    var numbers = new ArrayList<Integer>();
    for (int day = Math.max(10, last - DAYS_OF_AN_EXPORT); day <= last; day++) {
      numbers.add(day);
    }
    return numbers;
  }

  private static int lines(String source, int order, int export) {
    return 1 + (order * 7 + export * 3 + source.length()) % 3;
  }

  private static int price(int order, int export) {
    return 10 + order % 5 + export;
  }
}
