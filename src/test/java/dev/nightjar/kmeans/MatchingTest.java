package dev.nightjar.kmeans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatchingTest {
  @Test
  void centresThatMovedALittleAreRecognisedInAnyOrder() {
    var random = new Random(3);
    for (int k = 1; k <= 100; k += 9) {
      var old = new double[k][];
      for (int i = 0; i < k; i++) {
        old[i] = row(10 * i, random.nextDouble());
      }
      var order = new ArrayList<>(IntStream.range(0, k).boxed().toList());
      Collections.shuffle(order, random);
      var centres =
          order.stream().map(i -> row(old[i][0] + 1, old[i][1] - 1)).toArray(double[][]::new);
      assertThat(Matching.match(centres, old))
          .containsExactly(order.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  /** Nearest first would pair 1 with 0.9 and leave 0 to 5: 5.1 in all, in place of 4.9. */
  @Test
  void theSumOfTheDistancesIsTheLeast() {
    double[][] old = {row(0.9), row(5)};
    assertThat(Matching.match(new double[][] {row(1), row(0)}, old)).containsExactly(1, 0);
  }

  @Test
  void aNewClusterIsNobodyOfOld() {
    double[][] old = {row(0), row(10)};
    assertThat(Matching.match(new double[][] {row(10), row(5), row(0)}, old))
        .containsExactly(1, Matching.NONE, 0);
  }

  @Test
  void aClusterThatIsGoneIsLeftOver() {
    double[][] old = {row(0), row(5), row(10)};
    assertThat(Matching.match(new double[][] {row(10), row(1)}, old)).containsExactly(2, 0);
  }

  @Test
  void aClusterWithoutCustomersIsNotRecognised() {
    double[][] old = {row(0), row(Double.NaN), row(10)};
    assertThat(Matching.match(new double[][] {row(10), row(1), row(4)}, old))
        .containsExactly(2, 0, Matching.NONE);
    assertThat(Matching.match(new double[][] {row(10), row(1)}, old)).containsExactly(2, 0);
  }

  private static double[] row(double... values) {
    return values;
  }
}
