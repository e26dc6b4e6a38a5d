package dev.nightjar.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GroupComparisonTest {
  @Test
  void theIntervalOfTheRevenueIsWelchs() {
    var groups =
        new GroupComparison(new UpliftGroup(900, 52.5, 2500, 0), new UpliftGroup(100, 45, 1600, 0));
    assertThat(groups.revenue().value()).isEqualTo(7.5);
    // by scipy.stats.t.ppf(0.975, 135.91)
    assertThat(groups.revenue().low()).isCloseTo(-1.0694822, within(1e-4));
    assertThat(groups.revenue().high()).isCloseTo(16.0694822, within(1e-4));
    assertThat(groups.revenue().isSignificant()).isFalse();
    assertThat(groups.neededForRevenue()).isEqualTo(263);
  }

  @Test
  void theIntervalOfTheRepurchaseIsNewcombes() {
    // Newcombe 1998, table II, contrast (a): 56/70 and 48/80 give 0.0524 to 0.3339
    var groups = new GroupComparison(new UpliftGroup(70, 0, 0, 56), new UpliftGroup(80, 0, 0, 48));
    assertThat(groups.repurchase().value()).isCloseTo(0.2, within(1e-12));
    assertThat(groups.repurchase().low()).isCloseTo(0.0524, within(5e-5));
    assertThat(groups.repurchase().high()).isCloseTo(0.3339, within(5e-5));
    assertThat(groups.repurchase().isSignificant()).isTrue();
  }

  @Test
  void newcombesIntervalHoldsWhereNobodyBought() {
    // the same table, contrast (g): 0/10 and 0/10 give -0.2775 to 0.2775
    var groups = new GroupComparison(new UpliftGroup(10, 0, 0, 0), new UpliftGroup(10, 0, 0, 0));
    assertThat(groups.repurchase().low()).isCloseTo(-0.2775, within(5e-5));
    assertThat(groups.repurchase().high()).isCloseTo(0.2775, within(5e-5));
    assertThat(groups.neededForRepurchase()).isZero();
    assertThat(groups.isTooSmall()).isTrue();
  }

  @Test
  void equalRevenuesLeaveNothingToTell() {
    var groups = new GroupComparison(new UpliftGroup(50, 10, 0, 0), new UpliftGroup(50, 10, 0, 0));
    assertThat(groups.revenue().low()).isZero();
    assertThat(groups.revenue().isSignificant()).isFalse();
    assertThat(groups.neededForRevenue()).isZero();
  }
}
