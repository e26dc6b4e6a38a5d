package dev.nightjar.rfm;

import static dev.nightjar.db.rfm.Tables.SCORES;
import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.count;

import dev.nightjar.database.Statistics;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Counted;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.pipeline.StageReport;
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

  RfmStage(DSLContext db, RfmSettings settings, BusinessSettings business) {
    this.db = db;
    this.settings = settings;
    this.business = business;
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
    var scoring = new Scoring(night.date(), settings);
    scoring.replaceCutPoints(transaction);
    scoring.replaceScores(transaction);
    return report(transaction, changed, scoring);
  }

  @Override
  public Map<String, Long> verify(DSLContext transaction, Night night) {
    var metrics = new MetricsQueries(night.date(), settings);
    return Map.of("rfm.metrics", metrics.differences(transaction));
  }

  private static StageReport report(DSLContext db, long changed, Scoring scoring) {
    var counts = new TreeMap<String, Long>();
    db.select(SCORES.STANDING, count())
        .from(SCORES)
        .groupBy(SCORES.STANDING)
        .forEach(row -> counts.put(row.value1(), row.value2().longValue()));
    long customers = counts.values().stream().mapToLong(Long::longValue).sum();
    var summary =
        "%s, %,d scored, %s, %s; %,d changed%s"
            .formatted(
                Counted.of(customers, "customer"),
                counts.getOrDefault("scored", 0L),
                Counted.of(counts.getOrDefault("prospect", 0L), "prospect"),
                Counted.of(counts.getOrDefault("net-returner", 0L), "net returner"),
                changed,
                unreachable(scoring.unreachable(db)));
    counts.put("customers", customers);
    counts.put("changed", changed);
    return new StageReport(summary, counts);
  }

  /** Names the scores that no customer can have because of equal cut points. */
  private static String unreachable(Map<Metric, SortedSet<Integer>> unreachable) {
    return unreachable.entrySet().stream()
        .map(
            each ->
                "; no %s score %s can occur"
                    .formatted(
                        each.getKey().key(),
                        each.getValue().stream().map(String::valueOf).collect(joining(", "))))
        .collect(joining());
  }
}
