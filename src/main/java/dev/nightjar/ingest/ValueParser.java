package dev.nightjar.ingest;

import dev.nightjar.db.ingest.Tables;
import dev.nightjar.formats.Row;
import dev.nightjar.formats.TimePattern;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Rates;
import dev.nightjar.values.Ids;
import dev.nightjar.values.Numbers;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

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

  /**
   * The values of a line by name: attributes of orders, and the purposes to which customers agreed.
   */
  static final class Named {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> header;
    private final ValueParser values;
    private final FeedField.Kind kind;
    private final int target;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private Map<String, Object> last = Map.of();
    private @Nullable JSONB lastJson;

    private Named(Source source, List<String> header, ValueParser values, int target) {
      this.header = header;
      this.values = values;
      this.kind = source.feed().isOfOrders() ? FeedField.Kind.TEXT : FeedField.Kind.BOOLEAN;
      this.target = target;
      columns(source).forEach((name, column) -> places.put(name, header.indexOf(column)));
    }

    /** The named values of a source, with their column of the table added to the targets. */
    static Named addTo(
        List<String> targets, Source source, List<String> header, ValueParser values) {
      var named = new Named(source, header, values, targets.size());
      if (!named.isEmpty()) {
        var column =
            source.feed().isOfOrders()
                ? Tables.ORDER_LINES.ATTRIBUTES
                : Tables.CUSTOMER_RECORDS.CONSENTS;
        targets.add(column.getName());
      }
      return named;
    }

    boolean isEmpty() {
      return places.isEmpty();
    }

    private static Map<String, String> columns(Source source) {
      var columns = new LinkedHashMap<>(source.attributes());
      source
          .mappedFields()
          .forEach(
              field -> {
                var purpose = source.feed().purpose(field);
                if (purpose != null) {
                  columns.put(purpose, Objects.requireNonNull(source.columnsOf(field)).get(0));
                }
              });
      return columns;
    }

    /**
     * Fills the values of a line.
     *
     * @return why the line is a reject; null if it is not
     */
    @Nullable Reject fill(Row row, @Nullable Object[] into) {
      if (isEmpty()) {
        return null;
      }
      var found = new LinkedHashMap<String, Object>();
      for (var each : places.entrySet()) {
        var text = row.cells()[each.getValue()].strip();
        if (!text.isEmpty()) {
          try {
            found.put(each.getKey(), values.parse(kind, text));
          } catch (Unreadable e) {
            return new Reject(row.line(), header.get(each.getValue()), e.reason(), row.cells());
          }
        }
      }
      if (!found.equals(last)) {
        last = found;
        lastJson = found.isEmpty() ? null : JSONB.jsonb(JSON.writeValueAsString(found));
      }
      into[target] = lastJson;
      return null;
    }
  }
}
