package dev.nightjar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.Shop;
import dev.nightjar.kit.TestDatabase;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clusters of a version that kept a row per customer and night, and gave no names. */
@Tag("slow")
class OldClustersTest {
  private static final String OLD_NIGHT =
      """
      insert into clustering.models values ('%1$s', 'k-means', 2, 1, 10, 4, 0.1, 0.9);
      insert into clustering.features values
        ('%1$s', 'recency', 'log1p', 3, 2.5), ('%1$s', 'frequency', 'log1p', ln(2), 0),
        ('%1$s', 'monetary', 'log1p', 4.5, 2.3);
      insert into clustering.quality values ('%1$s', 2, 0.1, 0.9), ('%1$s', 3, 0.05, 0.8);
      insert into clustering.centroids values ('%1$s', 1, 2, 1.5, 1, 1000), ('%1$s', 2, 2, 200, 1, 10);
      insert into clustering.members values
        ('%1$s', 'G1', 1, 0.1), ('%1$s', 'G2', 1, 0.1), ('%1$s', 'L1', 2, 0.1), ('%1$s', 'L2', %2$s, 0.1);
      """;

  @Test
  void areRecognisedAndNamedByTheNextNight(@TempDir Path folder) throws Exception {
    try (var database = TestDatabase.of("9")) {
      var shop = new Shop(database, folder);
      shop.query(db -> db.execute(OLD_NIGHT.formatted("2025-01-27", "1")));
      shop.query(db -> db.execute(OLD_NIGHT.formatted("2025-01-28", "2")));
      shop.query(db -> db.execute(OLD_NIGHT.formatted("2025-01-29", "2")));
      shop.with("clustering.min-k=2").with("clustering.max-k=2");
      ANight.in(shop, "2025-01-30").withOrders(orders()).run();

      assertThat(shop.rows("select * from clustering.members order by 1, 2"))
          .contains(
              "G1|2025-01-27||1",
              "L1|2025-01-27||2",
              "L2|2025-01-27|2025-01-28|1",
              "L2|2025-01-28||2",
              "L3|2025-01-30||2")
          .hasSize(9);
      assertThat(
              shop.rows(
                  "select decision, adjusted_rand_index from clustering.nights order by night"))
          .containsExactly("first|", "first|", "first|", "refitted|1.0");
      assertThat(
              shop.rows(
                  "select cluster, name from clustering.centroids where night >= '2025-01-29' order"
                      + " by night, cluster"))
          .containsExactly(
              "1|", "2|", "1|recent, one order, high value", "2|lapsed, one order, low value");
    }
  }

  private static String[] orders() {
    return IntStream.rangeClosed(1, 4)
        .boxed()
        .flatMap(
            i ->
                Stream.of(
                    "G%d 2 days ago %d.00".formatted(i, 1000 + i),
                    "L%d %d days ago 10.00".formatted(i, 200 + i)))
        .toArray(String[]::new);
  }
}
