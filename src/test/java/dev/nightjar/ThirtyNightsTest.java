package dev.nightjar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.DemoDays;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Thirty nights of the demo's shop, with a new model sought in each: a cluster keeps its number and
 * its name, and it is the same cluster.
 */
@DatabaseTest
class ThirtyNightsTest {
  private static final int CUSTOMERS = 1000;
  private static final int DAYS = 29;

  /**
   * For each cluster of a night and the cluster of the night before whose centre is nearest, the
   * two in the scale of the night. Scales are those of log1p.
   */
  private static final String NEAREST_BEFORE =
      """
      with centres as (
        select v.night, v.cluster, v.feature, v.scaled * f.spread + f.centre as place, f.spread
        from clustering.centroid_values v
        join clustering.features f using (night, is_proposed, feature)
        where not v.is_proposed
      ), distances as (
        select t.night, t.cluster, b.cluster as before,
          sqrt(sum(((t.place - b.place) / t.spread) ^ 2)) as distance
        from centres t
        join centres b on b.feature = t.feature
          and b.night = (select max(night) from clustering.nights n where n.night < t.night)
        group by t.night, t.cluster, b.cluster
      )
      select distinct on (night, cluster) night, cluster, before from distances
      order by night, cluster, distance
      """;

  /** By default, and with so many clusters that some are near each other. */
  @ParameterizedTest
  @CsvSource({"3, 8", "6, 6"})
  void namesNeverSwap(int minK, int maxK, Shop shop, @TempDir Path folder) throws IOException {
    shop.with("clustering.min-k=" + minK).with("clustering.max-k=" + maxK);
    var demo = new DemoDays(folder, CUSTOMERS, DAYS, new Random(5));
    var told = new LinkedHashMap<String, String>();
    shop.stages(
        stages -> {
          for (var night : demo.days()) {
            demo.deliver(shop, night);
            var report = stages.run(night.toString(), "ingest", "orders", "rfm", "clustering");
            told.put(night.toString(), report.summary());
          }
        });
    told.forEach((night, summary) -> System.out.println(night + " " + summary));
    assertThat(told).hasSize(30);
    assertThat(told.values().stream().skip(1))
        .allMatch(summary -> summary.contains("adjusted Rand index "));
    assertThat(told.values().stream().filter(summary -> summary.contains("; new model")))
        .as("nights that took a new model")
        .hasSizeGreaterThan(20);
    assertNamesAreKept(shop);
  }

  private static void assertNamesAreKept(Shop shop) {
    assertThat(
            shop.rows(
                """
                select cluster, count(distinct name), (select count(distinct cluster) from clustering.centroids o where o.name = c.name and not o.is_proposed)
                from clustering.centroids c where not is_proposed group by cluster, name
                """))
        .as("names of each number, and numbers of each name")
        .hasSizeGreaterThan(2)
        .allMatch(row -> row.endsWith("|1|1"));
    var nearest = shop.rows(NEAREST_BEFORE);
    assertThat(nearest)
        .hasSizeGreaterThan(29 * 2)
        .allMatch(row -> row.split("\\|")[1].equals(row.split("\\|")[2]));
  }
}
