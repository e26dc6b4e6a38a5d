package dev.nightjar.ingest;

import dev.nightjar.formats.Row;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of whole orders, which only their first lines have or all of their lines repeat. Keeps
 * those of the last orders of the file: the lines of an order need not follow each other.
 */
final class FirstLines {
  private static final int ORDERS = 10_000;

  private final List<String> header;
  private final ValueParser values;
  private final FieldColumns order;
  private final int[] filled;
  private final int[] amounts;
  private final int[] kept;
  private final Map<String, String[]> lastOrders = new LastOrders();

  private FirstLines(Source source, List<String> header, ValueParser values, FieldColumns order) {
    this.header = header;
    this.values = values;
    this.order = order;
    this.filled = places(source, source.fillDown());
    this.amounts = places(source, source.oncePerOrder());
    this.kept = IntStream.concat(IntStream.of(amounts), IntStream.of(filled)).toArray();
  }

  /** The first lines of a source that has values of whole orders; null for another. */
  static @Nullable FirstLines of(Source source, List<String> header, ValueParser values) {
    var order = FieldColumns.of(source, "order", header);
    boolean hasNone = source.fillDown().isEmpty() && source.oncePerOrder().isEmpty();
    return hasNone || order == null ? null : new FirstLines(source, header, values, order);
  }

  /** The places of the columns of some fields and attributes. */
  private int[] places(Source source, List<String> names) {
    var columns =
        names.stream()
            .flatMap(
                name -> {
                  var mapped = source.columnsOf(name);
                  return mapped == null
                      ? Stream.ofNullable(source.attributes().get(name))
                      : mapped.stream();
                });
    return FieldColumns.places(columns.distinct().toList(), header);
  }

  private static final class LastOrders extends LinkedHashMap<String, String[]> {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, String[]> eldest) {
      return size() > ORDERS;
    }
  }

  /**
   * Fills the empty cells of a line from the first line of its order.
   *
   * @return why the line is a reject; null if it is not
   */
  @Nullable Reject fill(Row row) {
    var cells = row.cells();
    var number = order.joined(cells);
    if (number.isEmpty()) {
      return null;
    }
    var first = lastOrders.get(number);
    if (first == null) {
      if (filled.length > 0 && IntStream.of(filled).allMatch(i -> cells[i].isBlank())) {
        return new Reject(row.line(), header.get(filled[0]), Reject.Reason.NO_FIRST_LINE, cells);
      }
      lastOrders.put(number, IntStream.of(kept).mapToObj(i -> cells[i]).toArray(String[]::new));
      return null;
    }
    for (int i = 0; i < kept.length; i++) {
      if (cells[kept[i]].isBlank()) {
        cells[kept[i]] = first[i];
      }
    }
    return IntStream.range(0, amounts.length)
        .filter(i -> differ(cells[amounts[i]], first[i]))
        .mapToObj(i -> header.get(amounts[i]))
        .map(column -> new Reject(row.line(), column, Reject.Reason.DIFFERS_IN_ORDER, cells))
        .findFirst()
        .orElse(null);
  }

  /** Whether two amounts differ; one that cannot be read is a reject for that. */
  private boolean differ(String text, String first) {
    if (text.equals(first)) {
      return false;
    }
    try {
      return amount(text).compareTo(amount(first)) != 0;
    } catch (ValueParser.Unreadable e) {
      return false;
    }
  }

  private BigDecimal amount(String text) throws ValueParser.Unreadable {
    var stripped = text.strip();
    return stripped.isEmpty()
        ? BigDecimal.ZERO
        : (BigDecimal) values.parse(FeedField.Kind.DECIMAL, stripped);
  }
}
