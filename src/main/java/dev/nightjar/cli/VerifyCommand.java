package dev.nightjar.cli;

import dev.nightjar.home.Counted;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.views.TableDifferences;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Compares the tables that nights update with rebuilt tables. */
@Command(
    name = "verify",
    description = {
      "Rebuild orders and metrics from all order lines, and show the differences.",
      "They are compared with the tables that nights update. Changes nothing."
    })
final class VerifyCommand implements Runnable {
  /** A stage that can be verified, with the stages it depends on. */
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
      description = "orders, or rfm including orders (default: ${DEFAULT-VALUE}).")
  private Subject subject;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      var differences = TableDifferences.of(subject.stages, session.dryRun());
      print(differences);
      long rows = differences.total();
      if (rows > 0) {
        throw new Failure(
            FailureCode.TABLES_DIFFER,
            "%s from rebuilt tables.%nNext: see TABLES_DIFFER in ops/runbook.md"
                .formatted(Counted.of(rows, "row differs", "rows differ")));
      }
    }
  }

  private void print(TableDifferences differences) {
    if (json) {
      Json.print(differences);
      return;
    }
    var table = new TextTable(1, "Table", "Rows that differ");
    differences.rows().forEach((name, rows) -> table.row(name, "%,d".formatted(rows)));
    System.out.print(table);
  }
}
