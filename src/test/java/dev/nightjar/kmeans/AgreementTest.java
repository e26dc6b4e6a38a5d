package dev.nightjar.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elki.data.Cluster;
import elki.data.Clustering;
import elki.data.model.ClusterModel;
import elki.database.ids.DBIDRange;
import elki.database.ids.DBIDUtil;
import elki.evaluation.clustering.ClusterContingencyTable;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final Offset<Double> EXACTLY = within(1e-12);

  /** The examples of scikit-learn's documentation of adjusted_rand_score. */
  @Test
  void hasPublishedValues() {
    assertThat(index(new int[] {0, 0, 1, 1}, new int[] {0, 0, 1, 1})).isEqualTo(1, EXACTLY);
    assertThat(index(new int[] {0, 0, 1, 1}, new int[] {1, 1, 0, 0})).isEqualTo(1, EXACTLY);
    assertThat(index(new int[] {0, 0, 1, 2}, new int[] {0, 0, 1, 1})).isEqualTo(4 / 7.0, EXACTLY);
    assertThat(index(new int[] {0, 0, 0, 0}, new int[] {0, 1, 2, 3})).isEqualTo(0, EXACTLY);
    assertThat(index(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1})).isEqualTo(-0.5, EXACTLY);
  }

  @Test
  void isOneWhereThereIsNothingToDisagreeAbout() {
    assertThat(index(new int[] {0, 0, 0}, new int[] {0, 0, 0})).isEqualTo(1);
    assertThat(index(new int[] {0, 1, 2}, new int[] {2, 0, 1})).isEqualTo(1);
  }

  @Test
  void isNotDefinedForFewerThanTwoCustomers() {
    assertThat(new Agreement(new long[0][0]).adjustedRandIndex()).isNaN();
    assertThat(new Agreement(new long[][] {{1}}).adjustedRandIndex()).isNaN();
  }

  @Test
  void isWhatElkiCounts() {
    var random = new Random(5);
    for (int round = 0; round < 20; round++) {
      var one = random.ints(60, 0, 4).toArray();
      var other = random.ints(60, 0, 5).toArray();
      for (int i = 0; i < 30; i++) {
        other[i] = one[i];
      }
      var rows = DBIDUtil.generateStaticDBIDRange(60);
      var counts =
          new ClusterContingencyTable(false, false, clustering(one, rows), clustering(other, rows));
      assertThat(index(one, other))
          .isEqualTo(counts.getPaircount().adjustedRandIndex(), within(1e-9));
    }
  }

  private static Clustering<ClusterModel> clustering(int[] members, DBIDRange rows) {
    var clustering = new Clustering<ClusterModel>();
    for (int number : IntStream.of(members).distinct().sorted().toArray()) {
      var ids = DBIDUtil.newArray();
      IntStream.range(0, members.length)
          .filter(i -> members[i] == number)
          .forEach(i -> ids.add(rows.get(i)));
      clustering.addToplevelCluster(new Cluster<>(ids, ClusterModel.CLUSTER));
    }
    return clustering;
  }

  private static double index(int[] one, int[] other) {
    var counts =
        new long[IntStream.of(one).max().orElse(0) + 1][IntStream.of(other).max().orElse(0) + 1];
    for (int i = 0; i < one.length; i++) {
      counts[one[i]][other[i]]++;
    }
    return new Agreement(counts).adjustedRandIndex();
  }
}
