package dev.nightjar.kmeans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KSearchTest {
  private static final Clustered TWO = clustered(2, 100);
  private static final Clustered THREE = clustered(3, 50);
  private static final KSearch TRIED =
      new KSearch(clustered(1, 200), List.of(TWO, THREE), Criterion.BIC, null);

  @Test
  void aWarmStartIsKeptThatIsNearlyAsGood() {
    for (double inertia : new double[] {40, 50, 50.4}) {
      var warm = clustered(3, inertia);
      assertThat(TRIED.withWarmStart(warm).each()).containsExactly(TWO, warm);
    }
  }

  @Test
  void aWarmStartIsLeftThatIsWorseOrOfAnotherNumberOfClusters() {
    assertThat(TRIED.withWarmStart(clustered(3, 50.6)).each()).containsExactly(TWO, THREE);
    assertThat(TRIED.withWarmStart(clustered(4, 10)).each()).containsExactly(TWO, THREE);
  }

  @Test
  void aSingleClusterIsBestWhereMoreStandOutNoFurther() {
    assertThat(TRIED.withGap(new GapStatistic(0.5, 0.6, 0.05)).best().k()).isEqualTo(2);
    assertThat(TRIED.withGap(new GapStatistic(0.5, 0.55, 0.05)).best().k()).isEqualTo(1);
    assertThat(new KSearch(clustered(1, 200), List.of(), Criterion.BIC, null).best().k())
        .isEqualTo(1);
  }

  private static Clustered clustered(int k, double inertia) {
    return new Clustered(new double[k][1], new int[0], inertia, 1, Quality.UNDEFINED);
  }
}
