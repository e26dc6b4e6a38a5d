package dev.nightjar.uplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nightjar.uplift.UpliftBench.Cell;
import dev.nightjar.uplift.UpliftBench.Effect;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RevenueComparisonTest {
  private static final int DRAWS = RevenueComparison.DRAWS;

  /** The cells of the grid in which a t-test is wrong most often, of those that are judged. */
  static Stream<Cell> worstCells() {
    return Stream.of(
        new Cell(0.4, 1.5, 900, 100), new Cell(0.1, 1.5, 4500, 500), new Cell(0.1, 1, 4500, 500));
  }

  @ParameterizedTest
  @MethodSource("worstCells")
  void rarelyFindsWhatIsNotThere(Cell cell) {
    var methods = List.of(RevenueMethod.NIGHTJAR, RevenueMethod.WELCH);
    var found = UpliftBench.found(cell, Effect.NONE, methods, 2_000);
    var ours = found.get(RevenueMethod.NIGHTJAR);
    assertThat(ours.judged()).isGreaterThan(99);
    assertThat(ours.either()).isBetween(2.0, 6.5);
    assertThat(ours.up()).isLessThanOrEqualTo(3.5);
    assertThat(ours.down()).isLessThanOrEqualTo(3.5);
    assertThat(found.get(RevenueMethod.WELCH).up()).as("which the cell shows").isGreaterThan(5);
  }

  @Test
  void oneDrawSaysWhatTheCustomersItMovesDifferBy() {
    // each draw moves 5 or 7 in and 3 out, which takes a difference of 2 or 4; or it moves nobody
    var difference = comparison(values(5, 7), values(3)).difference(399, 1);
    assertThat(difference.value()).isEqualTo(3);
    assertThat(difference.low()).isZero();
    assertThat(difference.high()).isEqualTo(4);
  }

  @Test
  void equalRevenuesDifferByNothingHoweverTheyAreRounded() {
    var exported = new double[900];
    Arrays.fill(exported, 0.1);
    var difference = comparison(exported, Arrays.copyOf(exported, 100)).difference(DRAWS, 1);
    assertThat(difference.isSignificant()).isFalse();
    assertThat(difference.low()).isZero();
    assertThat(difference.high()).isZero();
  }

  @Test
  void theSameSeedGivesTheSameInterval() {
    var set = new Cell(0.4, 1, 900, 100).draw(Effect.VALUES, 1);
    var comparison = comparison(set.exported(), set.heldOut());
    assertThat(comparison.difference(DRAWS, 3)).isEqualTo(comparison.difference(DRAWS, 3));
  }

  @Test
  void theIntervalOfManyCustomersIsThatOfTheNormalDistribution() {
    var random = new Random(1);
    var exported = random.doubles(9_000, 10, 11).toArray();
    var heldOut = random.doubles(1_000, 10, 11).toArray();
    var difference = comparison(exported, heldOut, 1).difference(DRAWS, 1);
    double half = 1.96 * Math.sqrt((1.0 / 9_000 + 1.0 / 1_000) / 12);
    assertThat(difference.high() - difference.low()).isCloseTo(2 * half, within(0.1 * half));
  }

  @Test
  void theValueBeforeExplainsVariance() {
    var random = new Random(2);
    var before = IntStream.range(0, 1_000).mapToDouble(i -> random.nextDouble()).toArray();
    var revenue = Arrays.stream(before).map(each -> each + 0.1 * random.nextDouble()).toArray();
    var comparison =
        new RevenueComparison(
            Arrays.copyOf(revenue, 900),
            Arrays.copyOfRange(revenue, 900, 1_000),
            Arrays.copyOf(before, 900),
            Arrays.copyOfRange(before, 900, 1_000),
            1);
    assertThat(comparison.explained()).isBetween(0.97, 1.0);
    assertThat(comparison.deviation()).isLessThan(0.05);
    assertThat(Math.abs(comparison.difference(DRAWS, 1).value())).isLessThan(0.02);
  }

  @Test
  void capsTheLargestOfAHundredBuyers() {
    var exported = IntStream.rangeClosed(0, 100).mapToDouble(each -> each).toArray();
    exported[100] = 1e6;
    assertThat(comparison(exported, values(0)).cap()).isEqualTo(99);
  }

  private static double[] values(double... values) {
    return values;
  }

  private static RevenueComparison comparison(double[] exported, double[] heldOut) {
    return comparison(exported, heldOut, RevenueComparison.CAPPED_AT);
  }

  private static RevenueComparison comparison(
      double[] exported, double[] heldOut, double cappedAt) {
    return new RevenueComparison(
        exported, heldOut, new double[exported.length], new double[heldOut.length], cappedAt);
  }
}
