package dev.nightjar.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nightjar.kmeans.Matrix;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalerTest {
  private static final Offset<Double> EXACTLY = within(1e-12);
  private static final double[] FIVE = {0, 1, 3, 4, 12};

  /** log(1 + x) of these is 0, 1, 2 and 5: mean 2, population variance 3.5. */
  private static final double[] HAND_MADE = {0, Math.E - 1, Math.exp(2) - 1, Math.exp(5) - 1};

  @Test
  void zScoresOfLogarithmsHaveThePopulationsDeviation() {
    var fitted = fit(Transform.LOG1P, Scaling.Z_SCORE, HAND_MADE);
    double root = Math.sqrt(3.5);
    assertThat(fitted.centre()).isEqualTo(2, EXACTLY);
    assertThat(fitted.spread()).isEqualTo(root, EXACTLY);
    assertThat(fitted.apply(HAND_MADE))
        .containsExactly(new double[] {-2 / root, -1 / root, 0, 3 / root}, EXACTLY);
  }

  /** Mean 4, variance 18; median 3, quartiles 1 and 4. */
  @ParameterizedTest
  @CsvSource({
    "Z_SCORE, 4, 4.242640687119285",
    "ROBUST, 3, 3",
    "MIN_MAX, 0, 12",
  })
  void scalesByCentreAndSpread(Scaling scaling, double centre, double spread) {
    var fitted = fit(Transform.NONE, scaling, FIVE);
    assertThat(fitted.centre()).isEqualTo(centre, EXACTLY);
    assertThat(fitted.spread()).isEqualTo(spread, EXACTLY);
    assertThat(fitted.apply(FIVE)[4]).isEqualTo((12 - centre) / spread, EXACTLY);
  }

  @Test
  void ranksAreTheShareWithLessAndTiesCountHalf() {
    double[] values = {7, 1, 7, 100};
    var fitted = fit(Transform.RANK, Scaling.MIN_MAX, values);
    // 1 is 1/8, 7 twice (1 + 3) / 8, 100 is 7/8
    assertThat(fitted.centre()).isEqualTo(1 / 8.0, EXACTLY);
    assertThat(fitted.apply(values)).containsExactly(new double[] {0.5, 0, 0.5, 1}, EXACTLY);
  }

  @Test
  void winsoriseLimitsToThePercentiles() {
    var settings = new FeatureSettings(Feature.TENURE, null, null, Transform.WINSORISE, P25_75);
    var fitted = FittedFeature.fit(settings, Scaling.MIN_MAX, FIVE);
    assertThat(fitted.low()).isEqualTo(1, EXACTLY);
    assertThat(fitted.high()).isEqualTo(4, EXACTLY);
    assertThat(fitted.apply(FIVE)).containsExactly(new double[] {0, 0, 2 / 3.0, 1, 1}, EXACTLY);
  }

  private static final List<Double> P25_75 = List.of(25.0, 75.0);

  @Test
  void aModelScalesTheValuesOfAnotherNightByItsOwnLimits() {
    var settings = new FeatureSettings(Feature.TENURE, null, null, Transform.WINSORISE, P25_75);
    var fitted = FittedFeature.fit(settings, Scaling.MIN_MAX, FIVE);
    assertThat(fitted.apply(new double[] {1000, 2.5, -8}))
        .containsExactly(new double[] {1, 0.5, 0}, EXACTLY);
  }

  @Test
  void robustScalingTakesTheDeviationWhereQuartilesAreEqual() {
    double[] values = {1, 1, 1, 1, 1, 1, 1, 9};
    var fitted = fit(Transform.NONE, Scaling.ROBUST, values);
    assertThat(fitted.isSpreadStandIn()).isTrue();
    assertThat(fitted.spread()).isEqualTo(Math.sqrt(7), EXACTLY);
    assertThat(new Scaler(List.of(fitted)).remarks())
        .isEqualTo("; monetary has equal quartiles, its standard deviation stands in");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1, -7})
  void theMedianStandsInForWhatHasNoLogarithm(double value) {
    double[] values = {1, value, 5, 3};
    var fitted = fit(Transform.LOG1P, Scaling.Z_SCORE, values);
    assertThat(fitted.missing()).isEqualTo(1);
    assertThat(fitted.fill()).isEqualTo(3);
    assertThat(fitted.apply(values)[1]).isEqualTo(fitted.apply(values)[3]);
    assertThat(new Scaler(List.of(fitted)).remarks())
        .isEqualTo("; monetary is unknown for 1 customer, the median stands in");
  }

  @ParameterizedTest
  @EnumSource(Transform.class)
  void whereNothingIsKnownTheFeatureIsTheSameForAll(Transform transform) {
    double[] values = {Double.NaN, Double.NaN};
    var fitted = fit(transform, Scaling.Z_SCORE, values);
    assertThat(fitted.isConstant()).isTrue();
    assertThat(fitted.apply(values)).containsExactly(0, 0);
    assertThat(new Scaler(List.of(fitted)).remarks()).contains("; monetary is the same for all");
  }

  @ParameterizedTest
  @CsvSource({"7, 2", "10, 9.99", "49, 3", "1000, 3"})
  void aConstantFeatureBecomesZeroWhateverTheNumberOfRows(int rows, double value) {
    var values = new double[rows];
    Arrays.fill(values, value);
    for (var scaling : Scaling.values()) {
      for (var transform : Transform.values()) {
        var fitted = fit(transform, scaling, values);
        assertThat(fitted.isConstant()).isTrue();
        assertThat(fitted.apply(values)).containsOnly(0);
      }
    }
  }

  @Test
  void eachFeatureIsScaledByItself() {
    var values =
        Matrix.of(
            new double[] {0, 3, 99.5},
            new double[] {7, 3, 0},
            new double[] {30, 8, 12.25},
            new double[] {1, 1, 1e6});
    var scaled = Scaler.fit(values, Settings.starts(1)).scale(values);
    for (int feature = 0; feature < 3; feature++) {
      var column = scaled.column(feature);
      assertThat(Arrays.stream(column).average().orElseThrow()).isEqualTo(0, EXACTLY);
      assertThat(Arrays.stream(column).map(x -> x * x).average().orElseThrow())
          .isEqualTo(1, EXACTLY);
    }
  }

  @Test
  void scalingLeavesTheValuesAsTheyAre() {
    var values = Matrix.of(new double[] {1, 2, 3}, new double[] {3, 4, 5});
    Scaler.fit(values, Settings.starts(1)).scale(values);
    assertThat(values.cells()).containsExactly(1, 2, 3, 3, 4, 5);
  }

  @Test
  void noCustomersHaveNoFeatures() {
    var none = new Matrix(new double[0], 3);
    var scaler = Scaler.fit(none, Settings.starts(1));
    assertThat(scaler.scale(none).rows()).isZero();
  }

  private static FittedFeature fit(Transform transform, Scaling scaling, double[] values) {
    return FittedFeature.fit(FeatureSettings.of(Feature.MONETARY, transform), scaling, values);
  }
}
