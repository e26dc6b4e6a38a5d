package dev.nightjar.alerts;

import dev.nightjar.home.FailureCode;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to the people on call. It has no names of files and nothing of customers.
 *
 * @param night the business date; null if it is about no single night
 * @param stage where the night stopped; null if it did not stop in a stage
 * @param code null for what is not the end of a command
 * @param meaning one sentence
 * @param details the findings of gates, and the changes that wait
 * @param command the command to run next
 * @param runbook its heading in the runbook
 * @param console address of the console; null if the settings have none
 */
public record Alert(
    Kind kind,
    @Nullable LocalDate night,
    @Nullable String stage,
    @Nullable FailureCode code,
    String meaning,
    List<String> details,
    String command,
    String runbook,
    @Nullable URI console) {

  /** Why people are alerted. */
  public enum Kind {
    FAILURE,
    WARNING,
    APPROVAL,
    OVERDUE,
    RECOVERY,
    TEST;

    /** As settings and messages spell it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What makes two alerts the same. */
  String identity() {
    return "%s %s %s %s".formatted(kind.key(), night, code, String.join("|", details));
  }

  /** One line. */
  String title() {
    var subject = night == null ? "Nightjar" : "Night " + night;
    return switch (kind) {
      case FAILURE -> "%s failed%s".formatted(subject, stage == null ? "" : " in " + stage);
      case WARNING -> subject + " finished with a warning";
      case APPROVAL -> subject + " waits for an approval";
      case OVERDUE -> "No night has finished in time";
      case RECOVERY -> subject + " is finished; the problem is over";
      case TEST -> "This is a test of Nightjar's alerts";
    };
  }

  /** What is known, by name, in the order in which it is read. */
  Map<String, String> facts() {
    var facts = new LinkedHashMap<String, String>();
    put(facts, "Night", night);
    put(facts, "Stage", stage);
    put(facts, "Code", code);
    put(facts, "Meaning", meaning);
    put(facts, "Details", details.isEmpty() ? null : String.join("\n", details));
    put(facts, "Command", command);
    put(facts, "Runbook", runbook);
    put(facts, "Console", console);
    return facts;
  }

  private static void put(Map<String, String> facts, String name, @Nullable Object value) {
    if (value != null) {
      facts.put(name, value.toString());
    }
  }

  /** All of it as plain text. */
  String text() {
    var lines = new ArrayList<String>(List.of(title()));
    facts().forEach((name, value) -> lines.add(name + ": " + value));
    return String.join("\n", lines);
  }
}
