package dev.nightjar.cli;

import dev.nightjar.home.Visible;
import dev.nightjar.views.LeftOutStatuses;
import dev.nightjar.views.Rejects;
import dev.nightjar.views.SourceStatus;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Sources and rejects as tables. */
final class SourceTables {
  private SourceTables() {}

  static TextTable of(SourceStatus status) {
    var table = new TextTable(4, "Source", "Last file", "Came", "State");
    status
        .sources()
        .forEach(
            each -> table.row(each.source(), or(each.lastFile()), or(each.cameAt()), each.state()));
    return table;
  }

  /** Lines that are left out because of their status. */
  static TextTable of(LeftOutStatuses leftOut) {
    var table = new TextTable(2, "Source", "Status left out", "Lines");
    leftOut
        .statuses()
        .forEach(
            each ->
                table.row(
                    each.source(),
                    each.status() == null ? "(none)" : Visible.text(each.status()),
                    "%,d".formatted(each.lines())));
    return table;
  }

  /** Prints rejects, and what to do about them. */
  static void print(Rejects rejects, LocalDate night) {
    print(rejects);
    System.out.println(
        rejects.isOfALoadedFile()
            ? "Next: nightjar rejects --date %s --out nightjar-rejects-%s.csv"
                .formatted(night, night)
            : "Next: put a corrected file of the same name into the inbox; nothing of this one is loaded (its lines: nightjar rejects --date %s --out FILE)"
                .formatted(night));
  }

  /** Prints rejects. */
  static void print(Rejects rejects) {
    var table = new TextTable(5, "Source", "File", "Verdict", "Column", "Reason", "Rejects");
    rejects
        .rejects()
        .forEach(
            each ->
                table.row(
                    each.source(),
                    each.file(),
                    each.verdict(),
                    or(each.column()),
                    each.reason(),
                    "%,d".formatted(each.lines())));
    System.out.print(table);
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
