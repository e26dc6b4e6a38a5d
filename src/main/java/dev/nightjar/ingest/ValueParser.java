package dev.nightjar.ingest;

import dev.nightjar.formats.Numbers;
import dev.nightjar.formats.TimePattern;
import dev.nightjar.home.BusinessSettings;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns the text of a value into what the tables hold, as the source writes it. */
final class ValueParser {
  static final int MAX_TEXT = 1000;
  private static final Set<String> TRUE = Set.of("true", "yes", "y", "1");
  private static final Set<String> FALSE = Set.of("false", "no", "n", "0");

  private final TimePattern times;
  private final Numbers numbers;
  private final ZoneId sourceZone;
  private final BusinessSettings business;
  private final Map<String, Rates> rates;

  ValueParser(Source source, BusinessSettings business) {
    this.times = new TimePattern(source.dateFormat());
    this.numbers = source.numbers();
    this.sourceZone = source.zone() == null ? business.zone() : source.zone();
    this.business = business;
    this.rates = Rates.of(business);
  }

  /** Why a text is not a value of a kind; does not contain the text. */
  static final class Unreadable extends Exception {
    private final Reject.Reason reason;

    private Unreadable(Reject.Reason reason) {
      super(reason.code(), null, false, false);
      this.reason = reason;
    }

    Reject.Reason reason() {
      return reason;
    }
  }

  /**
   * Reads a text that is not empty.
   *
   * @return a String, BigDecimal, Boolean, LocalDateTime in the business zone, or Rates
   */
  Object parse(FeedField.Kind kind, String text) throws Unreadable {
    if (text.length() > MAX_TEXT) {
      throw new Unreadable(Reject.Reason.TOO_LONG);
    }
    if (text.indexOf('\0') >= 0) {
      throw new Unreadable(Reject.Reason.NUL_CHARACTER);
    }
    return switch (kind) {
      case TEXT -> text;
      case DECIMAL -> decimal(text);
      case TIME -> time(text);
      case BOOLEAN -> bool(text);
      case CURRENCY -> currency(text);
    };
  }

  private BigDecimal decimal(String text) throws Unreadable {
    try {
      return numbers.parse(text);
    } catch (NumberFormatException e) {
      throw new Unreadable(Reject.Reason.NOT_A_DECIMAL);
    } catch (ArithmeticException e) {
      throw new Unreadable(Reject.Reason.OUT_OF_RANGE);
    }
  }

  private LocalDateTime time(String text) throws Unreadable {
    LocalDateTime time;
    try {
      var local = times.parse(text);
      time =
          sourceZone.equals(business.zone())
              ? local
              : local.atZone(sourceZone).withZoneSameInstant(business.zone()).toLocalDateTime();
    } catch (DateTimeException e) {
      throw new Unreadable(Reject.Reason.NOT_A_TIME);
    }
    if (time.getYear() < 1900 || time.getYear() > 9999) {
      throw new Unreadable(Reject.Reason.OUT_OF_RANGE);
    }
    return time;
  }

  private static Boolean bool(String text) throws Unreadable {
    var word = text.toLowerCase(Locale.ROOT);
    if (!TRUE.contains(word) && !FALSE.contains(word)) {
      throw new Unreadable(Reject.Reason.NOT_A_BOOLEAN);
    }
    return TRUE.contains(word);
  }

  private Rates currency(String text) throws Unreadable {
    var known = rates.get(Rates.capitals(text));
    if (known == null) {
      throw new Unreadable(Reject.Reason.OTHER_CURRENCY);
    }
    return known;
  }
}
