package dev.nightjar.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cut points over several nights. */
@DatabaseTest
class ScoringNightsTest {
  private static final String FITTED_ON = "select distinct fitted_on from rfm.fits where night = ";

  private final TestDatabase database;

  ScoringNightsTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void thereWasNoNight() {
    AScoring.on(database, "2025-01-31")
        .execute("truncate rfm.nights, rfm.metrics, rfm.fits, rfm.cut_points");
  }

  @ParameterizedTest
  @CsvSource({
    "nightly, 2025-01-30, 2025-01-30",
    "weekly, 2025-02-02, 2025-01-29",
    "weekly, 2025-02-03, 2025-02-03",
    "monthly, 2025-01-31, 2025-01-29",
    "monthly, 2025-02-01, 2025-02-01",
    "never, 2027-01-31, 2025-01-29",
  })
  void cutPointsStayUntilTheyAreDue(String refit, String night, String fittedOn) {
    AScoring.on(database, "2025-01-29").with("A 1 1 10", "B 2 2 20", "C 3 3 30").score();
    var later =
        AScoring.on(database, night)
            .with("A 1 5 50", "B 9 9 90", "C 9 1 15")
            .score("refit=" + refit);
    assertThat(later.rows(FITTED_ON + "'" + night + "'")).containsExactly(fittedOn);
    assertThat(
            later.rows(
                """
                select count(distinct (metric, within, position, value)) from rfm.cut_points
                """))
        .containsExactly(fittedOn.equals(night) ? "24" : "12");
  }

  @Test
  void aWeekBeginsOnMondayWhateverTheDayOfTheLastFit() {
    AScoring.on(database, "2025-01-01").with("A 1 1 10", "B 2 2 20").score("refit=weekly");
    for (int day = 2; day <= 15; day++) {
      AScoring.on(database, "2025-01-%02d".formatted(day)).score("refit=weekly");
    }
    assertThat(
            AScoring.on(database, "2025-01-15")
                .rows(
                    "select fitted_on, count(distinct night) from rfm.fits group by 1 order by 1"))
        .containsExactly("2025-01-01|5", "2025-01-06|7", "2025-01-13|3");
  }

  @ParameterizedTest
  @CsvSource({
    "rule=ntile, 2025-02-01",
    "bins=4, 2025-02-01",
    "monetary.bins=4, 2025-02-01",
    "direction=1-is-best, 2025-02-01",
    "recency.rule=fixed;recency.thresholds=1;recency.bins=2, 2025-02-01",
    "window=P365D, 2025-01-31",
  })
  void cutPointsAreFoundAnewByOtherRules(String setting, String fittedOn) {
    AScoring.on(database, "2025-01-31").with("A 1 1 10", "B 2 2 20").score("refit=never");
    var later = AScoring.on(database, "2025-02-01").score(("refit=never;" + setting).split(";"));
    assertThat(later.rows(FITTED_ON + "'2025-02-01'")).containsExactly(fittedOn);
  }

  @Test
  void cutPointsAreFoundAnewForOtherThresholds() {
    var bins = "refit=never;bins=2;rule=fixed;frequency.thresholds=1;monetary.thresholds=1;";
    AScoring.on(database, "2025-01-31")
        .with("A 1 1 10")
        .score((bins + "recency.thresholds=7").split(";"));
    var later =
        AScoring.on(database, "2025-02-01").score((bins + "recency.thresholds=8").split(";"));
    assertThat(later.rows(FITTED_ON + "'2025-02-01'")).containsExactly("2025-02-01");
  }

  @Test
  void cutPointsAreFoundAnewForMetricsOfAnotherDefinition() {
    AScoring.on(database, "2025-01-31")
        .execute(
            """
            insert into rfm.nights
            values ('2025-01-31', 1, 'a'), ('2025-02-01', 2, 'a'), ('2025-02-02', 3, 'b')
            """)
        .with("A 1 1 10", "B 2 2 20")
        .score("refit=never");
    AScoring.on(database, "2025-02-01").score("refit=never");
    var last = AScoring.on(database, "2025-02-02").score("refit=never");
    assertThat(last.rows(FITTED_ON + "'2025-02-01'")).containsExactly("2025-01-31");
    assertThat(last.rows(FITTED_ON + "'2025-02-02'")).containsExactly("2025-02-02");
  }

