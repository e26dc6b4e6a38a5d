package dev.nightjar.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import dev.nightjar.kmeans.Agreement;
import dev.nightjar.kmeans.Clustered;
import dev.nightjar.kmeans.KMeans;
import dev.nightjar.kmeans.Matrix;
import dev.nightjar.kmeans.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Clusters are made of what is scored, whatever that is. */
@DatabaseTest
class ScoredFeaturesNightTest {
  @Test
  void clustersAreThoseOfTheScoredValues(Shop shop) {
    shop.with("rfm.frequency.counts=days").with("rfm.monetary.value=mean-order");
    shop.with("clustering.min-k=4").with("clustering.max-k=4").upTo("clustering");
    ANight.in(shop, "2025-01-31").withOrders(orders()).run();
    var night =
        shop.rows(
            "select cluster, recency_days, s.frequency, s.monetary, orders_count, net_value"
                + " from rfm.scores s join clustering.members using (customer_key)"
                + " order by customer_key collate \"C\"");
    assertThat(night).hasSize(300);
    assertThat(agreement(night, 1, 2, 3)).isEqualTo(1, within(1e-12));
    assertThat(agreement(night, 1, 4, 5)).isLessThan(0.9);
    assertThat(shop.rows("select name from clustering.centroids"))
        .noneMatch(name -> name.contains("order"));
  }

  @Test
  void otherMetricsNeedANewModel(Shop shop) {
    shop.with("clustering.refit=manual").upTo("clustering");
    ANight.in(shop, "2025-01-30").withOrders(orders()).run();
    shop.with("rfm.frequency.counts=days");
    ANight.in(shop, "2025-01-31").withOrders("C1 1 day ago 10.00").run();
    assertThat(shop.rows("select decision from clustering.nights order by night"))
        .containsExactly("first", "redefined");
  }

  /** Some buy often on few days, and some buy for much in few orders. */
  private static String[] orders() {
    var random = new Random(3);
    var orders = new ArrayList<String>();
    for (int customer = 1; customer <= 300; customer++) {
      int days = 1 + random.nextInt(5);
      for (int day = 0; day < days; day++) {
        int ago = random.nextInt(360);
        for (int order = random.nextInt(8); order >= 0; order--) {
          orders.add(
              "C%d %d days ago %.2f".formatted(customer, ago, 5 + 100 * random.nextDouble()));
        }
      }
    }
    return orders.toArray(String[]::new);
  }

  /** The adjusted Rand index of the night's clusters with k-means on some columns. */
  private static double agreement(List<String> night, int... columns) {
    var rows = night.stream().map(row -> row.split("\\|")).toList();
    var numbers = rows.stream().mapToInt(row -> Integer.parseInt(row[0]) - 1).toArray();
    var values =
        Matrix.of(
            rows.stream()
                .map(
                    row ->
                        Stream.of(columns[0], columns[1], columns[2])
                            .mapToDouble(column -> Double.parseDouble(row[column]))
                            .toArray())
                .toArray(double[][]::new));
    var features = Scaler.fit(values, Settings.starts(10)).scale(values);
    var found = new KMeans(features, Settings.starts(10).kMeans()).cluster(4);
    var own = new Clustered(new double[4][3], numbers, 0, 0, new Quality(0, 0, 0, 0, 0));
    return Agreement.of(own, found).adjustedRandIndex();
  }
}
