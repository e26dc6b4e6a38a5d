package dev.nightjar.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.OpenStages;
import dev.nightjar.kit.Shop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Lines come when they like: late, twice, corrected, before their day, the return before its order.
 * In whichever nights and files, the tables are those that all lines at once give.
 */
@DatabaseTest
class LatenessTest {
  private static final LocalDate FIRST = LocalDate.parse("2024-06-01");
  private static final int NIGHTS = 8;
  private static final String TABLES =
      """
      select source, order_number, customer_key, ordered_on, is_kept, lines_count, net_value
      from orders.orders order by 1, 2, 3
      """;
  private static final String METRICS =
      """
      select customer_key, standing, first_ordered_on, last_ordered_on, orders_count, net_value,
        frequency, monetary
      from rfm.metrics where valid_to is null order by 1
      """;

  @ParameterizedTest
  @CsvSource({
    "keep,net,1",
    "drop-identical,net,2",
    "by-key,net,3",
    "keep,ignore,4",
    "drop-identical,ignore,5",
    "by-key,ignore,6",
    "newest-file,net,7",
    "newest-file,ignore,8"
  })
  void theOrderOfFilesAndNightsDoesNotMatter(
      String duplicates, String returns, long seed, Shop shop) {
    var chance = new Random(seed);
    var source = "ingest.sources.shop-orders.";
    shop.with(source + "duplicates=" + duplicates)
        .with(source + "returns=" + returns)
        .with(source + "expect.max-reject-share=1")
        .with("rfm.window=P20D");
    var files = files(chance);
    shop.stages(
        stages -> {
          for (int night = 0; night < NIGHTS; night++) {
            for (int file = night * 3; file < night * 3 + 3; file++) {
              deliver(shop, files.get(file), file);
            }
            run(stages, night == 4 ? day(30) : day(30 + night * 3));
          }
          run(stages, day(60));
          assertThat(shop.rows(TABLES)).hasSizeGreaterThan(20);
          assertThatAllAtOnceGivesTheSame(shop, stages);
        });
  }

  private static void run(OpenStages stages, String date) {
    stages.run(date, "ingest", "orders", "rfm");
    assertThat(stages.differences(date)).as("after night %s", date).isEmpty();
  }

  private static void assertThatAllAtOnceGivesTheSame(Shop shop, OpenStages stages) {
    var orders = shop.rows(TABLES);
    var metrics = shop.rows(METRICS);
    shop.query(
        db ->
            db.execute(
                """
                truncate orders.order_parts, orders.files, orders.file_outcomes, orders.customers,
                  rfm.metrics, rfm.nights, rfm.fits, rfm.cut_points
                """));
    stages.run(day(60), "orders", "rfm");
    assertThat(shop.rows(TABLES)).isEqualTo(orders);
    assertThat(shop.rows(METRICS)).isEqualTo(metrics);
  }

  private static void deliver(Shop shop, List<String> lines, int number) {
    var content = new ArrayList<>(List.of(ANight.header()));
    content.addAll(lines);
    // some names come again, with other content: corrections
    shop.deliver("orders-%d.csv".formatted(number % 17), content.toArray(String[]::new));
  }

  private static List<List<String>> files(Random chance) {
    var lines = new ArrayList<String>();
    for (int order = 0; order < 120; order++) {
      var customer = chance.nextInt(12) == 0 ? "" : "C" + chance.nextInt(25);
      var day = chance.nextInt(60);
      for (int line = chance.nextInt(3); line >= 0; line--) {
        lines.add(line(order, day, customer, "P" + line, 1 + chance.nextInt(3), "completed"));
        if (chance.nextInt(4) == 0) {
          var back = line(order, day + chance.nextInt(15), customer, "P" + line, -1, "returned");
          lines.add(back);
        }
        if (chance.nextInt(6) == 0) {
          lines.add(lines.get(lines.size() - 1));
        }
        if (chance.nextInt(9) == 0) {
          lines.add(line(order, day, customer, "P" + line, 1, "cancelled"));
        }
      }
    }
    Collections.shuffle(lines, chance);
    var files = new ArrayList<List<String>>();
    for (int file = 0; file < NIGHTS * 3; file++) {
      files.add(new ArrayList<>());
    }
    lines.forEach(each -> files.get(chance.nextInt(files.size())).add(each));
    return files;
  }

  private static String line(
      int order, int day, String customer, String product, int quantity, String status) {
    return "%d,%s 12:00:00,%s,%s,%d,10.00,%s"
        .formatted(order, day(day), customer, product, quantity, status);
  }

  private static String day(int number) {
    return FIRST.plusDays(number).toString();
  }
}
