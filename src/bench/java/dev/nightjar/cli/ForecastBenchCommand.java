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
      "Forecast the purchases of made-up customers, from orders to forecasts in the table, and fit the",
      "same models with SciPy, from arrays to parameters. That takes Debian's python3-scipy.",
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
    var table = new TextTable(1, "", "seconds", "log-likelihood", "of values");
    table.row(
        "nightjar, first night",
        "%.2f".formatted(measured.first()),
        "%,.1f".formatted(measured.logLikelihood()),
        "%,.1f".formatted(measured.valueLogLikelihood()));
    table.row("nightjar, next night", "%.2f".formatted(measured.next()), "", "");
    table.row(
        "SciPy " + peer.version() + ", the fit alone",
        "%.2f".formatted(measured.peer().seconds()),
        "%,.1f".formatted(measured.peer().logLikelihood()),
        "%,.1f".formatted(measured.peer().valueLogLikelihood()));
    System.out.printf("%,d customers%n%s", measured.customers(), table);
  }
}
