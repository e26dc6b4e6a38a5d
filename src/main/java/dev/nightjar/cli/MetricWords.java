package dev.nightjar.cli;

import org.jspecify.annotations.Nullable;

/** What the screens call the scored metrics. */
final class MetricWords {
  private MetricWords() {}

  /** What monetary is, by its setting. */
  static String monetary(@Nullable String setting) {
    return "mean-order".equals(setting) ? "mean order" : "value";
  }
}
