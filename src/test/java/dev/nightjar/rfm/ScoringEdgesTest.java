package dev.nightjar.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.TestDatabase;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Few customers, few values, and keys that collations order in their own way. */
@DatabaseTest
class ScoringEdgesTest {
  private final TestDatabase database;

  ScoringEdgesTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void fiveCustomersWithOneOrderEachHaveOneScore() {
    var night = night("A 1 1 10", "B 2 1 20", "C 3 1 30", "D 4 1 40", "E 5 1 50").score();
    assertThat(night.scores()).isEqualTo("A:5-1-1 B:4-1-2 C:3-1-3 D:2-1-4 E:1-1-5");
    assertThat(night.impossible()).isEqualTo(Map.of(Metric.FREQUENCY, Set.of(2, 3, 4)));
    assertThat(night.score("direction=1-is-best").impossible())
        .isEqualTo(Map.of(Metric.FREQUENCY, Set.of(2, 3, 4)));
  }

  @Test
  void whereNoWholeNumberIsBetweenCutPointsNobodyHasTheScore() {
    // type-7 quantiles of 1 1 1 1 2 are 1, 1, 1, 1.2; of 1 1 1 2 2 they are 1, 1, 1.4, 2
    var night = night("A 1 1 10", "B 1 1 20", "C 1 1 30", "D 1 2 40", "E 2 2 50").score();
    assertThat(night.scores()).isEqualTo("A:5-1-1 B:5-1-2 C:5-1-3 D:5-4-4 E:1-4-5");
    assertThat(night.impossible())
        .isEqualTo(Map.of(Metric.RECENCY, Set.of(2, 3, 4), Metric.FREQUENCY, Set.of(2, 3)));
  }

  @ParameterizedTest
  @EnumSource(names = "FIXED", mode = EnumSource.Mode.EXCLUDE)
  void oneCustomerIsScored(BinningRule rule) {
    assertThat(night("A 7 1 10").score("rule=" + rule.key(), "bins=2").scores())
        .matches("A:[12]-[12]-[12]");
  }

  @ParameterizedTest
  @EnumSource(names = "FIXED", mode = EnumSource.Mode.EXCLUDE)
  void nobodyIsScored(BinningRule rule) {
    var night =
        night("A 7 1 10")
            .execute("update rfm.metrics set standing = 'net-returner'")
            .score("rule=" + rule.key(), "bins=2");
    assertThat(night.scores()).isEqualTo("A:null-null-null");
    assertThat(night().score("rule=" + rule.key(), "bins=2").scores()).isEmpty();
    assertThat(night.impossible()).isEmpty();
  }

  /** Their mean in floating point is below them all: 0.09999999999999999. */
  @Test
  void equalValuesAreNotAboveTheirMean() {
    var customers = new String[10];
    for (int i = 0; i < customers.length; i++) {
      customers[i] = "C" + i + " 1 1 0.1";
    }
    assertThat(night(customers).score("rule=mean", "bins=2").scores()).doesNotContain("-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ntile", "rank-first"})
  void tiesArePartedByTheBytesOfTheKeys(String rule) {
    assertThat(
            night("a 1 1 1", "B 1 1 1", "b 1 1 1", "A 1 1 1")
                .score("rule=" + rule, "bins=4")
                .scores())
        .isEqualTo("A:4-1-1 B:3-2-2 a:2-3-3 b:1-4-4");
  }

  /** Shares such as 6 * (1 / 7) are below 6/7 in floating point. */
  @ParameterizedTest
  @CsvSource({"quantile, 6", "quantile, 7", "rank-first, 6", "rank-first, 7"})
  void customersAtACutPointAreInTheBinBelow(String rule, int bins) {
    for (int width = 1; width <= 12; width++) {
      var customers = new ArrayList<String>();
      var expected = new ArrayList<String>();
      for (int value = 0; value <= bins * width; value++) {
        customers.add("C%03d %d %d 0.%03d".formatted(value, value, value, value));
        int score = Math.max(1, (value + width - 1) / width);
        expected.add("C%03d:%d-%d-%d".formatted(value, bins + 1 - score, score, score));
      }
      var night = night(customers.toArray(String[]::new)).score("rule=" + rule, "bins=" + bins);
      assertThat(night.scores()).isEqualTo(String.join(" ", expected));
    }
  }

  @Test
  void customersAtACutPointWithinOtherScoresAreInTheBinBelow() {
    // one recency, so that frequency is cut among all 49: 7 * k customers with cut points at k * i
    var customers = new String[50];
    for (int value = 0; value < customers.length; value++) {
      customers[value] = "C%02d 5 %d 1".formatted(value, value);
    }
    var scores = night(customers).score("rule=nested", "bins=7").scores();
    for (int value = 0; value < customers.length; value++) {
      assertThat(scores).contains("C%02d:7-%d-".formatted(value, Math.max(1, (value + 6) / 7)));
    }
  }

  @Test
  void onlyWhoIsScoredMakesCutPoints() {
    var night =
        night("A 1 1 10", "B 2 2 20", "C 3 3 30", "X 900 900 90000")
            .execute("update rfm.metrics set standing = 'net-returner' where customer_key = 'X'")
            .score("bins=3");
    assertThat(night.scores()).isEqualTo("A:3-1-1 B:2-2-2 C:1-3-3 X:null-null-null");
  }

  @Test
  void whoComesIntoScoresThatNobodyHadScoresOneWithinThem() {
    AScoring.on(database, "2025-01-31").with("A 1 1 10", "B 1 2 20").score("rule=nested", "bins=2");
    var later =
        AScoring.on(database, "2025-02-01")
            .with("A 1 1 10", "B 1 2 20", "C 9 9 90")
            .score("rule=nested", "bins=2", "refit=never");
    assertThat(later.scores()).isEqualTo("A:2-1-1 B:2-2-1 C:1-1-1");
  }

  private AScoring night(String... customers) {
    return AScoring.on(database, "2025-01-31").with(customers);
  }
}
