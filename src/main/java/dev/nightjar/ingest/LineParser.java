package dev.nightjar.ingest;

import dev.nightjar.db.ingest.Tables;
import dev.nightjar.formats.BadFile;
import dev.nightjar.formats.Row;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Rates;
import dev.nightjar.identity.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Turns the columns of a line into typed values, or says why not. */
final class LineParser {
  private static final JsonMapper JSON = new JsonMapper();

  private final List<String> header;
  private final ValueParser values;
  private final List<Input> inputs = new ArrayList<>();
  private final List<String> targets = new ArrayList<>();
  private final Map<String, Integer> named = new LinkedHashMap<>();
  private final FeedField.Kind namedKind;
  private final List<Integer> identifiers = new ArrayList<>();
  private final int amount;
  private final int time;
  private final int inputsWithTarget;
  private final int refund;
  private final @Nullable Input currency;
  private final @Nullable Input updated;
  private final @Nullable FirstLines firstLines;
  private final RefusalReader refusals;
  private final PersonFields person;
  private Map<String, Object> lastNamed = Map.of();
  private @Nullable JSONB lastJson;

  /** A value of the line, where it comes from, and what it was in the line before. */
  private static final class Input {
    private final FeedField field;
    private final FieldColumns columns;
    private @Nullable String lastText;
    private @Nullable Object lastValue;

    private Input(FeedField field, FieldColumns columns) {
      this.field = field;
      this.columns = columns;
    }
  }

  /**
   * @param header the file's column names
   * @throws BadFile if a column of the source's mapping is missing or appears twice
   */
  LineParser(Source source, List<String> header, BusinessSettings business) {
    this.header = header;
    this.values = new ValueParser(source, business);
    checkHeader(source);
    for (var field : source.feed().fields()) {
      var columns = FieldColumns.of(source, field.name(), header);
      var constant = source.constant(field);
      if (columns != null || constant != null) {
        inputs.add(input(field, columns, constant));
      }
    }
    // amounts in the business currency need no conversion
    inputs.removeIf(input -> input.columns.isEmpty() && input.lastValue == Rates.OWN);
    // a field without a column in the table is not a target
    inputs.sort((a, b) -> Boolean.compare(a.field.column() == null, b.field.column() == null));
    inputs.stream()
        .filter(input -> input.field.column() != null)
        .forEach(input -> targets.add(input.field.column().getName()));
    this.amount = targets.indexOf(Tables.ORDER_LINES.UNIT_PRICE.getName());
    this.time = targets.indexOf(Tables.ORDER_LINES.ORDERED_AT.getName());
    this.refund = targets.indexOf(Tables.ORDER_LINES.REFUNDED.getName());
    this.currency = unkept("currency");
    this.updated = unkept("updated-at");
    this.firstLines = FirstLines.of(source, header, values);
    boolean isOfOrders = source.feed().isOfOrders();
    this.namedKind = isOfOrders ? FeedField.Kind.TEXT : FeedField.Kind.BOOLEAN;
    namedColumns(source).forEach((name, column) -> named.put(name, header.indexOf(column)));
    this.inputsWithTarget = targets.size();
    if (!named.isEmpty()) {
      var target = isOfOrders ? Tables.ORDER_LINES.ATTRIBUTES : Tables.CUSTOMER_RECORDS.CONSENTS;
      targets.add(target.getName());
    }
    this.refusals = new RefusalReader(source, header, values);
    this.person = PersonFields.addTo(targets, source.feed());
    IntStream.range(0, inputs.size())
        .filter(i -> source.feed().identifiers().contains(inputs.get(i).field.name()))
        .forEach(identifiers::add);
  }

  /** The columns of the feed's table that are filled, in the order of the values. */
  List<String> targets() {
    return targets;
  }

  /** Those of them that hold values of the file, which come first. */
  List<String> read() {
    return targets.subList(0, inputsWithTarget + (named.isEmpty() ? 0 : 1));
  }

  /**
   * Reads one line.
   *
   * @param into takes the values, null for none
   * @return why the line is a reject; null if it is not
   */
  @Nullable Reject parse(Row row, @Nullable Object[] into) {
    if (row.fault() != null) {
      return new Reject(row.line(), null, Reject.Reason.valueOf(row.fault().name()), row.cells());
    }
    if (row.cells().length != header.size()) {
      return new Reject(row.line(), null, Reject.Reason.COLUMN_COUNT, row.cells());
    }
    var torn = firstLines == null ? null : firstLines.fill(row);
    if (torn != null) {
      return torn;
    }
    for (int i = 0; i < inputs.size(); i++) {
      var input = inputs.get(i);
      try {
        var value = value(input, row.cells());
        if (input.field.column() != null) {
          into[i] = value;
        }
        if (value == null && input.field.isFilled()) {
          return reject(row, input.columns.places()[0], Reject.Reason.EMPTY);
        }
      } catch (ValueParser.Unreadable e) {
        return reject(row, input.columns.places()[0], e.reason());
      }
    }
    if (!identifiers.isEmpty() && identifiers.stream().allMatch(i -> isNothing(into[i]))) {
      return new Reject(row.line(), null, Reject.Reason.EMPTY, row.cells());
    }
    person.fill(into);
    var foreign = currency == null ? null : exchange(currency, row, into);
    if (foreign != null) {
      return foreign;
    }
    return named.isEmpty() ? null : parseNamed(row, into);
  }

