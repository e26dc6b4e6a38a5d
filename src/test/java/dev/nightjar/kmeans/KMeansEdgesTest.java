package dev.nightjar.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class KMeansEdgesTest {
  private static final int TEN_MILLION = 10_000_000;

  @Test
  void tenMillionEqualRowsAreOneDistinctRow() {
    assertThat(new Matrix(new double[TEN_MILLION], 1).distinctRows(8)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void tenMillionRowsOfTwoKindsAreTwoClusters(boolean isExact) {
    var cells = new double[TEN_MILLION];
    Arrays.fill(cells, TEN_MILLION / 2, TEN_MILLION, 1);
    var rows = new Matrix(cells, 1);
    var start = KMeans.algorithm(rows, AKMeans.starts(1), isExact).start(2, 1);
    var members = start.assigned(rows);
    assertThat(rows.inertia(start.centroids(), members)).isZero();
    assertThat(members[0]).isNotEqualTo(members[TEN_MILLION - 1]);
  }

  @ParameterizedTest
  @CsvSource({"200000", "0"})
  void withFewerDistinctRowsThanClustersThereAreAsManyClustersAsDistinctRows(int exactUpTo) {
    var settings = AKMeans.of(3, 8, Criterion.BIC, 5, exactUpTo);
    var rows = new Matrix(new double[] {1, 1, 1, 2, 2, 7}, 1);
    var tried = new KMeans(rows, settings).tryEachK(rows.distinctRows(8));
    assertThat(tried.each()).hasSize(1);
    assertThat(tried.best().sizes()).containsExactlyInAnyOrder(3, 2, 1);
    assertThat(tried.best().inertia()).isZero();
  }

  @Test
  void zeroIsZeroWhateverItsSign() {
    assertThat(new Matrix(new double[] {0.0, -0.0}, 1).distinctRows(2)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Criterion.class)
  void eachCriterionFindsFourCrowds(Criterion criterion) {
    var tried = new KMeans(crowds(4, 200), AKMeans.of(2, 8, criterion, 5, 100_000)).tryEachK(8);
    assertThat(tried.each()).extracting(Clustered::k).containsExactly(2, 3, 4, 5, 6, 7, 8);
    assertThat(tried.best().k()).isEqualTo(4);
  }

  /** Inertia 100, 40, 20 and 10 for k = 2 to 5: 0, 1/3, 2/9 and 0 below the line. */
  @Test
  void theElbowIsTheDistanceFromTheLine() {
    var each =
        Arrays.stream(new double[][] {{2, 100}, {3, 40}, {4, 20}, {5, 10}})
            .map(
                it ->
                    new Clustered(
                        new double[(int) it[0]][1], new int[0], it[1], 0, Quality.UNDEFINED))
            .toList();
    var tried = new KSearch(null, each, Criterion.ELBOW, null);
    assertThat(tried.elbow(0)).isEqualTo(0, within(1e-12));
    assertThat(tried.elbow(1)).isEqualTo(1 / 3.0, within(1e-12));
    assertThat(tried.elbow(2)).isEqualTo(2 / 9.0, within(1e-12));
    assertThat(tried.elbow(3)).isEqualTo(0, within(1e-12));
    assertThat(tried.best().k()).isEqualTo(3);
  }

  @Test
  void theTreeGivesTheSameForTheSameSeed() {
    var settings = AKMeans.of(2, 8, Criterion.BIC, 3, 0);
    var rows = crowds(6, 5_000);
    var first = new KMeans(rows, settings).cluster(5);
    var second = new KMeans(rows, settings).cluster(5);
    assertThat(second.members()).isEqualTo(first.members());
    assertThat(second.centroids()).isDeepEqualTo(first.centroids());
    assertThat(first.iterations()).isBetween(2, 299);
  }

  @Test
  void theTreeTakesAWarmStart() {
    var settings = AKMeans.of(2, 8, Criterion.BIC, 3, 0);
    double[][] centres = {{9, 11}, {1, -1}, {19, 21}};
    var warm = new KMeans(crowds(3, 2_000), settings).from(centres);
    assertThat(centres).isDeepEqualTo(new double[][] {{9, 11}, {1, -1}, {19, 21}});
    assertThat(warm.sizes()).containsExactly(2_000, 2_000, 2_000);
    assertThat(warm.centroids()[2][0]).isEqualTo(20, within(0.1));
  }

  /** Around (0, 0), (10, 10), (20, 20) and so on. */
  private static Matrix crowds(int crowds, int each) {
    var random = new Random(11);
    var rows = new double[crowds * each][];
    Arrays.setAll(
        rows,
        i ->
            new double[] {
              10 * (i % crowds) + random.nextGaussian(), 10 * (i % crowds) + random.nextGaussian()
            });
    return Matrix.of(rows);
  }
}
