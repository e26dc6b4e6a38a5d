package dev.nightjar.cli;

import static org.jooq.impl.DSL.noCondition;

import dev.nightjar.forecast.ForecastBench;
import dev.nightjar.forecast.SciPy;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Measures the forecast stage. */
@Command(
    name = "forecast",
    description = {
      "Fit the models to made-up customers, and the same models to the same customers with SciPy;",
      "then run the stage. That takes Debian's python3-scipy.",
      "Works in the folder var/bench, with its own server unless one is configured."
    })
final class ForecastBenchCommand implements Callable<Integer> {
  private static final int WARM_UP = 100_000;

  @ParentCommand private BenchCommand bench;

  @Option(
      names = "--customers",
      defaultValue = "1000000",
      description = "How many customers (default: ${DEFAULT-VALUE}).")
  private int customers;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var peer =
        SciPy.find()
            .orElseThrow(
                () ->
                    new Failure(
                        FailureCode.NIGHT_REFUSED,
                        "SciPy is not installed.\nNext: apt-get install python3-scipy"));
    try (var session = bench.open(List.of())) {
      session.refuseForeignFiles("the bench", noCondition());
      var forecast = new ForecastBench(session.published(), session.stage("forecast"));
      forecast.warmUp(WARM_UP);
      var measured = forecast.run(customers, peer);
      if (json) {
        Json.print(measured);
      } else {
        print(measured, peer);
      }
      System.out.println(measured.ratio());
    }
    return 0;
  }

  private static void print(ForecastBench.Measured measured, SciPy peer) {
    var table = new TextTable(1, "fit of both models", "seconds", "log-likelihood", "of values");
    row(table, "nightjar", measured.fit());
    row(table, "SciPy " + peer.version(), measured.peer());
    System.out.printf(
        "%,d customers%n%sWhole stage: %.1f s in a first night, %.1f s in the next.%n",
        measured.customers(), table, measured.first(), measured.next());
  }

  private static void row(TextTable table, String name, SciPy.Fit fit) {
    table.row(
        name,
        "%.2f".formatted(fit.seconds()),
        "%,.1f".formatted(fit.logLikelihood()),
        "%,.1f".formatted(fit.valueLogLikelihood()));
  }
}
