package dev.nightjar.ingest;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source in words: each method gives another one that differs in one value.
 *
 * @param columns of the file by field
 */
record ASource(
    Feed feed,
    String files,
    Map<String, String> columns,
    String dateFormat,
    @Nullable ZoneId zone) {

  /** Lines of orders whose columns are called as the fields. */
  static ASource ofOrders() {
    return of(Feed.ORDER_LINES);
  }

  /** Customers whose columns are called as the fields. */
  static ASource ofCustomers() {
    return of(Feed.CUSTOMERS);
  }

  ASource files(String pattern) {
    return new ASource(feed, pattern, columns, dateFormat, zone);
  }

  ASource column(String field, String column) {
    var more = new LinkedHashMap<>(columns);
    more.put(field, column);
    return new ASource(feed, files, more, dateFormat, zone);
  }

  ASource without(String field) {
    var fewer = new LinkedHashMap<>(columns);
    fewer.remove(field);
    return new ASource(feed, files, fewer, dateFormat, zone);
  }

  ASource dates(String format) {
    return new ASource(feed, files, columns, format, zone);
  }

  ASource zone(String id) {
    return new ASource(feed, files, columns, dateFormat, ZoneId.of(id));
  }

  Source source() {
    return new Source(
        feed,
        files,
        columns,
        ',',
        dateFormat,
        zone,
        null,
        List.of(),
        new Source.ReturnMarker(null, List.of(), false),
        Source.Returns.NET,
        Source.Duplicates.KEEP,
        new BigDecimal("0.05"),
        Source.OnBadFile.GO_ON);
  }

  private static ASource of(Feed feed) {
    var columns = new LinkedHashMap<String, String>();
    feed.fields().forEach(field -> columns.put(field.name(), field.name()));
    return new ASource(feed, "*.csv", columns, "yyyy-MM-dd HH:mm:ss", null);
  }
}
