package dev.nightjar.rfm;

import static dev.nightjar.db.rfm.Tables.SCORES;
import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.count;

import dev.nightjar.database.Statistics;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Counted;
import dev.nightjar.home.Vocabulary;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.pipeline.StageReport;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Scores every customer on recency, frequency and monetary value. */
@Component
public class RfmStage implements Stage {
  private final DSLContext db;
  private final RfmSettings settings;
  private final BusinessSettings business;
  private final Numbering numbers;

  RfmStage(DSLContext db, RfmSettings settings, BusinessSettings business, Vocabulary vocabulary) {
    this.db = db;
    this.settings = settings;
    this.business = business;
    this.numbers = numbers(settings, vocabulary);
  }

  private static Numbering numbers(RfmSettings settings, Vocabulary vocabulary) {
    var lowest = new EnumMap<Metric, Integer>(Metric.class);
    for (var metric : Metric.values()) {
      lowest.put(metric, vocabulary.lowestScore(metric.key()));
    }
    return new Numbering(settings.direction(), lowest);
  }

  @Override
  public String name() {
    return "rfm";
  }

  @Override
  public StageReport run(Night night) {
    return db.transactionResult(transaction -> rehearse(transaction.dsl(), night));
  }

  @Override
  public StageReport rehearse(DSLContext transaction, Night night) {
    var metrics = new MetricsQueries(night.date(), settings);
    long changed = metrics.replace(transaction);
    Statistics.refresh(transaction);
    var forgotten = business.forgottenUntil(night.date());
    if (forgotten != null) {
      MetricsQueries.forget(transaction, forgotten);
    }
    var scoring = new Scoring(night.date(), settings, numbers);
    scoring.replaceCutPoints(transaction);
    scoring.replaceScores(transaction);
    return report(transaction, changed, scoring);
  }

  @Override
  public Map<String, Long> verify(DSLContext transaction, Night night) {
    var metrics = new MetricsQueries(night.date(), settings);
    return Map.of("rfm.metrics", metrics.differences(transaction));
  }

  private StageReport report(DSLContext db, long changed, Scoring scoring) {
    var counts = new TreeMap<String, Long>();
    db.select(SCORES.STANDING, count())
        .from(SCORES)
        .groupBy(SCORES.STANDING)
        .forEach(row -> counts.put(row.value1(), row.value2().longValue()));
    long customers = counts.values().stream().mapToLong(Long::longValue).sum();
    long lapsed = counts.getOrDefault("lapsed", 0L);
    var summary =
        "%s, %,d scored%s, %s, %s; %,d changed%s"
            .formatted(
                Counted.of(customers, "customer"),
                counts.getOrDefault("scored", 0L),
                settings.hasWindow() ? ", %,d lapsed".formatted(lapsed) : "",
                Counted.of(counts.getOrDefault("prospect", 0L), "prospect"),
                Counted.of(counts.getOrDefault("net-returner", 0L), "net returner"),
                changed,
                impossible(scoring.impossible(db)));
    counts.put("customers", customers);
    counts.put("changed", changed);
    return new StageReport(summary, counts);
  }

  /** Names the scores that no customer can have by its cut points. */
  private static String impossible(Map<Metric, SortedSet<Integer>> impossible) {
    return impossible.entrySet().stream()
        .map(
            each ->
                "; no %s score %s can occur"
                    .formatted(
                        each.getKey().key(),
                        each.getValue().stream().map(String::valueOf).collect(joining(", "))))
        .collect(joining());
  }
}
