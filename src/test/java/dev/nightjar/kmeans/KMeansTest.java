package dev.nightjar.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KMeansTest {
  private static final Offset<Double> EXACTLY = within(1e-9);

  /**
   * Published with k = 2 and a within-cluster variance of 3.1666666667, which is the sum of the
   * squared distances: four points around (1.5, 1.5) with 0.5 each, and three around (6.5, 5/3)
   * with 13/36, 13/36 and 16/36.
   */
  private static final double[][] SEVEN = {
    {1, 1}, {1, 2}, {2, 1}, {2, 2}, {6, 2}, {7, 2}, {6.5, 1}
  };

  @Test
  void sevenPointsFallIntoTheTwoPublishedClusters() {
    var clustered = new KMeans(Matrix.of(SEVEN), AKMeans.starts(10)).cluster(2);
    assertThat(partition(clustered)).isEqualTo(Set.of(List.of(0, 1, 2, 3), List.of(4, 5, 6)));
    assertThat(clustered.inertia())
        .isEqualTo(2 + 7 / 6.0, EXACTLY)
        .isEqualTo(3.1666666667, EXACTLY);
    assertThat(clustered.centroids()[clustered.members()[0]])
        .containsExactly(new double[] {1.5, 1.5}, EXACTLY);
    assertThat(clustered.centroids()[clustered.members()[4]])
        .containsExactly(new double[] {6.5, 5 / 3.0}, EXACTLY);
  }

  @Test
  void theSilhouetteIsTheMeanSimplifiedOne() {
    var clustered = new KMeans(Matrix.of(SEVEN), AKMeans.starts(10)).cluster(2);
    double sum = 0;
    for (int i = 0; i < SEVEN.length; i++) {
      int own = clustered.members()[i];
      double near = distance(SEVEN[i], clustered.centroids()[own]);
      double far = distance(SEVEN[i], clustered.centroids()[1 - own]);
      sum += (far - near) / Math.max(far, near);
    }
    assertThat(clustered.quality().simplifiedSilhouette()).isEqualTo(sum / SEVEN.length, EXACTLY);
  }

  @Test
  void theSameSeedGivesTheSameClusters() {
    var points = cloud(500, 3);
    var first = new KMeans(Matrix.of(points), AKMeans.starts(3)).cluster(6);
    var second = new KMeans(Matrix.of(points), AKMeans.starts(3)).cluster(6);
    assertThat(second.members()).isEqualTo(first.members());
    assertThat(second.centroids()).isDeepEqualTo(first.centroids());
    assertThat(second.inertia()).isEqualTo(first.inertia());
    assertThat(second.quality()).isEqualTo(first.quality());
  }

  @Test
  void moreStartsAreNeverWorse() {
    var points = cloud(500, 3);
    assertThat(new KMeans(Matrix.of(points), AKMeans.starts(20)).cluster(8).inertia())
        .isLessThan(new KMeans(Matrix.of(points), AKMeans.starts(1)).cluster(8).inertia());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theOrderOfTheRowsDoesNotMatterWhereClustersAreDistinct(long seed) {
    var points = fourCrowds(100);
    var rows = new ArrayList<>(IntStream.range(0, points.length).boxed().toList());
    Collections.shuffle(rows, new Random(seed));
    var shuffled = rows.stream().map(row -> points[row]).toArray(double[][]::new);
    var members = new int[points.length];
    var clustered = new KMeans(Matrix.of(shuffled), AKMeans.starts(10)).cluster(4);
    for (int i = 0; i < members.length; i++) {
      members[rows.get(i)] = clustered.members()[i];
    }
    assertThat(partition(members))
        .isEqualTo(partition(new KMeans(Matrix.of(points), AKMeans.starts(10)).cluster(4)))
        .hasSize(4);
  }

  @Test
  void everyMemberIsNearestToItsOwnCentroidWhichIsTheMeanOfItsMembers() {
    var points = cloud(300, 3);
    var clustered = new KMeans(Matrix.of(points), AKMeans.starts(5)).cluster(5);
    var means = new double[5][3];
    double inertia = 0;
    for (int i = 0; i < points.length; i++) {
      int own = clustered.members()[i];
      double near = distance(points[i], clustered.centroids()[own]);
      inertia += near * near;
      for (var centroid : clustered.centroids()) {
        assertThat(near).isLessThanOrEqualTo(distance(points[i], centroid) + 1e-12);
      }
      long size = Arrays.stream(clustered.members()).filter(each -> each == own).count();
      for (int f = 0; f < 3; f++) {
        means[own][f] += points[i][f] / size;
      }
    }
    assertThat(clustered.inertia()).isEqualTo(inertia, EXACTLY);
    for (int k = 0; k < 5; k++) {
      assertThat(clustered.centroids()[k]).containsExactly(means[k], EXACTLY);
    }
  }

  @Test
  void asManyClustersAsDistinctPointsLeaveNoDistance() {
    double[][] points = {{0, 0}, {0, 0}, {5, 0}, {5, 0}, {0, 9}, {0, 9}, {0, 9}};
    var clustered = new KMeans(Matrix.of(points), AKMeans.starts(10)).cluster(3);
    assertThat(partition(clustered))
        .isEqualTo(Set.of(List.of(0, 1), List.of(2, 3), List.of(4, 5, 6)));
    assertThat(clustered.inertia()).isZero();
    assertThat(clustered.quality().simplifiedSilhouette()).isEqualTo(1, EXACTLY);
  }

  @Test
  void aWarmStartKeepsTheNumbersOfItsCentresAndLeavesThemAlone() {
    var points = Matrix.of(fourCrowds(100));
    double[][] centres = {{9, 9, 0}, {1, 1, 0}, {1, 9, 0}, {9, 1, 0}};
    var warm = new KMeans(points, AKMeans.starts(1)).from(centres);
    assertThat(centres).isDeepEqualTo(new double[][] {{9, 9, 0}, {1, 1, 0}, {1, 9, 0}, {9, 1, 0}});
    assertThat(warm.centroids()[0]).startsWith(10, 10);
    assertThat(warm.centroids()[1]).startsWith(0, 0);
    assertThat(warm.sizes()).containsExactly(100, 100, 100, 100);
  }

  @Test
  void givenCentresTakeWhoIsNearestAndStayWhereTheyAre() {
    double[][] centres = {{1, 1}, {6, 2}};
    var assigned = Clustered.assign(Matrix.of(SEVEN), centres);
    assertThat(assigned.members()).containsExactly(0, 0, 0, 0, 1, 1, 1);
    assertThat(assigned.centroids()).isDeepEqualTo(centres);
    assertThat(assigned.inertia()).isEqualTo(0 + 1 + 1 + 2 + 0 + 1 + 1.25, EXACTLY);
  }

  @Test
  void mediansAreThoseOfTheMembersWhoseValueIsKnown() {
    var clustered =
        new Clustered(
            new double[][] {{0}, {1}, {2}}, new int[] {0, 1, 0, 1, 0}, 0, 0, Quality.UNDEFINED);
    var values = new Matrix(new double[] {4, Double.NaN, 1, 5, 3}, 1);
    var medians = clustered.medians(values);
    assertThat(medians[0]).containsExactly(3);
    assertThat(medians[1]).containsExactly(5);
    assertThat(medians[2]).containsExactly(Double.NaN);
  }

  @Test
  void aDistanceIsThatToTheOwnCentroid() {
    var clustered = Clustered.assign(Matrix.of(SEVEN), new double[][] {{1, 1}, {6, 2}});
    assertThat(clustered.distance(3, Matrix.of(SEVEN))).isEqualTo(Math.sqrt(2), EXACTLY);
    assertThat(clustered.distance(5, Matrix.of(SEVEN))).isEqualTo(1, EXACTLY);
  }

  @Test
  void meansAreThoseOfTheMembersWhoseValueIsKnown() {
    var clustered =
        new Clustered(
            new double[][] {{0}, {1}, {2}}, new int[] {0, 1, 0, 1, 0}, 0, 0, Quality.UNDEFINED);
    var means = clustered.means(new Matrix(new double[] {4, Double.NaN, 1, 5, 4}, 1));
    assertThat(means[0]).containsExactly(3);
    assertThat(means[1]).containsExactly(5);
    assertThat(means[2]).containsExactly(Double.NaN);
  }

  /** The rows of each cluster: clusters without their numbers. */
  private static Set<List<Integer>> partition(Clustered clustered) {
    return partition(clustered.members());
  }

  private static Set<List<Integer>> partition(int[] members) {
    var clusters = new TreeMap<Integer, List<Integer>>();
    for (int i = 0; i < members.length; i++) {
      clusters.computeIfAbsent(members[i], k -> new ArrayList<>()).add(i);
    }
    return Set.copyOf(clusters.values());
  }

  private static double distance(double[] a, double[] b) {
    return Math.sqrt(IntStream.range(0, a.length).mapToDouble(f -> sq(a[f] - b[f])).sum());
  }

  private static double sq(double x) {
    return x * x;
  }

  private static double[][] cloud(int points, int features) {
    var random = new Random(7);
    return IntStream.range(0, points)
        .mapToObj(i -> random.doubles(features).toArray())
        .toArray(double[][]::new);
  }

  private static double[][] fourCrowds(int each) {
    var random = new Random(11);
    return IntStream.range(0, 4 * each)
        .mapToObj(i -> new double[] {i % 2 * 10, i / 2 % 2 * 10, random.nextGaussian()})
        .toArray(double[][]::new);
  }
}
