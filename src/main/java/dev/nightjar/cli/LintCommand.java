package dev.nightjar.cli;

import dev.nightjar.pipeline.BadSettings;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Checks the configuration. */
@Command(
    name = "lint",
    description = "Check settings, sources, segment maps and routes; start nothing.")
final class LintCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try {
      lint();
      print(List.of());
    } catch (BadSettings bad) {
      print(bad.problems());
      throw bad;
    }
  }

  private void lint() {
    try (var session = nightjar.open()) {
      var problems = session.nights().problems();
      if (!problems.isEmpty()) {
        throw new BadSettings(problems);
      }
    }
  }

  private void print(List<String> problems) {
    if (json) {
      Json.print(Map.of("problems", problems));
    } else if (problems.isEmpty()) {
      System.out.println("No problems.");
    }
  }
}
