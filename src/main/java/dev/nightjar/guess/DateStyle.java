package dev.nightjar.guess;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the dates of a column are written.
 *
 * @param patterns that read all values, the first as the setting would have it
 * @param locale of the month names; null for English
 * @param isAmbiguous whether two of the patterns read a value as different moments
 */
record DateStyle(List<String> patterns, @Nullable String locale, boolean isAmbiguous) {
  private static final int MOST_VALUES = 5000;
  private static final List<String> LOCALES =
      List.of("de", "fr", "es", "it", "nl", "pt", "sv", "da", "nb", "fi", "pl", "cs");
  private static final List<String> DATES =
      List.of(
          "yyyy-MM-dd",
          "yyyyMMdd",
          "yyyy/MM/dd",
          "dd.MM.yyyy",
          "d.M.yyyy",
          "dd/MM/yyyy",
          "MM/dd/yyyy",
          "d/M/yyyy",
          "M/d/yyyy",
          "dd-MM-yyyy",
          "MM-dd-yyyy",
          "d-M-yyyy",
          "M-d-yyyy",
          "yyyy.MM.dd",
          "dd.MM.yy",
          "dd/MM/yy",
          "MM/dd/yy",
          "d/M/yy",
          "M/d/yy",
          "yy-MM-dd",
          "MMM d, yyyy",
          "MMMM d, yyyy",
          "d MMM yyyy",
          "d MMMM yyyy",
          "dd-MMM-yyyy",
          "dd-MMM-yy",
          "MMM-dd-yyyy",
          "MMM-dd-yy",
          "d. MMMM yyyy",
          "EEE, d MMM yyyy",
          "EEE MMM d yyyy");
  private static final List<String> TIMES =
      List.of(
          " HH:mm:ss",
          "",
          " HH:mm",
          " H:mm:ss",
          " H:mm",
          " h:mm:ss a",
          " h:mm a",
          " hh:mma",
          ", HH:mm:ss",
          ", HH:mm",
          ", h:mm:ss a",
          ", h:mm a",
          "'T'HH:mm:ss",
          "'T'HH:mm",
          " HH:mm:ss.SSS",
          " HH:mm:ss.SSSSSS",
          " HH.mm.ss",
          " HH.mm",
          " 'at' h:mm a",
          " 'um' HH:mm");
  private static final List<String> OFFSETS =
      List.of("", " Z", "Z", " XXX", "XXX", "X", " z", " 'UTC'");
  private static final List<String> CANDIDATES = candidates();
  private static final Map<String, DateTimeFormatter> ENGLISH =
      CANDIDATES.stream()
          .collect(Collectors.toMap(each -> each, each -> formatter(each, Locale.ENGLISH)));

  /** How some values are written; null if no pattern reads them all. */
  static @Nullable DateStyle of(List<String> all) {
    var values = all.size() > MOST_VALUES ? all.subList(0, MOST_VALUES) : all;
    if (values.isEmpty()) {
      return null;
    }
    if (values.stream().allMatch(DateStyle::isIso)) {
      return new DateStyle(List.of("iso-8601"), null, false);
    }
    var english = reading(values, null);
    if (english != null || values.stream().noneMatch(each -> each.matches(".*\\p{L}{3}.*"))) {
      return english;
    }
    return LOCALES.stream()
        .map(locale -> reading(values, locale))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Seconds or milliseconds since 1970; null if the values are not such numbers. */
  static @Nullable DateStyle ofNumbers(List<String> values) {
    return values.isEmpty()
        ? null
        : values.stream().allMatch(each -> each.matches("1\\d{9}"))
            ? new DateStyle(List.of("epoch-seconds"), null, false)
            : values.stream().allMatch(each -> each.matches("1\\d{12}"))
                ? new DateStyle(List.of("epoch-millis"), null, false)
                : null;
  }

  /** Whether the values have a time of day. */
  boolean hasTime() {
    return patterns.get(0).matches(".*[HhK].*|iso.*|epoch.*");
  }

  private static @Nullable DateStyle reading(List<String> values, @Nullable String locale) {
    var patterns = new ArrayList<String>();
    List<LocalDateTime> first = null;
    boolean isAmbiguous = false;
    for (var pattern : CANDIDATES) {
      var formatter =
          locale == null ? ENGLISH.get(pattern) : formatter(pattern, Locale.forLanguageTag(locale));
      var moments = moments(values, Objects.requireNonNull(formatter));
      if (moments != null) {
        isAmbiguous |= first != null && !first.equals(moments);
        patterns.add(pattern);
        first = first == null ? moments : first;
      }
    }
    return patterns.isEmpty() ? null : new DateStyle(patterns, locale, isAmbiguous);
  }

  private static @Nullable List<LocalDateTime> moments(
      List<String> values, DateTimeFormatter formatter) {
    var moments = new ArrayList<LocalDateTime>();
    String last = null;
    for (var value : values) {
      if (!value.equals(last)) {
        var moment = moment(value, formatter);
        if (moment == null) {
          return null;
        }
        moments.add(moment);
        last = value;
      }
    }
    return moments;
  }

  private static @Nullable LocalDateTime moment(String text, DateTimeFormatter formatter) {
    var end = new ParsePosition(0);
    if (formatter.parseUnresolved(text, end) == null || end.getIndex() < text.length()) {
      return null;
    }
    try {
      var parsed = formatter.parse(text);
      var date = parsed.query(TemporalQueries.localDate());
      var time = parsed.query(TemporalQueries.localTime());
      return date == null || date.getYear() < 1990 || date.getYear() > 2100
          ? null
          : date.atTime(time == null ? LocalTime.MIDNIGHT : time);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean isIso(String text) {
    if (!text.matches("\\d{4}-\\d\\d-\\d\\dT.*(Z|[+-]\\d\\d(:?\\d\\d)?)")) {
      return false;
    }
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static DateTimeFormatter formatter(String pattern, Locale locale) {
    var builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
    if (pattern.contains("yy") && !pattern.contains("yyyy")) {
      int at = pattern.indexOf("yy");
      builder
          .appendPattern(pattern.substring(0, at))
          .appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.of(2000, 1, 1));
      if (at + 2 < pattern.length()) {
        builder.appendPattern(pattern.substring(at + 2));
      }
    } else {
      builder.appendPattern(pattern.replace("yyyy", "uuuu"));
    }
    return builder.toFormatter(locale).withResolverStyle(ResolverStyle.STRICT);
  }

  private static List<String> candidates() {
    var candidates = new ArrayList<String>();
    for (var date : DATES) {
      for (var time : TIMES) {
        for (var offset : OFFSETS) {
          if (offset.isEmpty() || !time.isEmpty()) {
            candidates.add(date + time + offset);
          }
        }
      }
    }
    return candidates;
  }
}
