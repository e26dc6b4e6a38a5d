package dev.nightjar.cli;

import dev.nightjar.pipeline.Ledger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Lists the nights. */
@Command(name = "nights", description = "List the nights, the newest first.")
final class NightsCommand implements Runnable {
  static final String RUNNING = "running";
  static final String INTERRUPTED = "interrupted";

  @ParentCommand private NightjarCommand nightjar;

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "NUMBER",
      defaultValue = "30",
      description = "How many at the most (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      var nights = session.ledger().nights().stream().limit(limit).toList();
      if (json) {
        Json.print(nights.stream().map(night -> json(night, session)).toList());
      } else if (nights.isEmpty()) {
        System.out.println("No night has run yet.\nNext: nightjar run");
      } else {
        var table = new TextTable(3, "Night", "Status", "Started (UTC)", "Revision", "Seconds");
        for (var night : nights) {
          table.row(
              night.night().toString(),
              status(night, session),
              night.startedAt().toString().substring(0, 16).replace('T', ' '),
              String.valueOf(night.revision()),
              seconds(night));
        }
        System.out.print(table);
      }
    }
  }

  /** The night's status; interrupted where the ledger says running and nobody runs. */
  static String status(Ledger.Entry night, Session session) {
    return night.status().equals(RUNNING) && !session.lock().isTaken()
        ? INTERRUPTED
        : night.status();
  }

  private static Map<String, Object> json(Ledger.Entry night, Session session) {
    var out = new LinkedHashMap<String, Object>();
    out.put("night", night.night());
    out.put("revision", night.revision());
    out.put("status", status(night, session));
    out.put("startedAt", night.startedAt());
    out.put("finishedAt", night.finishedAt());
    return out;
  }

  private static String seconds(Ledger.Entry night) {
    return night.finishedAt() == null
        ? ""
        : String.valueOf(Duration.between(night.startedAt(), night.finishedAt()).toSeconds());
  }
}
