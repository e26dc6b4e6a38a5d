package dev.nightjar.cli;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Compares what nights keep up to date with tables made anew. */
@Command(
    name = "verify",
    description = {
      "Make orders and metrics anew from all order lines, and tell of rows that differ.",
      "Those that nights keep up to date are compared. Changes nothing."
    })
final class VerifyCommand implements Runnable {
  /** What can be verified, with the stages that it stands on. */
  private enum Subject {
    ORDERS(List.of("orders")),
    RFM(List.of("orders", "rfm"));

    private final List<String> stages;

    Subject(List<String> stages) {
      this.stages = stages;
    }
  }

  @ParentCommand private NightjarCommand nightjar;

  @Parameters(
      arity = "0..1",
      defaultValue = "rfm",
      paramLabel = "STAGE",
      description = "orders, or rfm with the orders it stands on (default: ${DEFAULT-VALUE}).")
  private Subject subject;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      var differences = session.rehearsal().verify(subject.stages);
      print(differences);
      long rows = differences.values().stream().mapToLong(Long::longValue).sum();
      if (rows > 0) {
        throw new Failure(
            FailureCode.TABLES_DIFFER,
            "%,d rows differ from tables made anew.%nNext: see TABLES_DIFFER in ops/runbook.md"
                .formatted(rows));
      }
    }
  }

  private void print(Map<String, Long> differences) {
    if (json) {
      Json.print(differences);
      return;
    }
    var table = new TextTable(1, "Table", "Rows that differ");
    differences.forEach((name, rows) -> table.row(name, "%,d".formatted(rows)));
    System.out.print(table);
  }
}
