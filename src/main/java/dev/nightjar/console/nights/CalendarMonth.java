package dev.nightjar.console.nights;

import dev.nightjar.views.NightCalendar.Day;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A month with its nights.
 *
 * @param name such as June 2026
 * @param weekdays their short names, in the reader's order
 * @param weeks rows of seven days; null for days outside the month or before the first night
 */
record CalendarMonth(String name, List<String> weekdays, List<List<@Nullable Day>> weeks) {
  private static final int WEEK = 7;

  /**
   * The last months of a calendar, oldest first.
   *
   * @param most number of months
   */
  static List<CalendarMonth> last(int most, List<Day> days, Locale locale) {
    var months = new TreeMap<YearMonth, List<Day>>();
    days.forEach(
        day ->
            months.computeIfAbsent(YearMonth.from(day.date()), key -> new ArrayList<>()).add(day));
    var all =
        months.entrySet().stream().map(each -> of(each.getKey(), each.getValue(), locale)).toList();
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  private static CalendarMonth of(YearMonth month, List<Day> days, Locale locale) {
    var first = WeekFields.of(locale).getFirstDayOfWeek();
    int offset = Math.floorMod(month.atDay(1).getDayOfWeek().getValue() - first.getValue(), WEEK);
    var cells = new ArrayList<@Nullable Day>(Collections.nCopies(offset, null));
    cells.addAll(Collections.nCopies(month.lengthOfMonth(), null));
    days.forEach(day -> cells.set(offset + day.date().getDayOfMonth() - 1, day));
    while (cells.size() % WEEK != 0) {
      cells.add(null);
    }
    var weeks = new ArrayList<List<@Nullable Day>>();
    for (int at = 0; at < cells.size(); at += WEEK) {
      weeks.add(cells.subList(at, at + WEEK));
    }
    return new CalendarMonth(
        month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale) + " " + month.getYear(),
        weekdays(first, locale),
        weeks);
  }

  private static List<String> weekdays(DayOfWeek first, Locale locale) {
    return Stream.iterate(first, day -> day.plus(1))
        .limit(WEEK)
        .map(day -> day.getDisplayName(TextStyle.SHORT, locale))
        .toList();
  }
}
