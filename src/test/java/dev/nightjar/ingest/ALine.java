package dev.nightjar.ingest;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
          "unit-price", "9.95");

  private final Source source;
  private final List<String> header;
  private final LineParser parser;
  private final Map<String, String> cells = new HashMap<>(GOOD);

  private ALine(Source source, ZoneId businessZone) {
    this.source = source;
    this.header = List.copyOf(source.columns().values());
    this.parser = new LineParser(source, header, businessZone);
  }

  /** A good line of a source; the business lives in UTC. */
  static ALine of(ASource source) {
    return of(source, "UTC");
  }

  static ALine of(ASource source, String businessZone) {
    return new ALine(source.source(), ZoneId.of(businessZone));
  }

  ALine with(String field, String text) {
    cells.put(field, text);
    return this;
  }

  /** The text of a field's typed value; null for none. */
  @Nullable String value(String field) {
    var values = new @Nullable String[parser.fields().size()];
    var reject = parser.parse(2, line(), values);
    if (reject != null) {
      throw new AssertionError("the line is a reject: " + reject);
    }
    var names = parser.fields().stream().map(FeedField::name).toList();
    return values[names.indexOf(field)];
  }

  /** Why the line is a reject; null where it is none. */
  @Nullable Reject reject() {
    return parser.parse(2, line(), new @Nullable String[parser.fields().size()]);
  }

  private List<String> line() {
    var line = new ArrayList<String>();
    source.columns().keySet().forEach(field -> line.add(cells.getOrDefault(field, "")));
    return line;
  }
}
