package dev.nightjar.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.nightjar.kit.SharedFolder;
import dev.nightjar.kmeans.Clustered;
import dev.nightjar.kmeans.Criterion;
import dev.nightjar.kmeans.KMeans;
import dev.nightjar.kmeans.KMeansSettings;
import dev.nightjar.kmeans.Matrix;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against what scikit-learn 1.2.1 makes of the same numbers. */
class KMeansOracleTest {

  /**
   * The 4,338 customers of UCI Online Retail. The inertia is what is listed in the data's README,
   * best of 20 starts of scikit-learn, which stops where centres move less than its tolerance of
   * 1e-4. These starts go on until no customer moves: for k = 3 to 5 a little further down, where a
   * few customers are elsewhere than in the sizes listed (1896 1692 750; 1589 1178 850 721; 1189
   * 1020 936 849 344), and the indices listed (0.3380 1.0458 3627.19; 0.3358 1.0140 3329.52; 0.3162
   * 0.9897 3193.86). Of 101 seeds of scikit-learn only 1 ends with these sizes for k = 3 and 5, and
   * 5 do for k = 4. With a tolerance of 0 its best of 160 starts has the sizes and indices here for
   * k = 2 to 4, and for k = 5 an inertia of 3295.78.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 6481.23, 0.43294, 0.89208, 4370.4892, 2671 1667",
    "3, 4867.94, 0.33678, 1.04712, 3627.3364, 1874 1699 765",
    "4, 3938.08, 0.33587, 1.01388, 3329.6134, 1595 1176 848 719",
    "5, 3296.10, 0.31610, 0.98922, 3194.1127, 1188 1019 941 846 344",
  })
  void logarithmsOfOnlineRetail(
      int k,
      double listed,
      double silhouette,
      double daviesBouldin,
      double calinskiHarabasz,
      String sizes)
      throws IOException {
    var clustered = new KMeans(onlineRetail(Transform.LOG1P), everybody(20)).cluster(k);
    assertThat(clustered.inertia()).isLessThanOrEqualTo(listed * 1.0001);
    assertThat(sizes(clustered)).isEqualTo(sizes);
    var quality = clustered.quality();
    assertThat(quality.silhouette()).isEqualTo(silhouette, within(5e-6));
    assertThat(quality.daviesBouldin()).isEqualTo(daviesBouldin, within(5e-6));
    assertThat(quality.calinskiHarabasz()).isEqualTo(calinskiHarabasz, within(5e-5));
  }

  @Test
  void onlineRetailAsItIs() throws IOException {
    var clustered = new KMeans(onlineRetail(Transform.NONE), everybody(20)).cluster(4);
    assertThat(clustered.inertia()).isEqualTo(4092.14, within(0.005));
    assertThat(sizes(clustered)).isEqualTo("3054 1067 204 13");
    assertThat(clustered.quality().silhouette()).isEqualTo(0.6162, within(5e-5));
  }

  /** The leaves of a tree, and one assignment, lose next to nothing of it. */
  @ParameterizedTest
  @CsvSource({"2, 6481.23", "3, 4867.94", "4, 3938.08", "5, 3296.10"})
  void onlineRetailFromTheLeavesOfATree(int k, double listed) throws IOException {
    var settings = new KMeansSettings(2, 8, 0, Criterion.BIC, 1, 20, 300, 0, 2_000, 2_000);
    var kMeans = new KMeans(onlineRetail(Transform.LOG1P), settings);
    assertThat(kMeans.algorithm()).contains("BETULA");
    assertThat(kMeans.cluster(k).inertia()).isLessThan(listed * 1.01);
  }

  /**
   * The 150 flowers of Fisher, "The use of multiple measurements" (1936), Table I; figures in
   * print.
   */
  @Test
  void iris() throws IOException {
    var stream = getClass().getResourceAsStream("iris.csv");
    try (var in = new InputStreamReader(stream, StandardCharsets.UTF_8);
        var csv = CsvReader.builder().ofNamedCsvRecord(in)) {
      var flowers =
          csv.stream().map(row -> numbers(row.getFields().stream())).toArray(double[][]::new);
      assertThat(flowers).hasDimensions(150, 4);
      var clustered = new KMeans(Matrix.of(flowers), everybody(20)).cluster(3);
      assertThat(clustered.inertia()).isEqualTo(78.8514, within(5e-5));
      assertThat(sizes(clustered)).isEqualTo("62 50 38");
      assertThat(clustered.quality().silhouette()).isEqualTo(0.5528, within(5e-5));
      assertThat(clustered.quality().calinskiHarabasz()).isEqualTo(561.63, within(5e-3));
      assertThat(clustered.quality().daviesBouldin()).isEqualTo(0.6620, within(5e-5));
    }
  }

  private static Matrix onlineRetail(Transform transform) throws IOException {
    var file = SharedFolder.file("oracles/online_retail_rfm_4338.csv");
    try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      var values =
          Matrix.of(
              csv.stream()
                  .map(row -> numbers(Stream.of("R", "F", "M").map(row::getField)))
                  .toArray(double[][]::new));
      assertThat(values.rows()).isEqualTo(4338);
      var settings =
          Settings.scaled(
              Scaling.Z_SCORE,
              FeatureSettings.of(Feature.RECENCY, transform),
              FeatureSettings.of(Feature.FREQUENCY, transform),
              FeatureSettings.of(Feature.MONETARY, transform));
      return Scaler.fit(values, settings).scale(values);
    }
  }

  /** Settings by which the exact silhouette is that of all customers. */
  private static KMeansSettings everybody(int starts) {
    return new KMeansSettings(2, 8, 0, Criterion.BIC, 1, starts, 300, 100_000, 2_000, 5_000);
  }

  private static double[] numbers(Stream<String> cells) {
    return cells.mapToDouble(Double::parseDouble).toArray();
  }

  private static String sizes(Clustered clustered) {
    return String.join(
        " ",
        Arrays.stream(clustered.sizes())
            .boxed()
            .sorted(Comparator.reverseOrder())
            .map(String::valueOf)
            .toList());
  }
}
