package dev.nightjar.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The scores of thirteen customers by each rule. The expected ones were computed with NumPy 2.4.6
 * from the definitions of the rules, without cut points: {@code numpy.quantile} over {@code
 * numpy.linspace} for the quantiles, {@code numpy.array_split} for ntile.
 */
@DatabaseTest
class ScoringRulesTest {
  private static final String[] CUSTOMERS = {
    "A 1 9 310.5",
    "B 3 1 20",
    "C 3 4 99.99",
    "D 10 1 45.5",
    "E 21 2 45.5",
    "F 34 1 12.25",
    "G 34 3 150",
    "H 60 1 20",
    "I 95 2 75",
    "J 180 1 20",
    "K 181 6 500",
    "L 365 1 5",
    "M 366 2 60"
  };

  private final TestDatabase database;

  ScoringRulesTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void quantilesInFiveBins() {
    assertThat(scores("rule=quantile"))
        .isEqualTo(
            "A:5-5-5 B:5-1-1 C:5-5-4 D:4-1-3 E:4-3-3 F:3-1-1 G:3-4-5 H:3-1-1 I:2-3-4 J:2-1-1"
                + " K:1-5-5 L:1-1-1 M:1-3-3");
  }

  @Test
  void quantilesWithBinsOfTheirOwn() {
    assertThat(scores("rule=quantile", "recency.bins=4", "frequency.bins=3", "monetary.bins=5"))
        .isEqualTo(
            "A:4-3-5 B:4-1-1 C:4-3-4 D:4-1-3 E:3-2-3 F:3-1-1 G:3-3-5 H:2-1-1 I:2-2-4 J:2-1-1"
                + " K:1-3-5 L:1-1-1 M:1-2-3");
  }

  @Test
  void quantilesPlusOneClosedOnTheLeft() {
    assertThat(scores("rule=r-rfm"))
        .isEqualTo(
            "A:5-5-5 B:5-1-1 C:5-4-4 D:4-1-3 E:4-3-3 F:3-1-1 G:3-4-5 H:3-1-1 I:2-3-4 J:2-1-1"
                + " K:2-5-5 L:1-1-1 M:1-3-3");
  }

  @Test
  void ranksWithTiesPartedByKey() {
    assertThat(scores("rule=rank-first"))
        .isEqualTo(
            "A:5-5-5 B:5-1-1 C:5-5-4 D:4-1-3 E:4-3-3 F:3-1-1 G:3-4-5 H:3-2-2 I:2-3-4 J:2-2-2"
                + " K:1-5-5 L:1-3-1 M:1-4-3");
  }

  @Test
  void ntilesOfValueAndKey() {
    assertThat(scores("rule=ntile"))
        .isEqualTo(
            "A:5-5-5 B:5-1-1 C:5-4-4 D:4-1-2 E:4-3-3 F:4-1-1 G:3-4-4 H:3-2-2 I:3-3-3 J:2-2-2"
                + " K:2-5-5 L:1-2-1 M:1-3-3");
  }

  @Test
  void ntilesInTenBins() {
    assertThat(scores("rule=ntile", "bins=10"))
        .isEqualTo(
            "A:10-10-9 B:10-1-2 C:9-8-7 D:9-1-3 E:8-4-4 F:8-2-1 G:7-7-8 H:6-2-2 I:5-5-6 J:4-3-3"
                + " K:3-9-10 L:2-3-1 M:1-6-5");
  }

  @Test
  void ntilesAreThoseOfTheServer() {
    assertThat(scores("rule=ntile", "bins=7"))
        .isEqualTo(
            AScoring.on(database, "2025-01-31")
                .rows(
                    """
                    select string_agg(concat(customer_key, ':', 8 - r, '-', f, '-', m), ' '
                      order by customer_key)
                    from (
                      select customer_key,
                        ntile(7) over (order by recency_days, customer_key) as r,
                        ntile(7) over (order by frequency, customer_key) as f,
                        ntile(7) over (order by monetary, customer_key) as m
                      from rfm.scores
                    ) buckets
                    """)
                .get(0));
  }

  @Test
  void percentRanksAgainstEqualShares() {
    assertThat(scores("rule=percent-rank"))
        .isEqualTo(
            "A:5-5-5 B:5-1-1 C:5-5-4 D:4-1-3 E:4-3-3 F:3-1-1 G:3-4-5 H:3-1-1 I:2-3-4 J:2-1-1"
                + " K:1-5-5 L:1-1-1 M:1-3-3");
  }

  @Test
  void percentRanksAgainstGivenShares() {
    assertThat(
            scores(
                "rule=percent-rank",
                "bins=3",
                "recency.thresholds=0.5,0.9",
                "frequency.thresholds=0.5,0.9",
                "monetary.thresholds=0.5,0.9"))
        .isEqualTo(
            "A:3-3-3 B:3-1-1 C:3-2-2 D:3-1-1 E:3-1-1 F:3-1-1 G:3-2-2 H:2-1-1 I:2-1-2 J:2-1-1"
                + " K:2-3-3 L:1-1-1 M:1-1-2");
  }

