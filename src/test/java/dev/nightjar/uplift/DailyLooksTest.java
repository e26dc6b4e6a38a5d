package dev.nightjar.uplift;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DailyLooksTest {
  @Test
  void whoeverLooksEveryNightIsRarelyMisled() {
    var looks = DailyLooks.simulate(1_000);
    assertThat(looks.repurchase()).isBetween(1.0, 6.5);
    assertThat(looks.revenue()).isBetween(1.0, 6.5);
    assertThat(looks.always()).as("what the horizon prevents").isGreaterThan(15);
  }
}
