package dev.nightjar.cli;

import dev.nightjar.views.SourceStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sources and rejects as tables. */
final class SourceTables {
  private SourceTables() {}

  static TextTable of(List<SourceStatus.Freshness> sources) {
    var table = new TextTable(4, "Source", "Last file", "Came", "State");
    sources.forEach(
        each -> table.row(each.source(), or(each.lastFile()), or(each.cameAt()), each.state()));
    return table;
  }

  static TextTable ofRejects(List<SourceStatus.Rejected> rejects) {
    var table = new TextTable(5, "Source", "File", "Verdict", "Column", "Reason", "Rejects");
    rejects.forEach(
        each ->
            table.row(
                each.source(),
                each.file(),
                each.verdict(),
                or(each.column()),
                each.reason(),
                "%,d".formatted(each.lines())));
    return table;
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
