package dev.nightjar.cli;

import dev.nightjar.views.NightRecord;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a night was made of, as tables. */
final class NightRecordPrint {
  /** Sections that are long, and the same in most shops. */
  private static final List<String> LONG = List.of("destinations", "guess");

  private NightRecordPrint() {}

  static void print(NightRecord night) {
    System.out.printf(
        "%nMade by Nightjar %s%n%n%s%n%s%n%s%n%s  %s are left out (--json shows them)%n",
        night.version() == null ? "before its version was kept" : night.version(),
        files(night),
        cutPoints(night),
        models(night),
        settings(night),
        String.join(" and ", LONG));
  }

  private static TextTable files(NightRecord night) {
    var table = new TextTable(4, "Input", "Source", "Verdict", "SHA-256", "Bytes");
    for (var each : night.files()) {
      table.row(
          each.name(), each.source(), each.verdict(), each.hash(), "%,d".formatted(each.bytes()));
    }
    return table;
  }

  private static TextTable cutPoints(NightRecord night) {
    var table =
        new TextTable(4, "Cut points of", "Rule", "Found in", "Within", "Position", "Value");
    for (var each : night.cutPoints()) {
      table.row(
          each.metric(),
          each.rule(),
          each.fittedOn().toString(),
          each.within(),
          String.valueOf(each.position()),
          (each.isInclusive() ? "from " : "above ") + each.value());
    }
    return table;
  }

  private static TextTable models(NightRecord night) {
    var table = new TextTable(3, "Clusters", "Algorithm", "Found in", "k", "Seed", "Starts");
    for (var each : night.models()) {
      table.row(
          each.isProposed() ? "proposed" : "in force",
          each.algorithm(),
          each.fittedOn().toString(),
          String.valueOf(each.k()),
          String.valueOf(each.seed()),
          String.valueOf(each.starts()));
    }
    return table;
  }

  private static TextTable settings(NightRecord night) {
    var table = new TextTable(2, "Setting", "Value");
    for (var section : night.settings().properties()) {
      if (!LONG.contains(section.getKey())) {
        add(table, section.getKey(), section.getValue());
      }
    }
    return table;
  }

  /**
   * One row for each value, by its key; empty maps and lists, and what is not set, are left out.
   */
  private static void add(TextTable settings, String key, JsonNode value) {
    if (value.isObject()) {
      value.properties().forEach(each -> add(settings, key + "." + each.getKey(), each.getValue()));
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        add(settings, "%s[%d]".formatted(key, i), value.get(i));
      }
    } else if (!value.isNull() && !value.asString().equals("null")) {
      settings.row(key, value.asString());
    }
  }
}
