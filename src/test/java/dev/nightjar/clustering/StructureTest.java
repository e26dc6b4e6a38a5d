package dev.nightjar.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kmeans.Criterion;
import dev.nightjar.kmeans.KMeans;
import dev.nightjar.kmeans.KMeansSettings;
import dev.nightjar.kmeans.KSearch;
import dev.nightjar.kmeans.Matrix;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random shops with and without clusters, and with customers like no other. */
class StructureTest {
  private static final double[] FOUR_HUNDRED_ORDERS = {1, 400, 20_000};

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aHomogeneousShopIsOneCluster(long seed) {
    var random = new Random(seed);
    var normal = homogeneous(random, () -> 50 + 2 * random.nextGaussian());
    var even = homogeneous(random, () -> 48 + 4 * random.nextDouble());
    assertThat(search(normal).best().k()).isEqualTo(1);
    assertThat(search(even).best().k()).isEqualTo(1);
    assertThat(search(with(normal, FOUR_HUNDRED_ORDERS)).best().k()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void crowdsAreClustersAndACustomerLikeNoOtherIsNone(long seed) {
    var random = new Random(seed);
    var crowds =
        Stream.of(new double[] {10, 12, 900}, new double[] {100, 4, 200}, new double[] {300, 1, 30})
            .flatMap(middle -> Stream.generate(() -> near(middle, random)).limit(400))
            .toArray(double[][]::new);
    assertThat(search(crowds).best().sizes()).containsExactlyInAnyOrder(400, 400, 400);
    var found = search(with(crowds, FOUR_HUNDRED_ORDERS));
    assertThat(found.best().sizes()).containsExactlyInAnyOrder(401, 400, 400);
    assertThat(found.each())
        .hasSizeGreaterThan(3)
        .allMatch(each -> Arrays.stream(each.sizes()).min().getAsInt() >= 13);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void theSameSeedGivesTheSameGap(long seed) {
    var shop = homogeneous(new Random(seed), () -> 50);
    assertThat(search(shop).gap()).isEqualTo(search(shop).gap()).isNotNull();
  }

  private static double[][] homogeneous(Random random, DoubleSupplier value) {
    return Stream.generate(
            () -> {
              var days = random.ints(3, 0, 365).min().getAsInt();
              return new double[] {
                days, 3, value.getAsDouble() + value.getAsDouble() + value.getAsDouble()
              };
            })
        .limit(1_200)
        .toArray(double[][]::new);
  }

  private static double[] near(double[] middle, Random random) {
    return Arrays.stream(middle)
        .map(each -> Math.round(each * Math.exp(0.15 * random.nextGaussian())))
        .toArray();
  }

  private static double[][] with(double[][] customers, double[] another) {
    return Stream.concat(Arrays.stream(customers), Stream.of(another)).toArray(double[][]::new);
  }

  private static KSearch search(double[]... customers) {
    var values = Matrix.of(customers);
    var features = Scaler.fit(values, Settings.starts(10)).scale(values);
    var settings =
        new KMeansSettings(
            2, 8, 0.01, Criterion.SIMPLIFIED_SILHOUETTE, 1, 10, 300, 100_000, 2_000, 2_000);
    return new KMeans(features, settings).tryEachK(features.distinctRows(8));
  }
}
