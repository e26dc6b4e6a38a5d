package dev.nightjar.rfm;

import java.time.LocalDate;

/** When cut points are found anew; in between customers move only when they change themselves. */
enum Refit {
  NIGHTLY,
  /** Seven days after the last time. */
  WEEKLY,
  /** One calendar month after the last time. */
  MONTHLY,
  /** Only where there are none, or where the settings they were found by changed. */
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
