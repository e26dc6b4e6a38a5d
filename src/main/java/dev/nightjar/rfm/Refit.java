package dev.nightjar.rfm;

import dev.nightjar.home.CalendarPeriod;
import java.time.LocalDate;

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
      case WEEKLY -> CalendarPeriod.WEEK.isLater(night, fittedOn);
      case MONTHLY -> CalendarPeriod.MONTH.isLater(night, fittedOn);
      case NEVER -> false;
    };
  }
}
