package dev.nightjar.console;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Dates, times and durations as texts.
 *
 * @param locale of the reader
 * @param zone of the business
 */
public record Times(Locale locale, ZoneId zone) {

  /** A date, such as 30 Jun 2026. */
  public String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(date);
  }

  /** A moment, in the zone of the business; a dash for none. */
  public String moment(@Nullable OffsetDateTime moment) {
    return moment == null
        ? "–"
        : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale)
            .format(moment.atZoneSameInstant(zone));
  }

  /** How long something took; a dash if it has not ended. */
  public String between(OffsetDateTime start, @Nullable OffsetDateTime end) {
    return duration(end == null ? null : Duration.between(start, end));
  }

  /** A duration, such as 0.4 s, 12 s, 3 min 20 s or 2 h 5 min; a dash for none. */
  public String duration(@Nullable Duration duration) {
    if (duration == null) {
      return "–";
    }
    long seconds = duration.toSeconds();
    if (seconds < 10) {
      return String.format(locale, "%.1f s", duration.toMillis() / 1e3);
    }
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? "%d min %d s".formatted(seconds / 60, seconds % 60)
        : "%d h %d min".formatted(seconds / 3600, seconds % 3600 / 60);
  }
}
