package dev.nightjar.rfm;

import static org.jooq.impl.DSL.inline;

import java.util.Map;
import org.jooq.Field;

/**
 * The numbers of scores: which is the best, and what the lowest is called.
 *
 * @param lowestScores by metric; 1 if there is none
 */
record Numbering(Direction direction, Map<Metric, Integer> lowestScores) {

  int lowest(Metric metric) {
    return lowestScores.getOrDefault(metric, 1);
  }

  /** The number of a score that is counted from 1 for the worst. */
  int of(Metric metric, int score, int bins) {
    return direction.of(score, bins) + lowest(metric) - 1;
  }

  /** The same in SQL. */
  Field<Integer> of(Metric metric, Field<Integer> score, int bins) {
    int lowest = lowest(metric);
    if (direction == Direction._1_IS_BEST) {
      return inline(bins + lowest).minus(score);
    }
    return lowest == 1 ? score : score.plus(lowest - 1);
  }
}
