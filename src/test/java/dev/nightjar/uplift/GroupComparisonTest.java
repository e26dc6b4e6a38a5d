package dev.nightjar.uplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GroupComparisonTest {
  @Test
  void theIntervalOfTheRepurchaseIsNewcombes() {
    // Newcombe 1998, table II, contrast (a): 56/70 and 48/80 give 0.0524 to 0.3339
    var groups = new GroupComparison(new UpliftGroup(70, 0, 56), new UpliftGroup(80, 0, 48));
    assertThat(groups.repurchase().value()).isCloseTo(0.2, within(1e-12));
    assertThat(groups.repurchase().low()).isCloseTo(0.0524, within(5e-5));
    assertThat(groups.repurchase().high()).isCloseTo(0.3339, within(5e-5));
    assertThat(groups.repurchase().isSignificant()).isTrue();
  }

  @Test
  void newcombesIntervalHoldsWhereNobodyBought() {
    // the same table, contrast (g): 0/10 and 0/10 give -0.2775 to 0.2775
    var groups = new GroupComparison(new UpliftGroup(10, 0, 0), new UpliftGroup(10, 0, 0));
    assertThat(groups.repurchase().low()).isCloseTo(-0.2775, within(5e-5));
    assertThat(groups.repurchase().high()).isCloseTo(0.2775, within(5e-5));
    assertThat(groups.isTooSmall()).isTrue();
  }

  @Test
  void theSmallestDifferenceDependsOnSizesAlone() {
    // (1.95996 + 0.84162) * sqrt(0.05 * 0.95 * (1 / 9000 + 1 / 1000))
    double deviation = Math.sqrt(0.05 * 0.95);
    for (long buyers : new long[] {50, 70}) {
      var groups =
          new GroupComparison(new UpliftGroup(9000, 0, 450), new UpliftGroup(1000, 0, buyers));
      assertThat(groups.smallestDetectable(deviation)).isCloseTo(0.0203527, within(1e-6));
    }
  }

  @Test
  void tooFewBuyersDoesNotDependOnWhichGroupBought() {
    var held = new GroupComparison(new UpliftGroup(900, 0, 0), new UpliftGroup(100, 0, 100));
    var exported = new GroupComparison(new UpliftGroup(900, 0, 100), new UpliftGroup(100, 0, 0));
    assertThat(held.expectedBuyers()).isEqualTo(10).isEqualTo(exported.expectedBuyers());
    assertThat(held.hasTooFewBuyers()).isTrue();
    assertThat(
            new GroupComparison(new UpliftGroup(900, 0, 200), new UpliftGroup(100, 0, 0))
                .hasTooFewBuyers())
        .isFalse();
  }
}
