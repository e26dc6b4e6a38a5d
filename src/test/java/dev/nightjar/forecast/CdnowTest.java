package dev.nightjar.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.SharedFolder;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The parameters that Fader and Hardie published for 2,357 customers of CDNOW, their first 39
 * weeks: from the summary that they used, and from the orders through whole nights.
 */
@DatabaseTest
class CdnowTest {
  private static final String NIGHT = "1997-09-30";

  @Test
  void purchasesHaveThePublishedParameters() throws IOException {
    var histories = histories();
    var fitted = BgNbd.fit(histories, null).orElseThrow();
    isPublished(fitted);
    assertThat(fitted.logLikelihood(histories)).isEqualTo(-9582.4, within(0.05));
    // the paper's own example: 39 more weeks of the customer in its first row
    assertThat(fitted.expectedOrders(2, 30.43, 38.86, 39)).isEqualTo(1.226, within(0.0005));
  }

  @Test
  void theSearchFindsTheSameFromOtherParameters() throws IOException {
    var histories = histories();
    for (var start : List.of(new BgNbd(5, 50, 2, 20), new BgNbd(0.2, 4, 0.5, 2))) {
      isPublished(BgNbd.fit(histories, start).orElseThrow());
    }
  }

  @Test
  void valuesHaveThePublishedParameters() throws IOException {
    var values = values();
    assertThat(values.size()).isEqualTo(946);
    var fitted = GammaGamma.fit(values, null).orElseThrow();
    isPublished(fitted);
    assertThat(fitted.logLikelihood(values)).isEqualTo(-4055.92, within(0.005));
  }

  @Test
  void aNightFindsThemInTheOrders(Shop shop) throws IOException {
    var lines =
        new ArrayList<>(
            List.of("order_number,ordered_at,customer_id,product_code,quantity,unit_price,status"));
    for (var line : Files.readAllLines(SharedFolder.file("data/cdnow_sample.txt"))) {
      var cells = line.strip().split(" +");
      var day = cells[2].replaceFirst("(....)(..)(..)", "$1-$2-$3");
      lines.add(
          "%d,%s 12:00:00,%s,CD%d,1,%s,completed"
              .formatted(lines.size(), day, cells[1], lines.size(), cells[4]));
    }
    // an order of free CDs is an order there
    shop.with("ingest.sources.shop-orders.free-lines=count").upTo("forecast");
    shop.deliver("orders-cdnow.csv", lines.toArray(String[]::new));
    shop.run(NIGHT);

    var night = shop.query(db -> db.fetchSingle("select * from forecast.nights"));
    assertThat(night.get("customers")).isEqualTo(2357L);
    assertThat(night.get("repeat_buyers")).isEqualTo(946L);
    isPublished(
        new BgNbd(
            number(night, "r"), number(night, "alpha"), number(night, "a"), number(night, "b")));
    isPublished(new GammaGamma(number(night, "p"), number(night, "q"), number(night, "v")));
    assertThat(night.get("problem")).isNull();
    assertThat(
            shop.rows(
                """
                select repeat_days, last_ordered_on - first_ordered_on, night - first_ordered_on,
                  round(repeat_value / repeat_days, 2)
                from forecast.customers where customer_key = '0001'
                """))
        .containsExactly("2|213|272|22.35");
  }

  private static double number(org.jooq.Record row, String column) {
    return row.get(column, Double.class);
  }

  private static void isPublished(BgNbd fitted) {
    assertThat(fitted.r()).isEqualTo(0.243, within(0.0005));
    assertThat(fitted.alpha()).isEqualTo(4.414, within(0.0005));
    assertThat(fitted.a()).isEqualTo(0.793, within(0.0005));
    assertThat(fitted.b()).isEqualTo(2.426, within(0.0005));
  }

  private static void isPublished(GammaGamma fitted) {
    assertThat(fitted.p()).isEqualTo(6.25, within(0.005));
    assertThat(fitted.q()).isEqualTo(3.74, within(0.006));
    assertThat(fitted.v()).isEqualTo(15.44, within(0.01));
  }

  private static PurchaseHistories histories() throws IOException {
    var rows = summary();
    return new PurchaseHistories(
        rows.stream().mapToInt(row -> Integer.parseInt(row[1])).toArray(),
        rows.stream().mapToInt(row -> days(row[2])).toArray(),
        rows.stream().mapToInt(row -> days(row[3])).toArray(),
        rows.stream().mapToLong(row -> 1).toArray());
  }

  /** Weeks, rounded to two decimals, as days. */
  private static int days(String weeks) {
    return (int) Math.round(7 * Double.parseDouble(weeks));
  }

  private static RepeatValues values() throws IOException {
    var rows = summary().stream().filter(row -> !row[1].equals("0")).toList();
    return new RepeatValues(
        rows.stream().mapToInt(row -> Integer.parseInt(row[1])).toArray(),
        rows.stream()
            .mapToDouble(row -> Integer.parseInt(row[1]) * Double.parseDouble(row[4]))
            .toArray());
  }

  private static List<String[]> summary() throws IOException {
    return Files.readAllLines(SharedFolder.file("oracles/cdnow_summary_2357.csv")).stream()
        .skip(1)
        .map(line -> line.split(","))
        .toList();
  }
}
