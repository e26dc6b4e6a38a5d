package dev.nightjar.demo;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** The shop's activity from its first day to its last; an ordinary day weighs about 1. */
record Seasons(LocalDate firstDay, LocalDate lastDay) {
  private static final double[] MONTHS = {
    0.72, 0.84, 0.94, 0.96, 1.00, 0.95, 0.92, 0.88, 0.98, 1.06, 1.42, 1.62
  };
  private static final double[] WEEKDAYS = {1.10, 1.00, 0.98, 0.99, 1.00, 0.82, 1.11};

  double weight(LocalDate day) {
    boolean tooLateForChristmas = day.getMonthValue() == 12 && day.getDayOfMonth() > 20;
    return MONTHS[day.getMonthValue() - 1]
        * WEEKDAYS[day.getDayOfWeek().getValue() - 1]
        * (tooLateForChristmas ? 0.5 : 1.0);
  }

  /** The day on which a customer registers: more of them in high season and as the shop grows. */
  LocalDate arrival(Dice dice) {
    int days = (int) DAYS.between(firstDay, lastDay);
    while (true) {
      int offset = dice.between(0, days);
      var day = firstDay.plusDays(offset);
      if (dice.chance(weight(day) * (0.6 + 0.8 * offset / days) / 3)) {
        return day;
      }
    }
  }

  /** Between 7 and 23 o'clock, so never in an hour that London's summer time skips or repeats. */
  static LocalDateTime momentOn(LocalDate day, Dice dice) {
    int minutes = dice.between(0, 479) + dice.between(0, 479);
    return day.atTime(7, 0).plusMinutes(minutes).plusSeconds(dice.between(0, 59));
  }
}
