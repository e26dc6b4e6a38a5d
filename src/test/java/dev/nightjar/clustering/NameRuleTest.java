package dev.nightjar.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.clustering.NameRule.Range;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameRuleTest {
  @Test
  void aRuleOfAnUnknownFeatureOrAnEmptyRangeIsRefused() {
    var rules =
        List.of(
            new NameRule("Fine", List.of(new Range("recency", 1.0, 1.0))),
            new NameRule(
                "Wrong", List.of(new Range("age", 1.0, null), new Range("recency", 2.0, 1.0))));
    assertThat(Settings.naming(rules).problems())
        .containsExactly(
            "naming[1].when[0].feature: is none of: recency, frequency, monetary",
            "naming[1].when[1].at-least: is above at-most");
  }

  @Test
  void theEndsOfARangeAreInIt() {
    var range = new Range("recency", 1.0, 2.0);
    assertThat(range.holds(1)).isTrue();
    assertThat(range.holds(2)).isTrue();
    assertThat(range.holds(0.99)).isFalse();
    assertThat(range.holds(2.01)).isFalse();
    assertThat(range.holds(Double.NaN)).isFalse();
  }
}
