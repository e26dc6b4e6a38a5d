package dev.nightjar.bench.chaos;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long each stage of a night took.
 *
 * @param stages in their order
 */
record Timeline(List<Stage> stages) {

  record Stage(String name, double millis) {
    private Stage faster(Stage other) {
      return millis < other.millis ? this : other;
    }
  }

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

  /** The shorter time of each stage in two nights of the same stages. */
  Timeline fastest(Timeline other) {
    return new Timeline(
        IntStream.range(0, stages.size())
            .mapToObj(i -> stages.get(i).faster(other.stages.get(i)))
            .toList());
  }

  @Override
  public String toString() {
    return stages.stream()
        .map(each -> "%s %.0f ms".formatted(each.name, each.millis))
        .collect(Collectors.joining(", "));
  }

  /** The part of the night that is one stage. */
  Timeline only(String name) {
    return new Timeline(stages.stream().filter(each -> each.name().equals(name)).toList());
  }
}
