package dev.nightjar.cli;

import dev.nightjar.operations.NightAlerts;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Sends alerts that are due. */
@Command(
    name = "alerts",
    description = {
      "Send alerts that could not be sent before, and one if no night has finished for",
      "alerts.overdue-after. For a timer of its own, which also runs when no night does."
    })
final class AlertsCommand implements Callable<Integer> {
  @ParentCommand private NightjarCommand nightjar;

  @Option(names = "--test", description = "Send a test message to every channel.")
  private boolean isTest;

  @Override
  public Integer call() {
    try (var session = nightjar.open()) {
      var alerts = session.part(NightAlerts.class);
      if (isTest) {
        var lines = alerts.test();
        lines.forEach(System.out::println);
        if (lines.isEmpty()) {
          System.out.println("Nobody is alerted: the settings have no channel below alerts.");
        }
        return lines.stream().allMatch(line -> line.endsWith(": sent")) ? 0 : 1;
      }
      session.migrate();
      var problems = alerts.check();
      problems.forEach(System.out::println);
      return problems.isEmpty() ? 0 : 1;
    }
  }
}
