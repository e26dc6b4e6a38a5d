package dev.nightjar.rfm;

import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.choose;
import static org.jooq.impl.DSL.inline;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.Field;

/** The scales of a night, or those found so far. */
record Scales(Map<Metric, Bins> byMetric) {

  /** Whether no customer was scored when cut points were fitted. */
  boolean isEmpty() {
    return byMetric.values().stream().anyMatch(Bins::isEmpty);
  }

  Bins of(Metric metric) {
    return byMetric.get(metric);
  }

  /** The score of a customer, n being the best. */
  Field<Integer> score(Metric metric, LocalDate night) {
    return byMetric.get(metric).isNested()
        ? score(metric, night, Metric.RECENCY, "")
        : byMetric.get(metric).score("", metric.value(night));
  }

  /** The score by the cut points within a given score on the metrics before. */
  private Field<Integer> score(Metric wanted, LocalDate night, Metric metric, String scoresBefore) {
    var scale = byMetric.get(metric);
    var score = scale.score(scoresBefore, metric.value(night));
    if (metric == wanted) {
      return score;
    }
    var next = Metric.values()[metric.ordinal() + 1];
    return choose(score)
        .mapFields(
            IntStream.rangeClosed(1, scale.bins())
                .boxed()
                .collect(
                    toMap(
                        each -> inline(each),
                        each -> score(wanted, night, next, scoresBefore + each))));
  }
}
