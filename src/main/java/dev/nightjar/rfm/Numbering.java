package dev.nightjar.rfm;

import java.util.Map;

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
}
