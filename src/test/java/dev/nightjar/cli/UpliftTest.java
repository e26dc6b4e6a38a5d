package dev.nightjar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nightjar.views.Uplift;
import dev.nightjar.views.Uplift.Group;
import org.junit.jupiter.api.Test;

class UpliftTest {
  @Test
  void theIntervalOfTheRevenueIsWelchs() {
    var uplift = new Uplift(new Group(900, 52.5, 2500, 0), new Group(100, 45, 1600, 0));
    assertThat(uplift.revenue().value()).isEqualTo(7.5);
    // by scipy.stats.t.ppf(0.975, 135.91)
    assertThat(uplift.revenue().low()).isCloseTo(-1.0694822, within(1e-4));
    assertThat(uplift.revenue().high()).isCloseTo(16.0694822, within(1e-4));
    assertThat(uplift.revenue().isTold()).isFalse();
    assertThat(uplift.neededForRevenue()).isEqualTo(263);
  }

  @Test
  void theIntervalOfTheRepurchaseIsNewcombes() {
    // Newcombe 1998, table II, contrast (a): 56/70 and 48/80 give 0.0524 to 0.3339
    var uplift = new Uplift(new Group(70, 0, 0, 56), new Group(80, 0, 0, 48));
    assertThat(uplift.repurchase().value()).isCloseTo(0.2, within(1e-12));
    assertThat(uplift.repurchase().low()).isCloseTo(0.0524, within(5e-5));
    assertThat(uplift.repurchase().high()).isCloseTo(0.3339, within(5e-5));
    assertThat(uplift.repurchase().isTold()).isTrue();
  }

  @Test
  void newcombesIntervalHoldsWhereNobodyBought() {
    // the same table, contrast (g): 0/10 and 0/10 give -0.2775 to 0.2775
    var uplift = new Uplift(new Group(10, 0, 0, 0), new Group(10, 0, 0, 0));
    assertThat(uplift.repurchase().low()).isCloseTo(-0.2775, within(5e-5));
    assertThat(uplift.repurchase().high()).isCloseTo(0.2775, within(5e-5));
    assertThat(uplift.neededForRepurchase()).isZero();
    assertThat(uplift.isTooSmall()).isTrue();
  }

  @Test
  void equalRevenuesLeaveNothingToTell() {
    var uplift = new Uplift(new Group(50, 10, 0, 0), new Group(50, 10, 0, 0));
    assertThat(uplift.revenue().low()).isZero();
    assertThat(uplift.revenue().isTold()).isFalse();
    assertThat(uplift.neededForRevenue()).isZero();
  }
}
