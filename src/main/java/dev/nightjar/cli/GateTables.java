package dev.nightjar.cli;

import dev.nightjar.views.GateResults;
import org.jspecify.annotations.Nullable;

/** What checks and gates found, as a table without those that passed. */
final class GateTables {
  private GateTables() {}

  /** Prints nothing if all passed. */
  static void print(GateResults gates) {
    var others = gates.results().stream().filter(each -> !each.isPassed()).toList();
    if (others.isEmpty()) {
      return;
    }
    var table = new TextTable(4, "Gate", "Of", "Verdict", "Finding");
    for (var each : others) {
      table.row(each.gate(), each.subject(), each.verdict(), each.finding() + approval(each));
    }
    System.out.printf("%n%s", table);
  }

  private static String approval(GateResults.Result result) {
    @Nullable String by = result.approvedBy();
    return by == null ? "" : "; approved by %s: %s".formatted(by, result.reason());
  }
}
