package dev.nightjar.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of any customers, by any rule. */
@DatabaseTest
class ScoringPropertiesTest {
  /** Pairs of customers whose scores contradict their values, nobody being within other scores. */
  private static final String CONTRADICTIONS =
      """
      select a.customer_key, b.customer_key
      from rfm.scores a
      join rfm.scores b using (standing)
      where standing = 'scored' and (
        a.recency_days < b.recency_days and a.r_score < b.r_score
        or a.frequency < b.frequency and a.f_score > b.f_score and %1$s
        or a.monetary < b.monetary and a.m_score > b.m_score and %1$s and %2$s)
      """;

  /** Pairs of customers with equal values and other scores. */
  private static final String PARTED =
      """
      select a.customer_key, b.customer_key
      from rfm.scores a
      join rfm.scores b using (standing)
      where a.recency_days = b.recency_days and a.r_score <> b.r_score
        or a.frequency = b.frequency and a.f_score <> b.f_score and %1$s
        or a.monetary = b.monetary and a.m_score <> b.m_score and %1$s and %2$s
      """;

  private static final String WRONG =
      """
      select customer_key from rfm.scores
      where (standing = 'scored') <> (num_nonnulls(r_score, f_score, m_score) = 3)
        or least(r_score, f_score, m_score) < 1 or greatest(r_score, f_score, m_score) > %d
      """;

  private final TestDatabase database;

  ScoringPropertiesTest(TestDatabase database) {
    this.database = database;
  }

  static Stream<Arguments> rulesAndBins() {
    return Stream.of(BinningRule.values())
        .flatMap(
            rule ->
                IntStream.rangeClosed(2, rule == BinningRule.MEAN ? 2 : 10)
                    .mapToObj(bins -> Arguments.of(rule, bins)));
  }

  @ParameterizedTest
  @MethodSource("rulesAndBins")
  void scoresFollowValuesWhoeverTheCustomersAre(BinningRule rule, int bins) {
    var random = new Random(bins * 100L + rule.ordinal());
    var customers = customers(random);
    var night = score(customers, rule, bins, Direction.N_IS_BEST);
    assertThat(night.scores().split(" ")).hasSize(customers.size());
    assertThat(night.rows(WRONG.formatted(bins))).isEmpty();
    assertThat(night.rows(within(CONTRADICTIONS, rule))).isEmpty();
    if (rule != BinningRule.NTILE && rule != BinningRule.RANK_FIRST) {
      assertThat(night.rows(within(PARTED, rule))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theOrderOfRowsIsIrrelevant(BinningRule rule) {
    var random = new Random(rule.ordinal());
    var customers = customers(random);
    var scores = score(customers, rule, 2, Direction.N_IS_BEST).scores();
    Collections.shuffle(customers, random);
    assertThat(score(customers, rule, 2, Direction.N_IS_BEST).scores()).isEqualTo(scores);
  }

  @ParameterizedTest
  @EnumSource
  void theDirectionMirrorsScoresAndNothingElse(BinningRule rule) {
    var customers = customers(new Random(rule.ordinal()));
    var scores = score(customers, rule, 2, Direction.N_IS_BEST).scores();
    var mirrored = score(customers, rule, 2, Direction._1_IS_BEST).scores();
    assertThat(
            mirrored
                .replaceAll("1(?=[- ]|$)", "0")
                .replaceAll("2(?=[- ]|$)", "1")
                .replaceAll("0(?=[- ]|$)", "2"))
        .isEqualTo(scores);
  }

  private AScoring score(
      List<String[]> customers, BinningRule rule, int bins, Direction direction) {
    var settings = new ArrayList<>(List.of("rule=" + rule.key(), "bins=" + bins));
    settings.add("direction=" + direction);
    if (rule == BinningRule.FIXED) {
      for (var metric : Metric.values()) {
        settings.add(
            metric.key()
                + ".thresholds="
                + IntStream.range(1, bins)
                    .mapToObj(i -> String.valueOf(i * i * 4))
                    .collect(Collectors.joining(",")));
      }
    }
    return AScoring.on(database, "2025-01-31")
        .with(customers)
        .execute("update rfm.metrics set standing = 'net-returner' where customer_key like '%7'")
        .score(settings.toArray(String[]::new));
  }

  /** Up to 120, many with equal values. */
  private static List<String[]> customers(Random random) {
    var customers = new ArrayList<String[]>();
    int count = 1 + random.nextInt(120);
    for (int i = 0; i < count; i++) {
      customers.add(
          new String[] {
            "C" + i,
            String.valueOf((int) Math.pow(random.nextInt(20), 2)),
            String.valueOf(random.nextInt(6)),
            String.valueOf(random.nextInt(4) == 0 ? 20 : random.nextInt(100_000) / 100.0)
          });
    }
    return customers;
  }

  /** Of the rule nested, only customers with the same scores before are compared. */
  private static String within(String pairs, BinningRule rule) {
    return rule == BinningRule.NESTED
        ? pairs.formatted("a.r_score = b.r_score", "a.f_score = b.f_score")
        : pairs.formatted("true", "true");
  }
}
