package dev.nightjar.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstantFeatureTest {
  @ParameterizedTest
  @CsvSource({"7, 2", "10, 9.99", "49, 3", "1000, 3"})
  void aConstantFeatureBecomesZeroWhateverTheNumberOfRows(int rows, double value) {
    var values = new double[rows][];
    Arrays.setAll(values, i -> new double[] {value, i});
    var scaler = Scaler.fit(values);
    assertThat(scaler.deviations()[0]).isZero();
    assertThat(scaler.scale(values)[0][0]).isZero();
  }
}
