package dev.nightjar.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.SharedFolder;
import dev.nightjar.kit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example customers of R's package rfm, and its scores for them. */
@DatabaseTest
class ScoringOracleTest {
  private final TestDatabase database;
  private List<String[]> customers = List.of();

  ScoringOracleTest(TestDatabase database) {
    this.database = database;
  }

  /** Key, recency, frequency, monetary and the three scores. */
  @BeforeEach
  void readCustomers() throws IOException {
    var file = SharedFolder.file("oracles/rfm_orders_scored_995.csv");
    customers = Files.readAllLines(file).stream().skip(1).map(line -> line.split(",")).toList();
  }

  @Test
  void allScoresAreThoseOfR() {
    var rows =
        score("rule=r-rfm").rows("select customer_key, r_score, f_score, m_score from rfm.scores");
    assertThat(rows)
        .hasSize(995)
        .containsExactlyInAnyOrderElementsOf(
            customers.stream()
                .map(cells -> cells[0] + "|" + String.join("|", Arrays.copyOfRange(cells, 4, 7)))
                .toList());
  }

  @Test
  void cutPointsAreThoseOfR() {
    assertThat(
            score("rule=r-rfm")
                .rows(
                    """
                    select metric, string_agg(round(value::numeric, 6)::float8::text, ' ' order by position)
                    from rfm.cut_points
                    where is_inclusive and tie_key is null and within = ''
                    group by metric
                    order by metric desc
                    """))
        .containsExactly(
            "recency|115 181 297.4 482", "monetary|255.8 382 506.4 666", "frequency|4 5 6 8");
  }

  /** As many as the specification of the rule counts. */
  @Test
  void asManyHaveEachScoreAsInR() {
    assertThat(
            score("rule=r-rfm")
                .rows(
                    """
                    select count(*) filter (where r_score = score),
                      count(*) filter (where f_score = score),
                      count(*) filter (where m_score = score)
                    from rfm.scores
                    cross join generate_series(1, 5) score
                    group by score
                    order by score
                    """))
        .containsExactly("197|268|200", "200|187|200", "199|176|198", "199|244|202", "200|120|195");
  }

  /** Because NTILE parts equal order counts, it is not the default. */
  @Test
  void ntileGivesAQuarterAnotherFrequencyScore() {
    var ntile = score("rule=ntile").rows(FREQUENCY_SCORES);
    var quantile = score("rule=r-rfm").rows(FREQUENCY_SCORES);
    ntile.removeAll(quantile);
    assertThat(ntile).hasSize(239);
  }

  private static final String FREQUENCY_SCORES = "select customer_key, f_score from rfm.scores";

  private AScoring score(String... settings) {
    return AScoring.on(database, "2006-12-31").with(customers).score(settings);
  }
}
