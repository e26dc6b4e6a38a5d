package dev.nightjar.ingest;

import dev.nightjar.home.Counted;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The days of a file's lines: the latest of them, and those that lie in the future. */
final class FileDays {
  private final LocalDate today;
  private final boolean hasTwoDigitYears;
  private @Nullable LocalDate latest;
  private long future;

  /**
   * @param today on which the file landed; a later day does not make the file newer than others
   * @param hasTwoDigitYears whether a day can be of the wrong century
   */
  FileDays(LocalDate today, boolean hasTwoDigitYears) {
    this.today = today;
    this.hasTwoDigitYears = hasTwoDigitYears;
  }

  /** Takes the day of a line; null if it has none. */
  void see(@Nullable LocalDate day) {
    if (day == null || day.equals(latest)) {
      return;
    }
    if (day.isAfter(today)) {
      future++;
    } else if (latest == null || day.isAfter(latest)) {
      latest = day;
    }
  }

  /** The latest day up to today; null if no line has one. */
  @Nullable LocalDate latest() {
    return latest;
  }

  /** What a person should know. */
  List<String> notes() {
    return hasTwoDigitYears && future > 0
        ? List.of("in the future, as read with years of two digits: " + Counted.of(future, "date"))
        : List.of();
  }
}
