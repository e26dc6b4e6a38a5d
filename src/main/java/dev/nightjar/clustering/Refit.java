package dev.nightjar.clustering;

import java.time.LocalDate;

/** When a new model is sought; in between, customers move only if their own values change. */
enum Refit {
  NIGHTLY,
  /** Seven days after the last time. */
  WEEKLY,
  /** One calendar month after the last time. */
  MONTHLY,
  /** Only if no model can be applied. */
  MANUAL;

  /**
   * @param sought the newest night in which a model was sought, taken or proposed
   */
  boolean isDue(LocalDate sought, LocalDate night) {
    return switch (this) {
      case NIGHTLY -> true;
      case WEEKLY -> !night.isBefore(sought.plusWeeks(1));
      case MONTHLY -> !night.isBefore(sought.plusMonths(1));
      case MANUAL -> false;
    };
  }
}