  @Test
  void thresholdsAreInTheBinBelow() {
    assertThat(
            scores(
                "rule=fixed",
                "bins=3",
                "recency.thresholds=180,365",
                "frequency.thresholds=1,4",
                "monetary.thresholds=20,75"))
        .isEqualTo(
            "A:3-3-3 B:3-1-1 C:3-2-3 D:3-1-2 E:3-2-2 F:3-1-1 G:3-2-3 H:3-1-1 I:3-2-2 J:3-1-1"
                + " K:2-3-3 L:2-1-1 M:1-2-2");
  }

  @Test
  void thresholdsAreInTheBinAboveWhereTheSettingsSaySo() {
    assertThat(
            scores(
                "rule=fixed",
                "bins=3",
                "recency.thresholds=180,365",
                "recency.at-threshold=above",
                "frequency.thresholds=2,4",
                "frequency.at-threshold=above",
                "monetary.thresholds=20,75",
                "monetary.at-threshold=above"))
        .isEqualTo(
            "A:3-3-3 B:3-1-2 C:3-3-3 D:3-1-2 E:3-2-2 F:3-1-1 G:3-2-3 H:3-1-2 I:3-2-3 J:2-1-2"
                + " K:2-3-3 L:1-1-1 M:1-2-2");
  }

  /** Tutorials rank recency in descending order, so that the bucket is the score. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 7, 10})
  void ntilesInDescendingOrderAreThoseOfTheServer(int bins) {
    assertThat(
            scores(
                "rule=ntile",
                "bins=" + bins,
                "recency.ranks=descending",
                "frequency.ranks=descending",
                "monetary.ranks=descending"))
        .isEqualTo(
            AScoring.on(database, "2025-01-31")
                .rows(
                    """
                    select string_agg(concat(customer_key, ':', r, '-', %1$d + 1 - f, '-', %1$d + 1 - m), ' '
                      order by customer_key)
                    from (
                      select customer_key,
                        ntile(%1$d) over (order by recency_days desc, customer_key) as r,
                        ntile(%1$d) over (order by frequency desc, customer_key) as f,
                        ntile(%1$d) over (order by monetary desc, customer_key) as m
                      from rfm.scores
                    ) buckets
                    """
                        .formatted(bins))
                .get(0));
  }

  /** The published {@code NTILE(5) OVER (ORDER BY recency DESC)} of three customers of one day. */
  @Test
  void customersOfOneDayAreRankedByKeyInEitherOrder() {
    var three = new String[] {"A 5 1 1", "B 5 1 1", "C 5 1 1"};
    var night = AScoring.on(database, "2025-01-31").with(three);
    assertThat(night.score("recency.rule=ntile").scores()).isEqualTo("A:5-1-1 B:4-1-1 C:3-1-1");
    assertThat(night.score("recency.rule=ntile", "recency.ranks=descending").scores())
        .isEqualTo("A:1-1-1 B:2-1-1 C:3-1-1");
  }

  @Test
  void aboveTheMeanOrNot() {
    assertThat(scores("rule=mean", "bins=2"))
        .isEqualTo(
            "A:2-2-2 B:2-1-1 C:2-2-1 D:2-1-1 E:2-1-1 F:2-1-1 G:2-2-2 H:2-1-1 I:2-1-1 J:1-1-1"
                + " K:1-2-2 L:1-1-1 M:1-1-1");
  }

  @Test
  void nestedInTwoBins() {
    assertThat(scores("rule=nested", "bins=2"))
        .isEqualTo(
            "A:2-2-2 B:2-1-1 C:2-2-1 D:2-1-2 E:2-1-2 F:2-1-1 G:2-2-1 H:1-1-1 I:1-2-1 J:1-1-1"
                + " K:1-2-2 L:1-1-1 M:1-2-1");
  }

  @Test
  void nestedInThreeBins() {
    assertThat(scores("rule=nested", "bins=3"))
        .isEqualTo(
            "A:3-3-3 B:3-1-1 C:3-3-1 D:3-1-3 E:3-2-1 F:2-1-1 G:2-3-1 H:2-1-3 I:2-2-1 J:1-1-3"
                + " K:1-3-1 L:1-1-1 M:1-2-1");
  }

  @Test
  void eachMetricByARuleOfItsOwn() {
    assertThat(
            scores(
                "rule=quantile",
                "recency.rule=fixed",
                "recency.bins=3",
                "recency.thresholds=180,365",
                "frequency.rule=ntile",
                "monetary.rule=mean",
                "monetary.bins=2"))
        .isEqualTo(
            "A:3-5-2 B:3-1-1 C:3-4-1 D:3-1-1 E:3-3-1 F:3-1-1 G:3-4-2 H:3-2-1 I:3-3-1 J:3-2-1"
                + " K:2-5-2 L:2-2-1 M:1-3-1");
  }

  @Test
  void oneIsBestMirrorsTheScores() {
    assertThat(scores("rule=quantile", "direction=1-is-best"))
        .isEqualTo(
            "A:1-1-1 B:1-5-5 C:1-1-2 D:2-5-3 E:2-3-3 F:3-5-5 G:3-2-1 H:3-5-5 I:4-3-2 J:4-5-5"
                + " K:5-1-1 L:5-5-5 M:5-3-3");
  }

  private String scores(String... settings) {
    return AScoring.on(database, "2025-01-31").with(CUSTOMERS).score(settings).scores();
  }
}
