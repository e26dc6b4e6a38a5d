package dev.nightjar.rfm;

import java.time.LocalDate;

/** When new cut points are found; in between, customers move only if they change themselves. */
enum Refit {
  NIGHTLY,
  /** Seven days after the last time. */
  WEEKLY,
  /** One calendar month after the last time. */
  MONTHLY,
  /** Only if there are none, or if their settings changed. */
  NEVER;

  boolean isDue(LocalDate fittedOn, LocalDate night) {
    return switch (this) {
      case NIGHTLY -> true;
      case WEEKLY -> !night.isBefore(fittedOn.plusWeeks(1));
      case MONTHLY -> !night.isBefore(fittedOn.plusMonths(1));
      case NEVER -> false;
    };
  }
}
