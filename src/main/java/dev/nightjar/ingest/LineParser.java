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
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns the columns of a line into typed values, or says why not. */
final class LineParser {
  private static final Set<FeedField.Kind> OF_AMOUNTS =
      EnumSet.of(FeedField.Kind.DECIMAL, FeedField.Kind.QUANTITY, FeedField.Kind.CURRENCY);

  private final List<String> header;
  private final ValueParser values;
  private final List<Input> inputs = new ArrayList<>();
  private final List<String> targets = new ArrayList<>();
  private final ValueParser.Named named;
  private final List<String> keptStatuses;
  private final List<Integer> identifiers = new ArrayList<>();
  private final int amount;
  private final int time;
  private final int inputsWithTarget;
  private final int refund;
  private final @Nullable Input currency;
  private final @Nullable Input status;
  private final @Nullable Input updated;
  private final @Nullable FirstLines firstLines;
  private final RefusalReader refusals;
  private final PersonFields person;

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
    this.currency = input("currency");
    this.status = input("status");
    this.keptStatuses = source.keptStatuses();
    this.updated = source.feed().isOfOrders() ? input("updated-at") : null;
    this.firstLines = FirstLines.of(source, header, values);
    this.inputsWithTarget = targets.size();
    this.named = ValueParser.Named.addTo(targets, source, header, values);
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
    if (torn != null
        && !(torn.reason() == Reject.Reason.DIFFERS_IN_ORDER && isLeftOut(row.cells()))) {
      return torn;
    }
    boolean hasAmounts = torn == null;
    for (int i = 0; i < inputs.size(); i++) {
      var fault = read(i, row.cells(), into);
      if (fault != null) {
        if (!OF_AMOUNTS.contains(inputs.get(i).field.kind()) || !isLeftOut(row.cells())) {
          return reject(row, inputs.get(i).columns.places()[0], fault);
        }
        hasAmounts = false;
      }
    }
    if (!identifiers.isEmpty() && identifiers.stream().allMatch(i -> isNothing(into[i]))) {
      return new Reject(row.line(), null, Reject.Reason.EMPTY, row.cells());
    }
    person.fill(into);
    var foreign = hasAmounts && currency != null ? exchange(currency, row, into) : null;
    if (foreign != null && !isLeftOut(row.cells())) {
      return foreign;
    }
    if (!hasAmounts || foreign != null) {
      clearAmounts(into);
    }
    return named.fill(row, into);
  }

  /** Reads the value of an input; returns why it cannot be read, null if it can. */
  private Reject.@Nullable Reason read(int input, String[] cells, @Nullable Object[] into) {
    var field = inputs.get(input).field;
    try {
      var value = value(inputs.get(input), cells);
      if (field.column() != null) {
        into[input] = value;
      }
      return value == null && field.isFilled() ? Reject.Reason.EMPTY : null;
    } catch (ValueParser.Unreadable e) {
      return e.reason();
    }
  }

  /** Whether the line is left out for its status: then its amounts play no part. */
  private boolean isLeftOut(String[] cells) {
    try {
      return status != null
          && !keptStatuses.isEmpty()
          && !keptStatuses.contains(value(status, cells));
    } catch (ValueParser.Unreadable e) {
      return false;
    }
  }

  /** Makes a line worth nothing: its amounts, or their currency, cannot be read. */
  private void clearAmounts(@Nullable Object[] into) {
    for (int i = 0; i < inputs.size(); i++) {
      switch (inputs.get(i).field.kind()) {
        case QUANTITY -> into[i] = BigDecimal.ONE;
        case DECIMAL -> into[i] = i == refund ? null : BigDecimal.ZERO;
        default -> {}
      }
    }
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

  private @Nullable Input input(String field) {
    return inputs.stream()
        .filter(input -> input.field.name().equals(field))
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
