package dev.nightjar.operations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A gauge in the text format of Prometheus.
 *
 * @param name by its conventions: with the prefix of the product and the base unit at the end
 * @param help one sentence
 * @param samples values by label
 */
record Metric(String name, String help, Map<Map<String, String>, Double> samples) {

  static Metric of(String name, String help) {
    return new Metric(name, help, new LinkedHashMap<>());
  }

  Metric with(Map<String, String> labels, double value) {
    samples.put(labels, value);
    return this;
  }

  /** The lines of the gauge; none without a value. */
  List<String> lines() {
    if (samples.isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add("# HELP %s %s".formatted(name, help));
    lines.add("# TYPE %s gauge".formatted(name));
    samples.forEach((labels, value) -> lines.add(name + labels(labels) + " " + number(value)));
    return lines;
  }

  private static String labels(Map<String, String> labels) {
    return labels.isEmpty()
        ? ""
        : labels.entrySet().stream()
            .map(each -> "%s=\"%s\"".formatted(each.getKey(), escaped(each.getValue())))
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
