package dev.nightjar.bench.chaos;

import java.util.List;

/**
 * How long each stage of a night took.
 *
 * @param stages in their order
 */
record Timeline(List<Stage> stages) {

  record Stage(String name, double millis) {}

  /**
   * A moment of a night.
   *
   * @param millis since the stage began
   */
  record Moment(String stage, long millis) {}

  /** The moment at which a share of the night has passed. */
  Moment at(double share) {
    double left = share * stages.stream().mapToDouble(Stage::millis).sum();
    for (var stage : stages) {
      if (left < stage.millis()) {
        return new Moment(stage.name(), (long) left);
      }
      left -= stage.millis();
    }
    var last = stages.get(stages.size() - 1);
    return new Moment(last.name(), (long) last.millis());
  }

  /** The part of the night that is one stage. */
  Timeline only(String name) {
    return new Timeline(stages.stream().filter(each -> each.name().equals(name)).toList());
  }
}
