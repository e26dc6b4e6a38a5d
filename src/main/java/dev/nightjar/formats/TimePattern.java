package dev.nightjar.formats;

import static java.time.temporal.ChronoField.CLOCK_HOUR_OF_AMPM;
import static java.time.temporal.ChronoField.HOUR_OF_AMPM;
import static java.time.temporal.ChronoField.INSTANT_SECONDS;
import static java.time.temporal.ChronoField.MINUTE_OF_HOUR;
import static java.time.temporal.ChronoField.NANO_OF_SECOND;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A source's pattern of dates and times. Dates that do not exist are refused. */
public final class TimePattern {
  private static final String ISO_8601 = "iso-8601";
  private static final Map<String, Integer> EPOCHS = Map.of("epoch-seconds", 0, "epoch-millis", 3);
  private static final Pattern QUOTED = Pattern.compile("'[^']*'");
  private static final Pattern TWO_DIGITS = Pattern.compile("(?<![yu])(yy|uu)(?![yu])");
  private static final ZonedDateTime SAMPLE =
      ZonedDateTime.of(LocalDateTime.parse("2025-01-31T22:41:53"), ZoneId.of("Europe/Paris"));

  private final String pattern;
  private final int decimalsOfEpoch;
  private final DateTimeFormatter formatter;

  /** An English pattern. */
  public TimePattern(String pattern) {
    this(pattern, Locale.ENGLISH);
  }

  /**
   * @param pattern as in Java's DateTimeFormatter, or {@code iso-8601}, {@code epoch-seconds},
   *     {@code epoch-millis}; without a time, the beginning of the day
   * @param locale of the names of months and days, and of AM and PM
   * @throws IllegalArgumentException if it is not a pattern
   */
  public TimePattern(String pattern, Locale locale) {
    this.pattern = pattern;
    this.decimalsOfEpoch = EPOCHS.getOrDefault(pattern, -1);
    var builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
    this.formatter =
        (pattern.equals(ISO_8601) || decimalsOfEpoch >= 0
                ? appendIso(builder)
                : builder.appendPattern(withProlepticYear(pattern)))
            .toFormatter(locale)
            .withResolverStyle(ResolverStyle.STRICT);
  }

  /** Extended or basic; time of day, seconds, fraction, offset and zone can be missing. */
  private static DateTimeFormatterBuilder appendIso(DateTimeFormatterBuilder builder) {
    var offset = "[' '][XXXXX][XXXX][X]['['VV']']]]";
    return builder
        .appendPattern("[uuuu-MM-dd[['T'][' ']HH:mm[:ss")
        .appendFraction(NANO_OF_SECOND, 0, 9, true)
        .appendPattern("]" + offset + "[uuuuMMdd['T'HHmm[ss")
        .appendFraction(NANO_OF_SECOND, 0, 9, true)
        .appendPattern("]" + offset);
  }

  /** Strict resolving needs u, the proleptic year, instead of the usual y. */
  private static String withProlepticYear(String pattern) {
    var changed = new StringBuilder();
    boolean isQuoted = false;
    for (char c : pattern.toCharArray()) {
      isQuoted ^= c == '\'';
      changed.append(c == 'y' && !isQuoted ? 'u' : c);
    }
    return changed.toString();
  }

  /**
   * Reads a text, as the clock that wrote it showed the time.
   *
   * @throws DateTimeException if the text is not a date in this pattern
   */
  public LocalDateTime parse(String text) {
    return local(read(text));
  }

  /**
   * Reads a text.
   *
   * @param written zone of a text that names neither offset nor zone; a time that the change of
   *     clocks skips is an hour later, one that it repeats is the first
   * @param wanted zone of the result
   * @throws DateTimeException if the text is not a date in this pattern
   */
  public LocalDateTime parse(String text, ZoneId written, ZoneId wanted) {
    if (decimalsOfEpoch >= 0) {
      return LocalDateTime.ofInstant(instant(text), wanted);
    }
    var read = read(text);
    if (read.isSupported(INSTANT_SECONDS)) {
      return LocalDateTime.ofInstant(Instant.from(read), wanted);
    }
    var named = read.query(TemporalQueries.zone());
    var zone = named == null ? written : named;
    var local = local(read);
    return zone.equals(wanted)
        ? local
        : local.atZone(zone).withZoneSameInstant(wanted).toLocalDateTime();
  }

  private TemporalAccessor read(String text) {
    return decimalsOfEpoch >= 0
        ? instant(text).atZone(ZoneId.of("UTC"))
        : formatter.parse(text.indexOf('\u202f') < 0 ? text : text.replace('\u202f', ' '));
  }

  private static LocalDateTime local(TemporalAccessor read) {
    var date = read.query(TemporalQueries.localDate());
    var time = read.query(TemporalQueries.localTime());
    boolean isUnresolved =
        time == null
            && (read.isSupported(CLOCK_HOUR_OF_AMPM)
                || read.isSupported(HOUR_OF_AMPM)
                || read.isSupported(MINUTE_OF_HOUR));
    if (date == null || isUnresolved) {
      throw new DateTimeException("neither a date nor a time of day");
    }
    return date.atTime(time == null ? LocalTime.MIDNIGHT : time);
  }

  private Instant instant(String text) {
    try {
      var millis = new BigDecimal(text).movePointRight(3 - decimalsOfEpoch);
      return Instant.ofEpochMilli(millis.toBigInteger().longValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      throw new DateTimeException("not a number of seconds or milliseconds", e);
    }
  }

  /** Whether the years of a pattern have two digits, and are of this century. */
  public static boolean hasTwoDigitYears(String pattern) {
    return TWO_DIGITS.matcher(QUOTED.matcher(pattern).replaceAll("")).find();
  }

  /** Whether the pattern can read what it writes, to the minute if it has a time. */
  public boolean isReadable() {
    if (decimalsOfEpoch >= 0 || pattern.equals(ISO_8601)) {
      return true;
    }
    var sample = SAMPLE.toLocalDateTime();
    try {
      var read = parse(formatter.format(SAMPLE), SAMPLE.getZone(), SAMPLE.getZone());
      return QUOTED.matcher(pattern).replaceAll("").matches(".*[HhKkAnN].*")
          ? List.of(sample, sample.truncatedTo(ChronoUnit.MINUTES)).contains(read)
          : read.equals(sample.truncatedTo(ChronoUnit.DAYS));
    } catch (DateTimeException e) {
      return false;
    }
  }
}
