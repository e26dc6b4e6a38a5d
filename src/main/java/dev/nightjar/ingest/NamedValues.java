package dev.nightjar.ingest;

import dev.nightjar.db.ingest.Tables;
import dev.nightjar.formats.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The values of a line by name: attributes of orders, and the purposes to which customers agreed.
 */
final class NamedValues {
  private static final JsonMapper JSON = new JsonMapper();

  private final List<String> header;
  private final ValueParser values;
  private final FeedField.Kind kind;
  private final int target;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private Map<String, Object> last = Map.of();
  private @Nullable JSONB lastJson;

  private NamedValues(Source source, List<String> header, ValueParser values, int target) {
    this.header = header;
    this.values = values;
    this.kind = source.feed().isOfOrders() ? FeedField.Kind.TEXT : FeedField.Kind.BOOLEAN;
    this.target = target;
    columns(source).forEach((name, column) -> places.put(name, header.indexOf(column)));
  }

  /** The named values of a source, with their column of the table added to the targets. */
  static NamedValues addTo(
      List<String> targets, Source source, List<String> header, ValueParser values) {
    var named = new NamedValues(source, header, values, targets.size());
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
        } catch (ValueParser.Unreadable e) {
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
