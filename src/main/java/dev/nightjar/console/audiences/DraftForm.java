package dev.nightjar.console.audiences;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A draft of an audience as somebody filled it in. A field is called as the setting is.
 *
 * @param fields what was sent; fields that the form does not have are ignored
 * @param attributes names of customer attributes
 */
record DraftForm(MultiValueMap<String, String> fields, List<String> attributes) {
  private static final String DEFAULT_NAME = "new-audience";

  /** Fields with one value. */
  private static final List<String> TEXTS =
      List.of("description", "purpose", "select.moved.within-days");

  /** Fields with any number of values. */
  private static final List<String> LISTS =
      List.of(
          "destinations",
          "identifiers",
          "select.segments",
          "select.clusters",
          "select.tiers",
          "select.moved.from",
          "select.moved.to",
          "select.moved.causes",
          "except.segments");

  private static final String ATTRIBUTES = "select.attributes.";

  /**
   * A number with a lower and an upper end.
   *
   * @param key of the setting
   * @param label for people
   */
  record Range(String key, String label) {}

  /** The ranges of the form. */
  static final List<Range> RANGES =
      List.of(
          new Range("select.r", "Recency score"),
          new Range("select.f", "Frequency score"),
          new Range("select.m", "Monetary score"),
          new Range("select.days-since-order", "Days since the last order"),
          new Range("select.days-since-first-order", "Days since the first order"),
          new Range("select.orders", "Orders in the window"),
          new Range("select.net-value", "Value less returns in the window"));

  /** The ranges of the form that look at the forecast. */
  static final List<Range> FORECASTS =
      List.of(
          new Range("select.forecast.probability-alive", "Probability of buying again, 0 to 1"),
          new Range("select.forecast.orders-90", "Expected orders in 90 days"),
          new Range("select.forecast.value-90", "Expected value in 90 days"),
          new Range("select.forecast.orders-365", "Expected orders in 365 days"),
          new Range("select.forecast.value-365", "Expected value in 365 days"));

  String name() {
    var name = value("name");
    return name.isEmpty() ? DEFAULT_NAME : name;
  }

  /** Whether the name can be that of an audience, and of a file. */
  public boolean hasFileName() {
    return name().matches("[a-z0-9-]{1,80}");
  }

  /** Whether nothing was filled in yet. */
  public boolean isEmpty() {
    return settings().isEmpty();
  }

  /** The first value of a field; empty for none. */
  public String value(String field) {
    @Nullable String value = fields.getFirst(field);
    return value == null ? "" : value.strip();
  }

  /** Whether a field has any value. */
  public boolean uses(String field) {
    return !value(field).isEmpty();
  }

  /** Whether a field has a value, among others. */
  public boolean has(String field, String value) {
    return fields.getOrDefault(field, List.of()).contains(value);
  }

  /** The settings by their keys below the audience, with a list for those that have several. */
  Map<String, Object> settings() {
    var settings = new LinkedHashMap<String, Object>();
    TEXTS.stream().limit(2).forEach(each -> putText(settings, each));
    LISTS.forEach(each -> putList(settings, each, fields.getOrDefault(each, List.of())));
    if (settings.keySet().stream().anyMatch(each -> each.startsWith("select.moved."))) {
      putText(settings, "select.moved.within-days");
    }
    for (var range : ranges()) {
      putText(settings, range.key() + ".at-least");
      putText(settings, range.key() + ".at-most");
    }
    attributes.forEach(
        each ->
            putList(
                settings, ATTRIBUTES + each, List.of(value(ATTRIBUTES + each).split("\\s*,\\s*"))));
    return settings;
  }

  /**
   * A value of a field.
   *
   * @param field its name
   */
  record Entry(String field, String value) {}

  /** The name and the settings as fields that make the same form. */
  public List<Entry> entries() {
    var entries = new ArrayList<Entry>();
    entries.add(new Entry("name", name()));
    settings()
        .forEach(
            (field, value) -> {
              if (value instanceof List<?> list && !field.startsWith(ATTRIBUTES)) {
                list.forEach(each -> entries.add(new Entry(field, String.valueOf(each))));
              } else {
                entries.add(new Entry(field, text(value)));
              }
            });
    return entries;
  }

  private static String text(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : String.valueOf(value);
  }

  private static List<Range> ranges() {
    var ranges = new ArrayList<>(RANGES);
    ranges.addAll(FORECASTS);
    return ranges;
  }

  private void putText(Map<String, Object> settings, String field) {
    if (!value(field).isEmpty()) {
      settings.put(field, value(field));
    }
  }

  private static void putList(Map<String, Object> settings, String field, List<String> values) {
    var filled = values.stream().map(String::strip).filter(each -> !each.isEmpty()).toList();
    if (!filled.isEmpty()) {
      settings.put(field, filled);
    }
  }

  /** The settings with a key for each value. */
  Map<String, String> flat() {
    var flat = new LinkedHashMap<String, String>();
    settings()
        .forEach(
            (key, value) -> {
              if (value instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                  flat.put("%s[%d]".formatted(key, i), String.valueOf(list.get(i)));
                }
              } else {
                flat.put(key, String.valueOf(value));
              }
            });
    return flat;
  }
}
