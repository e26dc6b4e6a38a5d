package dev.nightjar.cli;

import dev.nightjar.views.GateResults;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** What checks and gates found, as a table without those that passed. */
final class GateTables {
  private GateTables() {}

  /** Prints nothing if all passed. Of the results that a gate did not judge, one is shown. */
  static void print(GateResults gates, LocalDate night) {
    var notJudged = new LinkedHashMap<String, Integer>();
    var table = new TextTable(4, "Gate", "Of", "Verdict", "Finding");
    boolean isEmpty = true;
    for (var each : gates.results()) {
      boolean isShown =
          each.isJudged() ? !each.isPassed() : notJudged.merge(each.gate(), 1, Integer::sum) == 1;
      if (isShown) {
        isEmpty = false;
        table.row(each.gate(), each.subject(), each.verdict(), each.finding() + approval(each));
      }
    }
    if (!isEmpty) {
      System.out.printf("%n%s%s", table, more(notJudged));
    }
    if (gates.results().stream().anyMatch(GateResults.Result::isWarning)) {
      System.out.printf(
          "Next: nothing if these figures are right; otherwise mend the cause, then"
              + " nightjar run --date %s --again%n",
          night);
    }
  }

  private static String more(Map<String, Integer> notJudged) {
    long more = notJudged.values().stream().mapToInt(each -> each - 1).sum();
    return more == 0 ? "" : "  %,d more were not judged (--json shows them)%n".formatted(more);
  }

  private static String approval(GateResults.Result result) {
    return result.approvedBy() == null
        ? ""
        : "; approved by %s: %s".formatted(result.approvedBy(), result.reason());
  }
}
