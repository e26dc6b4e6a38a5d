package dev.nightjar.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A night told in words: {@code ANight.in(shop).on("2025-01-31").withOrders("A 10 days ago
 * 120.00").run().score("A").is(recency(10), frequency(1), spend("120.00"))}.
 */
public final class ANight {
  private static final Pattern ORDER =
      Pattern.compile("(\\S+) (\\d+) days? ago (-?[0-9.]+)(?: (\\S+))?(?: order (\\S+))?");

  private final Shop shop;
  private final LocalDate date;
  private final List<String> lines = new ArrayList<>();

  private ANight(Shop shop, LocalDate date) {
    this.shop = shop;
    this.date = date;
  }

  /** A night of a shop. */
  public static ANight in(Shop shop, String date) {
    return new ANight(shop, LocalDate.parse(date));
  }

  /**
   * Adds orders of one line, each as {@code CUSTOMER N days ago VALUE}, where needed with a status
   * and with {@code order NUMBER}. A negative value is a return.
   */
  public ANight withOrders(String... orders) {
    for (var order : orders) {
      var parts = ORDER.matcher(order);
      assertThat(parts.matches()).as(order).isTrue();
      var value = new BigDecimal(parts.group(3));
      var status =
          parts.group(4) != null ? parts.group(4) : value.signum() < 0 ? "returned" : "completed";
      lines.add(
          "%s,%s 12:00:00,%s,P%d,%d,%s,%s"
              .formatted(
                  parts.group(5) != null ? parts.group(5) : "W" + (lines.size() + 1),
                  date.minusDays(Long.parseLong(parts.group(2))),
                  parts.group(1),
                  lines.size() + 1,
                  value.signum() < 0 ? -1 : 1,
                  value.abs(),
                  status));
    }
    return this;
  }

  /** Delivers the orders in a file that is named for the night. */
  public ANight deliver() {
    if (!lines.isEmpty()) {
      var file = new ArrayList<>(List.of(header()));
      file.addAll(lines);
      shop.deliver("orders-" + date + ".csv", file.toArray(String[]::new));
    }
    return this;
  }

  /** Delivers the orders and runs the night. */
  public ANight run() {
    deliver();
    assertThat(shop.run(date.toString())).isPresent();
    return this;
  }

  /** The header of the order files of the shop that ships. */
  public static String header() {
    return "order_number,ordered_at,customer_id,product_code,quantity,unit_price,status";
  }

  /** What the night knows of a customer. */
  public Score score(String customer) {
    var rows =
        shop.rows(
            """
            select s.recency_days, s.orders_count, s.net_value, m.segment, s.standing,
              s.r_score, s.f_score, s.m_score
            from rfm.scores s
            join segments.memberships m using (customer_key)
            where m.valid_from <= s.night and (m.valid_to is null or m.valid_to > s.night)
              and s.night = '%s' and s.customer_key = '%s'
            """
                .formatted(date, customer));
    assertThat(rows).as("scores of %s", customer).hasSize(1);
    return new Score(rows.get(0).split("\\|", -1));
  }

  /** The metrics and the segment of a customer in a night. */
  public record Score(String[] cells) {
    /** Checks facts. */
    @SafeVarargs
    public final Score is(Consumer<Score>... facts) {
      Arrays.stream(facts).forEach(fact -> fact.accept(this));
      return this;
    }
  }

  public static Consumer<Score> recency(int days) {
    return score -> assertThat(score.cells[0]).as("recency").isEqualTo(String.valueOf(days));
  }

  public static Consumer<Score> frequency(int orders) {
    return score -> assertThat(score.cells[1]).as("frequency").isEqualTo(String.valueOf(orders));
  }

  public static Consumer<Score> spend(String value) {
    return score ->
        assertThat(new BigDecimal(score.cells[2])).as("monetary").isEqualByComparingTo(value);
  }

  public static Consumer<Score> segment(String name) {
    return score -> assertThat(score.cells[3]).as("segment").isEqualTo(name);
  }

  public static Consumer<Score> standing(String name) {
    return score -> assertThat(score.cells[4]).as("standing").isEqualTo(name);
  }

  /** The three scores side by side, as 543. */
  public static Consumer<Score> code(String code) {
    return score ->
        assertThat(score.cells[5] + score.cells[6] + score.cells[7]).as("code").isEqualTo(code);
  }
}