  @Test
  void cutPointsAreSoughtAgainWhereNobodyWasScored() {
    var first =
        AScoring.on(database, "2025-01-31")
            .with("A 1 1 10", "B 2 2 20")
            .execute("update rfm.metrics set standing = 'prospect', last_ordered_on = null")
            .score("refit=never");
    assertThat(first.scores()).isEqualTo("A:null-null-null B:null-null-null");
    assertThat(first.impossible()).isEmpty();
    var second =
        AScoring.on(database, "2025-02-01").with("A 1 1 10", "B 2 2 20").score("refit=never");
    assertThat(second.scores()).isEqualTo("A:5-1-1 B:1-5-5");
    assertThat(second.scoresBefore()).isEqualTo("A:null-null-null B:null-null-null");
  }

  @ParameterizedTest
  @CsvSource({"quantile", "r-rfm", "rank-first", "ntile", "percent-rank", "nested"})
  void theCutPointsOfTheNightBeforeTellWhoMovedByThem(String rule) {
    var before = new String[] {"A 1 1 10", "B 2 2 20", "C 3 3 30", "D 4 4 40"};
    var first =
        AScoring.on(database, "2025-01-31").with(before).score("rule=" + rule, "bins=2").scores();
    var newcomers =
        new String[] {"A 1 1 10", "B 2 2 20", "C 3 3 30", "D 4 4 40", "E 0 9 90", "F 0 9 90"};
    var second =
        AScoring.on(database, "2025-02-01").with(newcomers).score("rule=" + rule, "bins=2");
    assertThat(second.scores()).doesNotStartWith(first);
    assertThat(second.scoresBefore()).startsWith(first);
  }

  @Test
  void theFirstNightHasNoneBefore() {
    var first = AScoring.on(database, "2025-01-31").with("A 1 1 10", "B 2 2 20").score();
    assertThat(first.scoresBefore()).isEqualTo("A:null-null-null B:null-null-null");
  }

  @Test
  void scoresOfOtherBinsAreNotComparedWithThoseBefore() {
    AScoring.on(database, "2025-01-31").with("A 1 1 10", "B 2 2 20").score();
    var second = AScoring.on(database, "2025-02-01").score("frequency.bins=3");
    assertThat(second.scoresBefore()).isEqualTo("A:1-null-1 B:1-null-5");
  }

  @Test
  void aNightOnceMoreReplacesItsOwn() {
    var night = AScoring.on(database, "2025-01-31").with("A 1 1 10", "B 2 2 20").score("bins=4");
    assertThat(night.score("bins=3").scores()).isEqualTo("A:3-1-1 B:1-3-3");
    assertThat(night.rows("select night, count(*) from rfm.fits group by 1"))
        .containsExactly("2025-01-31|3");
    assertThat(night.rows("select night, count(*) from rfm.cut_points group by 1"))
        .containsExactly("2025-01-31|6");
  }

  @Test
  void aBackDatedNightIsScoredByWhatHeldThen() {
    var night =
        AScoring.on(database, "2025-01-31")
            .with("A 1 1 10", "B 2 2 20")
            .execute(
                """
                insert into rfm.nights values ('2025-01-31', 1, ''), ('2025-02-01', 2, '');
                update rfm.metrics set valid_to = '2025-02-01' where customer_key = 'A';
                insert into rfm.metrics
                select customer_key, '2025-02-01', null, standing, first_ordered_on,
                  last_ordered_on, orders_count, net_value, 9, monetary
                from rfm.metrics where customer_key = 'A';
                insert into rfm.metrics
                select 'C', '2025-02-01', null, standing, first_ordered_on,
                  last_ordered_on, orders_count, net_value, frequency, monetary
                from rfm.metrics where customer_key = 'B'
                """);
    assertThat(night.score().scores()).isEqualTo("A:5-1-1 B:1-5-5");
    assertThat(AScoring.on(database, "2025-02-01").score().scores())
        .isEqualTo("A:5-5-1 B:3-1-3 C:3-1-3");
  }
}
