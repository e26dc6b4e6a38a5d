package dev.nightjar.rfm;

import static dev.nightjar.db.rfm.Tables.METRICS;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.choose;
import static org.jooq.impl.DSL.inline;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
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

  /** The score of a customer of {@code rfm.metrics}, n being the best. */
  Field<Integer> score(Metric metric, LocalDate night) {
    return score(metric, each -> each.value(night), METRICS.CUSTOMER_KEY);
  }

  /** The score of a customer with the given values, n being the best. */
  Field<Integer> score(
      Metric metric, Function<Metric, Field<Double>> values, Field<String> customerKey) {
    return byMetric.get(metric).isNested()
        ? score(metric, Metric.RECENCY, "", values, customerKey)
        : byMetric.get(metric).score("", values.apply(metric), customerKey);
  }

  /** The score by the cut points within a given score on the metrics before. */
  private Field<Integer> score(
      Metric wanted,
      Metric metric,
      String scoresBefore,
      Function<Metric, Field<Double>> values,
      Field<String> customerKey) {
    var scale = byMetric.get(metric);
    var score = scale.score(scoresBefore, values.apply(metric), customerKey);
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
                        each -> score(wanted, next, scoresBefore + each, values, customerKey))));
  }
}
