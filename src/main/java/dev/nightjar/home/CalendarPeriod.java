package dev.nightjar.home;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/** A calendar week, which begins on Monday, or a calendar month. */
public enum CalendarPeriod {
  WEEK,
  MONTH;

  /** Whether a night is in a later period than the given one before it. */
  public boolean isLater(LocalDate night, LocalDate before) {
    return before.isBefore(
        this == MONTH
            ? YearMonth.from(night).atDay(1)
            : night.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }
}