  private static boolean isNothing(@Nullable Object value) {
    return value == null || Texts.visible(value.toString()).isEmpty();
  }

  /** What a line refuses that is a reject; null for nothing. */
  RefusalReader.@Nullable Refused refused(Row row) {
    return refusals.read(row);
  }

  /** A sign at an amount must not contradict the column of the currency; then converts it. */
  private @Nullable Reject exchange(Input currency, Row row, @Nullable Object[] into) {
    for (var input : inputs) {
      if (input.field.kind() == FeedField.Kind.DECIMAL
          && values.contradicts(currency.columns, input.columns, row.cells())) {
        return reject(row, input.columns.places()[0], Reject.Reason.OTHER_CURRENCY);
      }
    }
    return currency.lastValue == Rates.OWN ? null : convert(currency, row, into);
  }

  /** The day of the last line that was read, or of its last change; null if it has none. */
  @Nullable LocalDate day(@Nullable Object[] values) {
    var ordered = time < 0 ? null : (LocalDateTime) values[time];
    var changed = updated == null ? null : (LocalDateTime) updated.lastValue;
    var later = changed == null || ordered != null && ordered.isAfter(changed) ? ordered : changed;
    return later == null ? null : later.toLocalDate();
  }

  /** Converts the amounts to the business currency, at the rate of the line's day. */
  private @Nullable Reject convert(Input currency, Row row, @Nullable Object[] into) {
    var rates = (Rates) Objects.requireNonNull(currency.lastValue);
    var rate = rates.on(((LocalDateTime) Objects.requireNonNull(into[time])).toLocalDate());
    if (rate == null) {
      var column = currency.columns.isEmpty() ? null : header.get(currency.columns.places()[0]);
      return new Reject(row.line(), column, Reject.Reason.NO_RATE, row.cells());
    }
    into[amount] = ((BigDecimal) Objects.requireNonNull(into[amount])).multiply(rate);
    if (refund >= 0 && into[refund] != null) {
      into[refund] = ((BigDecimal) into[refund]).multiply(rate);
    }
    return null;
  }

  private Reject reject(Row row, int column, Reject.Reason reason) {
    return new Reject(row.line(), header.get(column), reason, row.cells());
  }

  /** A text identical to that of the line before has the same value. */
  private @Nullable Object value(Input input, String[] cells) throws ValueParser.Unreadable {
    if (input.columns.isEmpty()) {
      return input.lastValue;
    }
    if (input.columns.isFirstOf()) {
      input.lastValue = firstValue(input, cells);
      return input.lastValue;
    }
    var places = input.columns.places();
    var text = places.length == 1 ? cells[places[0]] : input.columns.joined(cells);
    if (text != input.lastText) {
      input.lastValue = parsed(input, text);
      input.lastText = text;
    }
    return input.lastValue;
  }

  private @Nullable Object firstValue(Input input, String[] cells) throws ValueParser.Unreadable {
    for (var text : input.columns.texts(cells)) {
      var value = parsed(input, text);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private @Nullable Object parsed(Input input, String text) throws ValueParser.Unreadable {
    var stripped = text.strip();
    return stripped.isEmpty() ? null : values.parse(input.field.kind(), stripped);
  }

  /** Column by name: of the attributes of orders, of the purposes to which customers agreed. */
  private static Map<String, String> namedColumns(Source source) {
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

  private @Nullable Reject parseNamed(Row row, @Nullable Object[] into) {
    var found = new LinkedHashMap<String, Object>();
    for (var each : named.entrySet()) {
      var text = row.cells()[each.getValue()].strip();
      if (!text.isEmpty()) {
        try {
          found.put(each.getKey(), values.parse(namedKind, text));
        } catch (ValueParser.Unreadable e) {
          return reject(row, each.getValue(), e.reason());
        }
      }
    }
    if (!found.equals(lastNamed)) {
      lastNamed = found;
      lastJson = found.isEmpty() ? null : JSONB.jsonb(JSON.writeValueAsString(found));
    }
    into[inputsWithTarget] = lastJson;
    return null;
  }

  private @Nullable Input unkept(String field) {
    return inputs.stream()
        .filter(input -> input.field.column() == null && input.field.name().equals(field))
        .findFirst()
        .orElse(null);
  }

  private Input input(FeedField field, @Nullable FieldColumns columns, @Nullable String constant) {
    if (columns != null) {
      return new Input(field, columns);
    }
    var input = new Input(field, FieldColumns.NONE);
    try {
      input.lastValue = values.parse(field.kind(), String.valueOf(constant));
    } catch (ValueParser.Unreadable e) {
      throw new BadFile(
          "the source's constant %s: %s".formatted(field.name(), e.reason().code()), null);
    }
    return input;
  }

  private void checkHeader(Source source) {
    var missing = source.wantedColumns().stream().filter(c -> !header.contains(c)).toList();
    if (!missing.isEmpty()) {
      throw new BadFile("the header has no column " + String.join(", ", missing), 1L);
    }
    for (var column : source.wantedColumns()) {
      if (header.indexOf(column) != header.lastIndexOf(column)) {
        throw new BadFile("the header has column " + column + " twice", 1L);
      }
    }
  }
}
