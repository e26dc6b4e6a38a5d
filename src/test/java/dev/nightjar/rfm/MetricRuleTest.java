package dev.nightjar.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricRuleTest {
  @Test
  void aMetricIsScoredAsTheOthersUnlessItSaysOtherwise() {
    var settings =
        AScoring.settings(
            "rule=ntile",
            "bins=3",
            "recency.rule=fixed",
            "recency.thresholds=180,365",
            "monetary.bins=4");
    assertThat(settings.problems()).isEmpty();
    assertThat(settings.axes())
        .extracting(axis -> axis.metric() + " " + axis.ruleText() + " " + axis.bins())
        .containsExactly("RECENCY fixed 180, 365 3", "FREQUENCY ntile 3", "MONETARY ntile 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rule=quantile
          rule=percent-rank
          rule=mean;bins=2
          rule=mean
          monetary.rule=mean
          bins=3;recency.rule=fixed;recency.thresholds=180,365;recency.at-threshold=above
          rule=ntile;recency.ranks=descending
          rule=rank-first;frequency.ranks=descending
          rule=nested
          rule=nested;frequency.bins=2
          recency.rule=nested;frequency.rule=nested;monetary.rule=nested
          bins=2;recency.rule=fixed;recency.thresholds=0
          bins=2;frequency.rule=fixed;frequency.thresholds=-1.5
          bins=3;monetary.rule=percent-rank;monetary.thresholds=0.5,0.99
          """)
  void theseAreInOrder(String settings) {
    assertThat(AScoring.settings(settings.split(";")).problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          frequency.at-threshold=above | frequency.at-threshold: above is for rule fixed, and this one is quantile
          monetary.ranks=descending | monetary.ranks: descending is for rules ntile and rank-first, and this one is quantile
          recency.rule=mean;recency.bins=5 | recency.bins: must be 2, as rule mean only separates customers above it from the rest, and not 5
          recency.rule=fixed;bins=3 | recency.thresholds: must be 2 for 3 bins, each higher than the one before
          recency.rule=fixed;bins=3;recency.thresholds=1 | recency.thresholds: must be 2 for 3 bins, each higher than the one before
          recency.rule=fixed;bins=3;recency.thresholds=1,1.0 | recency.thresholds: must be 2 for 3 bins, each higher than the one before
          recency.rule=fixed;bins=3;recency.thresholds=2,1 | recency.thresholds: must be 2 for 3 bins, each higher than the one before
          frequency.thresholds=1,2,3,4 | frequency.thresholds: rule quantile takes none
          rule=percent-rank;bins=2;frequency.thresholds=1 | frequency.thresholds: rule percent-rank takes shares between 0 and 1
          rule=percent-rank;bins=2;frequency.thresholds=0 | frequency.thresholds: rule percent-rank takes shares between 0 and 1
          rule=percent-rank;frequency.thresholds=0.5 | frequency.thresholds: must be 4 for 5 bins, each higher than the one before
          rule=nested;monetary.rule=quantile | rule: nested is for recency, frequency and monetary together, or for none
          """)
  void theseAreNot(String settings, String problem) {
    assertThat(AScoring.settings(settings.split(";")).problems()).containsExactly(problem);
  }

  @Test
  void theMeanMakesTwoScoresWhateverTheOthersHave() {
    assertThat(AScoring.settings("monetary.rule=mean").axes())
        .extracting(MetricRule::bins)
        .containsExactly(5, 5, 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          window=all                                                       | []
          recency.bins=3;recency.rule=fixed;recency.thresholds=180,365     | [recency 1]
          recency.bins=3;recency.rule=fixed;recency.thresholds=180,363     | []
          recency.bins=3;recency.rule=fixed;recency.thresholds=180,365;window=all | []
          recency.bins=3;recency.rule=fixed;recency.thresholds=30,365;window=P1Y | [recency 1]
          bins=3;frequency.rule=fixed;frequency.thresholds=0,1             | [frequency 1]
          bins=3;frequency.rule=fixed;frequency.thresholds=1,2;frequency.at-threshold=above | [frequency 1]
          bins=3;frequency.rule=fixed;frequency.thresholds=1.2,1.7         | [frequency 2]
          bins=3;frequency.rule=fixed;frequency.thresholds=1.2,1.7;frequency.counts=units | []
          bins=3;monetary.rule=fixed;monetary.thresholds=-5,20             | [monetary 1]
          """)
  void saysWhichScoresNobodyCanHave(String settings, String impossible) {
    assertThat(AScoring.settings(settings.split(";")).axes())
        .flatExtracting(
            axis ->
                axis.impossible().stream().map(each -> axis.metric().key() + " " + each).toList())
        .asString()
        .isEqualTo(impossible);
  }
}
