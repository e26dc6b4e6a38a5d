package dev.nightjar.ingest;

import dev.nightjar.db.ingest.Tables;
import dev.nightjar.values.KeyColumns;
import dev.nightjar.values.RepeatedAmounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a field in a file.
 *
 * @param places of the columns, from 0; none for a field without columns
 * @param isFirstOf whether the first with a value counts, instead of all together
 */
record FieldColumns(int[] places, boolean isFirstOf) {
  static final FieldColumns NONE = new FieldColumns(new int[0], false);

  /** The columns of a field; null if the source names none. */
  static @Nullable FieldColumns of(Source source, String field, List<String> header) {
    var names = source.columnsOf(field);
    return names == null
        ? null
        : new FieldColumns(places(names, header), source.isFirstOf(field) && names.size() > 1);
  }

  /**
   * The keys of orders and customers among the values of a line.
   *
   * @param targets columns of the table that the values fill
   */
  static KeyColumns keys(Source source, List<String> targets) {
    var places = new LinkedHashMap<String, Integer>();
    for (var field : source.feed().fields()) {
      var from = source.columnsOf(field.name());
      boolean isKey = List.of("order", "customer").contains(field.name());
      if (isKey && from != null && field.column() != null) {
        places.put(from.get(0), targets.indexOf(field.column().getName()));
      }
    }
    return new KeyColumns(places);
  }

  /**
   * The amounts that are added up line by line.
   *
   * @param targets columns of the table that the values fill
   */
  static RepeatedAmounts amounts(Source source, List<String> targets) {
    int product = targets.indexOf(Tables.ORDER_LINES.PRODUCT_CODE.getName());
    var amounts =
        source.feed().fields().stream()
            .filter(field -> field.kind() == FeedField.Kind.DECIMAL && field.column() != null)
            .filter(field -> !source.oncePerOrder().contains(field.name()))
            .filter(field -> targets.contains(field.column().getName()))
            .map(
                field ->
                    new RepeatedAmounts.Amount(
                        field.name(), targets.indexOf(field.column().getName()), product))
            .toList();
    return new RepeatedAmounts(targets.indexOf(Tables.ORDER_LINES.ORDER_NUMBER.getName()), amounts);
  }

  /** The places of columns. */
  static int[] places(List<String> names, List<String> header) {
    return names.stream().mapToInt(header::indexOf).toArray();
  }

  boolean isEmpty() {
    return places.length == 0;
  }

  /** The texts of which the first with a value counts, as far as the line has them. */
  List<String> texts(String[] cells) {
    return isFirstOf ? parts(cells).toList() : List.of(joined(cells));
  }

  /** The texts of the columns, as far as the line has them, with a blank between. */
  String joined(String[] cells) {
    return parts(cells).collect(Collectors.joining(" "));
  }

  private Stream<String> parts(String[] cells) {
    return IntStream.of(places)
        .filter(column -> column >= 0 && column < cells.length)
        .mapToObj(column -> cells[column].strip())
        .filter(part -> !part.isEmpty());
  }
}
