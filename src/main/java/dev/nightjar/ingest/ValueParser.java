package dev.nightjar.ingest;

import dev.nightjar.formats.TimePattern;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Rates;
import dev.nightjar.values.Ids;
import dev.nightjar.values.Numbers;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the text of a value into what the tables hold, as the source writes it. */
final class ValueParser {
  static final int MAX_TEXT = 1000;
  private static final Set<String> TRUE = Set.of("true", "yes", "y", "1");
  private static final Set<String> FALSE = Set.of("false", "no", "n", "0");

  private final List<TimePattern> times;
  private final Ids ids;
  private final Set<String> nobody;
  private final Numbers numbers;
  private final ZoneId sourceZone;
  private final BusinessSettings business;
  private final Map<String, Rates> rates;

  /** Currency of all amounts; null if a column names it. */
  private final @Nullable String currency;

  ValueParser(Source source, BusinessSettings business) {
    this.times =
        source.dateFormat().stream()
            .map(pattern -> new TimePattern(pattern, source.locale()))
            .toList();
    this.ids = source.keys();
    this.nobody =
        source.noCustomer().stream()
            .map(each -> each.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    this.numbers = source.numbers();
    this.sourceZone = source.zone() == null ? business.zone() : source.zone();
    this.business = business;
    this.rates = Rates.of(business);
    this.currency = currencyOfAll(source, business);
  }

  private static @Nullable String currencyOfAll(Source source, BusinessSettings business) {
    if (source.columnsOf("currency") != null) {
      return null;
    }
    var constant = source.constants().get("currency");
    var declared = source.currency() == null ? business.currency() : source.currency();
    return constant == null ? declared.getCurrencyCode() : Rates.capitals(constant);
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
   * @return a String, BigDecimal, Boolean, LocalDateTime in the business zone, or Rates; null for
   *     an id of which nothing is left, and for a customer who is nobody
   */
  @Nullable Object parse(FeedField.Kind kind, String text) throws Unreadable {
    if (text.length() > MAX_TEXT) {
      throw new Unreadable(Reject.Reason.TOO_LONG);
    }
    if (text.indexOf('\0') >= 0) {
      throw new Unreadable(Reject.Reason.NUL_CHARACTER);
    }
    return switch (kind) {
      case TEXT -> text;
      case ID -> whole(emptyToNull(ids.id(text)));
      case CUSTOMER -> whole(customer(text));
      case DECIMAL -> amount(text);
      case QUANTITY -> number(text, numbers::quantity);
      case TIME -> time(text);
      case BOOLEAN -> bool(text);
      case CURRENCY -> currency(text);
    };
  }

  /** Whether an amount has the sign or code of another currency than the line's own column says. */
  boolean contradicts(FieldColumns currency, FieldColumns amount, String[] cells) {
    for (int place : currency.isEmpty() ? new int[0] : amount.places()) {
      var text = cells[place].strip();
      if (!Numbers.isBare(text) && !numbers.isIn(Rates.capitals(currency.joined(cells)), text)) {
        return true;
      }
    }
    return false;
  }

  /** An amount with the sign of another currency is not an amount of the source's. */
  private BigDecimal amount(String text) throws Unreadable {
    var amount = number(text, numbers::parse);
    if (currency != null && !Numbers.isBare(text) && !numbers.isIn(currency, text)) {
      throw new Unreadable(Reject.Reason.OTHER_CURRENCY);
    }
    return amount;
  }

  private static BigDecimal number(String text, Function<String, BigDecimal> parsing)
      throws Unreadable {
    try {
      return parsing.apply(text);
    } catch (NumberFormatException e) {
      throw new Unreadable(Reject.Reason.NOT_A_DECIMAL);
    } catch (ArithmeticException e) {
      throw new Unreadable(Reject.Reason.OUT_OF_RANGE);
    }
  }

  private LocalDateTime time(String text) throws Unreadable {
    var time = firstRead(text);
    if (time.getYear() < 1900 || time.getYear() > 9999) {
      throw new Unreadable(Reject.Reason.OUT_OF_RANGE);
    }
    return time;
  }

  /** The time by the first pattern that reads it. */
  private LocalDateTime firstRead(String text) throws Unreadable {
    for (var pattern : times) {
      try {
        return pattern.parse(text, sourceZone, business.zone());
      } catch (DateTimeException e) {
        // another pattern, or none
      }
    }
    throw new Unreadable(Reject.Reason.NOT_A_TIME);
  }

  /** The key of a customer; null if it means nobody. */
  @Nullable String customer(String text) {
    var key = ids.customer(text);
    return nobody.contains(key.toLowerCase(Locale.ROOT)) ? null : emptyToNull(key);
  }

  private @Nullable String whole(@Nullable String id) throws Unreadable {
    if (id != null && ids.refuses(id)) {
      throw new Unreadable(Reject.Reason.DAMAGED_KEY);
    }
    return id;
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
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
