package dev.nightjar.clustering;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/** When a new model is sought; in between, customers move only if their own values change. */
enum Refit {
  NIGHTLY,
  /** In the first night of a calendar week, which begins on Monday. */
  WEEKLY,
  /** In the first night of a calendar month. */
  MONTHLY,
  /** Only if no model can be applied. */
  MANUAL;

  /**
   * @param sought the newest night in which a model was sought, taken or proposed
   */
  boolean isDue(LocalDate sought, LocalDate night) {
    return switch (this) {
      case NIGHTLY -> true;
      case WEEKLY -> sought.isBefore(monday(night));
      case MONTHLY -> sought.isBefore(YearMonth.from(night).atDay(1));
      case MANUAL -> false;
    };
  }

  private static LocalDate monday(LocalDate night) {
    return night.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
