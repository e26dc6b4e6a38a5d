package dev.nightjar.uplift;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Whether as many customers were drawn for the holdout as its percentage says. If not, something
 * other than the draw decides who is in which group, and no difference can be trusted (Kohavi,
 * Tang, Xu 2020, chapter 21).
 *
 * @param drawn customers drawn for the holdout
 * @param expected how many the percentages of the nights lead to expect
 * @param probability of so large a deviation by chance, by a chi-square test
 */
public record SampleRatio(long drawn, double expected, double probability) {
  private static final double LEAST_PROBABILITY = 0.001;

  /**
   * @param variance of the number drawn
   */
  public static SampleRatio of(long drawn, double expected, double variance) {
    double deviation = drawn - expected;
    if (variance == 0) {
      return new SampleRatio(drawn, expected, deviation == 0 ? 1 : 0);
    }
    return new SampleRatio(
        drawn,
        expected,
        1 - new ChiSquaredDistribution(1).cumulativeProbability(deviation * deviation / variance));
  }

  /** Whether the deviation is too large for chance. */
  @JsonProperty("mismatch")
  public boolean isMismatch() {
    return probability < LEAST_PROBABILITY;
  }
}
