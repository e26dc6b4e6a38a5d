package dev.nightjar.clustering;

import dev.nightjar.home.CalendarPeriod;
import java.time.LocalDate;

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
      case WEEKLY -> CalendarPeriod.WEEK.isLater(night, sought);
      case MONTHLY -> CalendarPeriod.MONTH.isLater(night, sought);
      case MANUAL -> false;
    };
  }
}
