package dev.nightjar.rfm;

import static dev.nightjar.db.rfm.Tables.CUT_POINTS;
import static dev.nightjar.db.rfm.Tables.SCORES;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;

import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.pipeline.StageReport;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Scores every customer on recency, frequency and monetary value. */
@Component
public class RfmStage implements Stage {
  private final DSLContext db;
  private final RfmSettings settings;

  RfmStage(DSLContext db, RfmSettings settings) {
    this.db = db;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "rfm";
  }

  @Override
  public StageReport run(Night night) {
    var firstDay = settings.firstDay(night.date());
    var queries = new RfmQueries(night.date(), firstDay, settings.bins());
    db.transaction(
        transaction -> {
          queries.replaceCutPoints(transaction.dsl());
          queries.replaceScores(transaction.dsl());
        });
    db.execute("analyze rfm.scores");
    return report(night);
  }

  private StageReport report(Night night) {
    var counts = new LinkedHashMap<String, Long>();
    db.select(SCORES.STANDING, count())
        .from(SCORES)
        .where(SCORES.NIGHT.eq(night.date()))
        .groupBy(SCORES.STANDING)
        .forEach(row -> counts.put(row.value1(), row.value2().longValue()));
    long customers = counts.values().stream().mapToLong(Long::longValue).sum();
    long scored = counts.getOrDefault("scored", 0L);
    var summary =
        "%,d customers, %,d scored, %,d prospects, %,d net returners%s"
            .formatted(
                customers,
                scored,
                counts.getOrDefault("prospect", 0L),
                counts.getOrDefault("net-returner", 0L),
                unreachableScores(night, scored));
    counts.put("customers", customers);
    return new StageReport(summary, Map.copyOf(counts));
  }

  /** Equal cut points leave scores that nobody can have; says for which metric. */
  private String unreachableScores(Night night, long scored) {
    var metrics =
        db.select(CUT_POINTS.METRIC)
            .from(CUT_POINTS)
            .where(CUT_POINTS.NIGHT.eq(night.date()))
            .groupBy(CUT_POINTS.METRIC)
            .having(countDistinct(CUT_POINTS.VALUE).lt(settings.bins() - 1))
            .orderBy(CUT_POINTS.METRIC)
            .fetch(CUT_POINTS.METRIC);
    return scored == 0 || metrics.isEmpty()
        ? ""
        : "; fewer than %d scores occur on %s"
            .formatted(settings.bins(), String.join(", ", metrics));
  }
}
