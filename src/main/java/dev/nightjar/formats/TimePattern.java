package dev.nightjar.formats;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** A source's pattern of dates and times. Dates that do not exist are refused. */
public final class TimePattern {
  private static final LocalDateTime SAMPLE = LocalDateTime.parse("2025-01-31T22:41:53");

  private final DateTimeFormatter formatter;
  private final boolean hasTime;

  /**
   * @param pattern as in Java's DateTimeFormatter; without a time, the beginning of the day
   * @throws IllegalArgumentException if it is not a pattern
   */
  public TimePattern(String pattern) {
    // strict resolving needs u, the proleptic year, instead of the usual y
    formatter =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(pattern.replace('y', 'u'))
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    hasTime = pattern.matches(".*[HhKk].*");
  }

  /**
   * Reads a text.
   *
   * @throws DateTimeException if the text is not a date in this pattern
   */
  public LocalDateTime parse(String text) {
    return hasTime
        ? LocalDateTime.parse(text, formatter)
        : LocalDate.parse(text, formatter).atStartOfDay();
  }

  /** Whether the pattern can read what it writes, to the minute if it has a time. */
  public boolean isReadable() {
    try {
      var read = parse(formatter.format(SAMPLE));
      return hasTime
          ? List.of(SAMPLE, SAMPLE.truncatedTo(ChronoUnit.MINUTES)).contains(read)
          : read.equals(SAMPLE.truncatedTo(ChronoUnit.DAYS));
    } catch (DateTimeException e) {
      return false;
    }
  }
}
