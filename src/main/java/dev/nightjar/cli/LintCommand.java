package dev.nightjar.cli;

import dev.nightjar.home.BadSettings;
import dev.nightjar.ports.MapLinter.MapReport;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Checks the configuration. */
@Command(
    name = "lint",
    description =
        "Check settings, sources, segment maps, audiences, destinations and routes; start nothing.")
final class LintCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;
  @Spec private CommandSpec spec;

  @Option(
      names = "--map",
      paramLabel = "NAME",
      description = "Show this segment map only (default: all, with details of the map in use).")
  private @Nullable String map;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try {
      print(lint());
    } catch (BadSettings bad) {
      print(new Findings(bad.problems(), List.of(), List.of()));
      throw bad;
    }
  }

  /**
   * The findings of a check.
   *
   * @param problems errors; a night does not start with any
   * @param warnings of valid but unwise settings
   */
  private record Findings(List<String> problems, List<String> warnings, List<MapReport> maps) {}

  private Findings lint() {
    try (var session = nightjar.open()) {
      var problems = session.nights().problems();
      if (!problems.isEmpty()) {
        throw new BadSettings(problems);
      }
      var maps = session.maps().examine();
      return new Findings(
          List.of(), session.audiences().warnings(), map == null ? maps : List.of(wanted(maps)));
    }
  }

  private MapReport wanted(List<MapReport> maps) {
    return maps.stream()
        .filter(each -> each.map().equals(map))
        .findFirst()
        .orElseThrow(() -> noSuchMap(maps.stream().map(MapReport::map).toList()));
  }

  private RuntimeException noSuchMap(List<String> maps) {
    return new CommandLine.ParameterException(
        spec.commandLine(),
        "There is no map %s; there are: %s".formatted(map, String.join(", ", maps)));
  }

  private void print(Findings found) {
    if (json) {
      Json.print(found);
    } else if (found.problems().isEmpty()) {
      System.out.print(table(found.maps()));
      found.maps().stream()
          .filter(each -> each.inUse() || each.map().equals(map))
          .filter(each -> !each.notes().isEmpty())
          .forEach(LintCommand::printNotes);
      found.warnings().forEach(warning -> System.out.println("Warning: " + warning));
      System.out.println("No problems.");
    }
  }

  private static void printNotes(MapReport report) {
    System.out.println(report.map());
    report.notes().forEach(note -> System.out.println("  " + note));
  }

  private static TextTable table(List<MapReport> maps) {
    var table =
        new TextTable(
            4,
            "Map",
            "Form",
            "Scores",
            "Waiver",
            "Cells",
            "Named",
            "Left to else",
            "Overlaps",
            "Unreachable");
    for (var each : maps) {
      table.row(
          each.map() + (each.inUse() ? " (in use)" : ""),
          each.form(),
          each.scores(),
          each.waiver().isEmpty() ? "–" : "yes",
          String.valueOf(each.cells()),
          String.valueOf(each.cells() - each.leftToElse().size()),
          String.valueOf(each.leftToElse().size()),
          String.valueOf(each.overlapping()),
          String.valueOf(each.unreachable().size()));
    }
    return table;
  }
}
