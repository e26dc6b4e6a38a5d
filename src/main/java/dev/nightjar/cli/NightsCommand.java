package dev.nightjar.cli;

import dev.nightjar.views.NightSummary;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Lists the nights. */
@Command(name = "nights", description = "List the nights, the newest first.")
final class NightsCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "NUMBER",
      defaultValue = "30",
      description = "Maximum number of nights (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      var nights = NightSummary.newest(limit, session.ledger(), session.lock());
      if (json) {
        Json.print(nights);
      } else if (nights.isEmpty()) {
        System.out.println("No night has run yet.\nNext: nightjar run");
      } else {
        var table = new TextTable(3, "Night", "Status", "Started (UTC)", "Revision", "Seconds");
        for (var night : nights) {
          table.row(
              night.night().toString(),
              night.status(),
              night.startedAt().toString().substring(0, 16).replace('T', ' '),
              String.valueOf(night.revision()),
              seconds(night));
        }
        System.out.print(table);
      }
    }
  }

  private static String seconds(NightSummary night) {
    return night.finishedAt() == null
        ? ""
        : String.valueOf(Duration.between(night.startedAt(), night.finishedAt()).toSeconds());
  }
}
