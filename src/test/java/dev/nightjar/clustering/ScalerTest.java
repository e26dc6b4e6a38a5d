package dev.nightjar.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalerTest {
  private static final Offset<Double> EXACTLY = within(1e-12);

  /** log(1 + x) of these is 0, 1, 2 and 5: mean 2, population variance 3.5. */
  private static final double[][] HAND_MADE = {
    {0}, {Math.E - 1}, {Math.exp(2) - 1}, {Math.exp(5) - 1}
  };

  @Test
  void meansAndDeviationsAreThoseOfTheLogarithms() {
    var scaler = Scaler.fit(HAND_MADE);
    assertThat(scaler.means()).containsExactly(new double[] {2}, EXACTLY);
    assertThat(scaler.deviations()).containsExactly(new double[] {Math.sqrt(3.5)}, EXACTLY);
  }

  @Test
  void featuresAreZScoresOfTheLogarithms() {
    var scaled = Scaler.fit(HAND_MADE).scale(HAND_MADE);
    var root = Math.sqrt(3.5);
    assertThat(Arrays.stream(scaled).mapToDouble(row -> row[0]).toArray())
        .containsExactly(new double[] {-2 / root, -1 / root, 0, 3 / root}, EXACTLY);
  }

  @Test
  void eachFeatureIsScaledByItself() {
    double[][] values = {{0, 3, 99.5}, {7, 3, 0}, {30, 8, 12.25}, {1, 1, 1e6}};
    var scaled = Scaler.fit(values).scale(values);
    for (int feature = 0; feature < 3; feature++) {
      int f = feature;
      var column = Arrays.stream(scaled).mapToDouble(row -> row[f]).toArray();
      assertThat(Arrays.stream(column).average().orElseThrow()).isEqualTo(0, EXACTLY);
      assertThat(Arrays.stream(column).map(x -> x * x).average().orElseThrow())
          .isEqualTo(1, EXACTLY);
    }
  }

  @Test
  void aConstantFeatureBecomesZero() {
    double[][] values = {{3, 1}, {3, 2}, {3, 4}, {3, 9}};
    var scaled = Scaler.fit(values).scale(values);
    assertThat(Arrays.stream(scaled)).allMatch(row -> row[0] == 0).allMatch(row -> row[1] != 0);
  }

  @Test
  void scalingLeavesTheValuesAsTheyAre() {
    double[][] values = {{1, 2}, {3, 4}};
    Scaler.fit(values).scale(values);
    assertThat(values).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
  }

  @Test
  void unscaleInvertsScale() {
    double[][] values = {{0, 1, 0.01}, {364, 1, 77183.6}, {12, 207, 280206.02}, {1, 3, 0}};
    var scaler = Scaler.fit(values);
    var scaled = scaler.scale(values);
    for (int i = 0; i < values.length; i++) {
      var back = scaler.unscale(scaled[i]);
      for (int f = 0; f < back.length; f++) {
        assertThat(back[f]).isEqualTo(values[i][f], within(1e-9 * (1 + values[i][f])));
      }
    }
  }

  @Test
  void unscaleGivesAConstantFeatureItsValueBack() {
    double[][] values = {{3, 1}, {3, 2}};
    assertThat(Scaler.fit(values).unscale(new double[] {0, 0})[0]).isEqualTo(3, EXACTLY);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {-1, -1e-300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void valuesWithWhichKMeansWouldNotEndAreRefused(double value) {
    assertThatThrownBy(() -> Scaler.fit(new double[][] {{1, 2}, {3, value}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("feature 1 is negative or not finite");
  }

  @Test
  void noCustomersHaveNoFeatures() {
    var scaler = Scaler.fit(new double[0][]);
    assertThat(scaler.means()).isEmpty();
    assertThat(scaler.scale(new double[0][])).isEmpty();
  }
}
