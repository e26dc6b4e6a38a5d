package dev.nightjar.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Twelve weekly nights of a shop of 600 customers who all buy at their own constant rate: customers
 * move, and the clusters stay. Agreement is computed here once more from the stored models, for the
 * metrics of the night.
 */
@DatabaseTest
class StationaryShopNightTest {
  private static final LocalDate FIRST = LocalDate.parse("2025-01-06");
  private static final int NIGHTS = 12;
  private static final double LIMIT = 0.8;

  /** Each customer of tonight with the nearest centre of a stored model. */
  private static final String LABELS =
      """
      select distinct on (customer_key) customer_key, cluster
      from (
        select m.customer_key, c.cluster, sum(((ln(1 + v.value) - f.centre) / f.spread - c.scaled) ^ 2) as distance
        from rfm.metrics m
        cross join lateral (values
          ('recency', date '%1$s' - m.last_ordered_on::date),
          ('frequency', m.frequency),
          ('monetary', m.monetary)) v (feature, value)
        join clustering.features f using (feature)
        join clustering.centroid_values c using (night, is_proposed, feature)
        where f.night = '%2$s' and f.is_proposed = %3$s and m.standing = 'scored' and m.orders_count > 0
          and m.valid_from <= '%1$s' and (m.valid_to is null or m.valid_to > '%1$s')
        group by m.customer_key, c.cluster
      ) distances
      order by customer_key, distance
      """;

  @Test
  void aRefitIsRefusedIfAndOnlyIfItDisagreesOnTonightsCustomers(Shop shop) {
    shop.upTo("clustering");
    run(shop);
    int refused = 0;
    for (int i = 1; i < NIGHTS; i++) {
      var night = FIRST.plusWeeks(i);
      boolean isKept = decision(shop, night).equals("proposed");
      if (!isKept) {
        assertThat(index(shop, night, false))
            .isEqualTo(agreement(shop, night, false), within(1e-9))
            .isGreaterThanOrEqualTo(LIMIT);
      }
      if (isKept || hasProposal(shop, night)) {
        assertThat(index(shop, night, true))
            .isEqualTo(agreement(shop, night, true), within(1e-9))
            .isLessThan(LIMIT);
        refused++;
      }
    }
    assertThat(refused).isPositive();
    assertThat(shop.rows("select distinct k from clustering.models")).containsExactly("3");
    // a model is not blamed for its customers: a tenth of them moves in some weeks
    assertThat(
            shop.rows(
                "select max(moved_customers) > 0.1 * max(compared_customers)"
                    + " from clustering.nights where decision = 'refitted'"))
        .containsExactly("true");
  }

  private static void run(Shop shop) {
    var orders = orders();
    for (int i = 0; i < NIGHTS; i++) {
      var night = FIRST.plusWeeks(i);
      int week = i;
      ANight.in(shop, night.toString())
          .withOrders(
              orders.entrySet().stream()
                  .filter(each -> week == 0 ? each.getKey() <= 0 : isIn(week, each.getKey()))
                  .flatMap(
                      each ->
                          each.getValue().stream()
                              .map(order -> order.formatted(7 * week - each.getKey())))
                  .toArray(String[]::new))
          .run();
    }
  }

  private static boolean isIn(int week, int day) {
    return day > 7 * (week - 1) && day <= 7 * week;
  }

  /** Orders by their day, 0 for the first night, with the days ago left open. */
  private static Map<Integer, List<String>> orders() {
    var random = new Random(7);
    var orders = new TreeMap<Integer, List<String>>();
    for (int customer = 0; customer < 600; customer++) {
      double perYear =
          new double[] {25, 7, 1.5}[customer % 3] * Math.exp(0.3 * random.nextGaussian());
      double day = -365;
      while (day < 7 * NIGHTS) {
        day -= 365 / perYear * Math.log(1 - random.nextDouble());
        var value = Math.exp(3.5 + customer % 3 * 0.2 + 0.5 * random.nextGaussian());
        orders
            .computeIfAbsent((int) Math.floor(day), key -> new ArrayList<>())
            .add("C" + customer + " %d days ago " + "%.2f".formatted(value));
      }
    }
    return orders;
  }

  private static String decision(Shop shop, LocalDate night) {
    return shop.rows("select decision from clustering.nights where night = '%s'".formatted(night))
        .get(0);
  }

  private static boolean hasProposal(Shop shop, LocalDate night) {
    return !shop.rows(
            "select k from clustering.models where night = '%s' and is_proposed".formatted(night))
        .isEmpty();
  }

  private static double index(Shop shop, LocalDate night, boolean isProposed) {
    return Double.parseDouble(
        shop.rows(
                "select adjusted_rand_index from clustering.models where night = '%s' and is_proposed = %s"
                    .formatted(night, isProposed))
            .get(0));
  }

  private static double agreement(Shop shop, LocalDate night, boolean isProposed) {
    var before = labels(shop, night, night.minusWeeks(1), false);
    var after = labels(shop, night, night, isProposed);
    assertThat(after.keySet()).isEqualTo(before.keySet()).hasSizeGreaterThan(400);
    var keys = List.copyOf(before.keySet());
    long both = 0;
    long one = 0;
    long other = 0;
    long all = 0;
    for (int i = 0; i < keys.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean isTogether = before.get(keys.get(i)).equals(before.get(keys.get(j)));
        boolean isTogetherAfter = after.get(keys.get(i)).equals(after.get(keys.get(j)));
        all++;
        one += isTogether ? 1 : 0;
        other += isTogetherAfter ? 1 : 0;
        both += isTogether && isTogetherAfter ? 1 : 0;
      }
    }
    double chance = (double) one * other / all;
    return (both - chance) / ((one + other) / 2.0 - chance);
  }

  private static Map<String, String> labels(
      Shop shop, LocalDate night, LocalDate model, boolean isProposed) {
    return shop.rows(LABELS.formatted(night, model, isProposed)).stream()
        .map(row -> row.split("\\|"))
        .collect(Collectors.toMap(row -> row[0], row -> row[1], (a, b) -> a, TreeMap::new));
  }
}
