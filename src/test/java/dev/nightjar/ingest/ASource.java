package dev.nightjar.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;

/**
 * A source in words: each method gives another one that differs in one value. It is bound as the
 * one of a configuration, so what no test says has its default.
 *
 * @param settings as they are written, by key
 */
record ASource(Map<String, String> settings) {

  /** Lines of orders whose columns are called as the fields, without those that are rare. */
  static ASource ofOrders() {
    return of(Feed.ORDER_LINES).withoutRareFields();
  }

  /** Totals of orders whose columns are called as the fields, without those that are rare. */
  static ASource ofTotals() {
    return of(Feed.ORDERS).withoutRareFields();
  }

  private ASource withoutRareFields() {
    return without("currency").without("refunded").without("line").without("updated-at");
  }

  /** Customers whose columns are called as the fields. */
  static ASource ofCustomers() {
    return of(Feed.CUSTOMERS);
  }

  /** Suppressions whose columns are called as the fields. */
  static ASource ofSuppressions() {
    return of(Feed.SUPPRESSIONS);
  }

  ASource with(String key, String value) {
    var more = new LinkedHashMap<>(settings);
    more.put(key, value);
    return new ASource(more);
  }

  ASource files(String pattern) {
    return with("files", pattern);
  }

  ASource column(String field, String... columns) {
    var source = without(field);
    for (int i = 0; i < columns.length; i++) {
      source = source.with("columns.%s[%d]".formatted(field, i), columns[i]);
    }
    return source;
  }

  ASource attribute(String name, String column) {
    return with("attributes." + name, column);
  }

  ASource constant(String field, String value) {
    return without(field).with("constants." + field, value);
  }

  ASource without(String field) {
    var fewer = new LinkedHashMap<>(settings);
    fewer.keySet().removeIf(key -> key.startsWith("columns." + field + "["));
    return new ASource(fewer);
  }

  ASource dates(String format) {
    return with("date-format", format);
  }

  ASource zone(String id) {
    return with("zone", id);
  }

  Source source() {
    var binder =
        new Binder(
            List.of(new MapConfigurationPropertySource(settings)),
            null,
            ApplicationConversionService.getSharedInstance());
    return binder.bind("", Source.class).get();
  }

  /** The columns that a file of the source must have. */
  List<String> header() {
    return List.copyOf(source().wantedColumns());
  }

  private static ASource of(Feed feed) {
    var source = new ASource(Map.of()).with("feed", Source.key(feed)).files("*.csv");
    for (var field : feed.fields()) {
      source = source.column(field.name(), field.name());
    }
    return source;
  }
}
