package dev.nightjar.rfm;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/** When new cut points are found; in between, customers move only if they change themselves. */
enum Refit {
  NIGHTLY,
  /** In the first night of a calendar week, which begins on Monday. */
  WEEKLY,
  /** In the first night of a calendar month. */
  MONTHLY,
  /** Only if there are none, or if their settings changed. */
  NEVER;

  boolean isDue(LocalDate fittedOn, LocalDate night) {
    return switch (this) {
      case NIGHTLY -> true;
      case WEEKLY -> fittedOn.isBefore(monday(night));
      case MONTHLY -> fittedOn.isBefore(YearMonth.from(night).atDay(1));
      case NEVER -> false;
    };
  }

  private static LocalDate monday(LocalDate night) {
    return night.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
