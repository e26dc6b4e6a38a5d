package dev.nightjar.ingest;

import dev.nightjar.formats.Row;
import dev.nightjar.home.BusinessSettings;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one line of a source's file, good but for the values that a test changes. */
final class ALine {
  private static final Map<String, String> GOOD =
      Map.of(
          "order", "A1",
          "customer", "C7",
          "ordered-at", "2025-01-31 14:15:16",
          "updated-at", "2025-01-31 14:15:16",
          "quantity", "2",
          "unit-price", "9.95",
          "total", "19.90",
          "currency", "EUR");

  private final Source source;
  private final List<String> header;
  private final LineParser parser;
  private final Map<String, String> cells = new HashMap<>();

  private ALine(ASource source, BusinessSettings business) {
    this.source = source.source();
    this.header = source.header();
    this.parser = new LineParser(this.source, header, business);
    this.source.columns().keySet().forEach(field -> with(field, GOOD.getOrDefault(field, "")));
  }

  /** A good line of a source; the business lives in UTC and takes euros. */
  static ALine of(ASource source) {
    return of(source, "UTC");
  }

  static ALine of(ASource source, String businessZone) {
    return of(source, business(businessZone));
  }

  static ALine of(ASource source, BusinessSettings business) {
    return new ALine(source, business);
  }

  /** A business that takes euros. */
  static BusinessSettings business(String zone) {
    return new BusinessSettings(ZoneId.of(zone), Currency.getInstance("EUR"), Map.of(), null, null);
  }

  /** Changes the texts of a field, one for each of its columns. */
  ALine with(String field, String... texts) {
    var columns = source.columns().get(field);
    for (int i = 0; i < texts.length; i++) {
      cells.put(columns.get(i), texts[i]);
    }
    return this;
  }

  /** Changes the text of a column of the file. */
  ALine cell(String column, String text) {
    cells.put(column, text);
    return this;
  }

  /** A field's typed value; null for none. */
  @Nullable Object value(String field) {
    var column =
        source.feed().fields().stream()
            .filter(each -> each.name().equals(field))
            .map(each -> Objects.requireNonNull(each.column()).getName())
            .findFirst()
            .orElse(field);
    var values = new @Nullable Object[parser.targets().size()];
    var reject = parser.parse(row(), values);
    if (reject != null) {
      throw new AssertionError("the line is a reject: " + reject);
    }
    return values[parser.targets().indexOf(column)];
  }

  /** Why the line is a reject; null where it is none. */
  @Nullable Reject reject() {
    return parser.parse(row(), new @Nullable Object[parser.targets().size()]);
  }

  /** Why the line is a reject, as {@code 2|quantity|not-a-decimal}; null where it is none. */
  @Nullable String fault() {
    var reject = reject();
    return reject == null ? null : fault(reject);
  }

  static String fault(Reject reject) {
    var column = reject.column() == null ? "" : reject.column();
    return "%d|%s|%s".formatted(reject.line(), column, reject.reason().code());
  }

  private Row row() {
    var line = new ArrayList<String>();
    header.forEach(column -> line.add(cells.getOrDefault(column, "")));
    return new Row(2, line.toArray(String[]::new));
  }
}
