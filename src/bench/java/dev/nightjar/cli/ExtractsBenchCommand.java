package dev.nightjar.cli;

import dev.nightjar.deliver.DeltasBench;
import dev.nightjar.deliver.ExtractsBench;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Measures extracts. */
@Command(
    name = "extracts",
    description = {
      "Write made-up customers as extracts, compared with COPY TO STDOUT of the same rows.",
      "The extracts are google-customer-match, braze and generic-parquet. Then it finds and writes",
      "what differs of one customer in a hundred, compared with a full join."
    })
final class ExtractsBenchCommand implements Callable<Integer> {
  private static final long MEBI = 1 << 20;

  @ParentCommand private BenchCommand parent;

  @Option(
      names = "--customers",
      defaultValue = "1000000",
      description = "How many customers (default: ${DEFAULT-VALUE}).")
  private long customers;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "How often each is written (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (var session = parent.open(List.of())) {
      var folder = session.home().folder().resolve("extracts");
      var bench = new ExtractsBench(folder, session.published(), session.destinations());
      var extracts = bench.run(customers, rounds);
      var deltas =
          new DeltasBench(folder, session.published(), session.destinations())
              .run(customers, rounds);
      if (json) {
        Json.print(Map.of("rounds", extracts, "deltas", deltas));
      } else {
        print(extracts);
        deltas.forEach(System.out::println);
      }
      ExtractsBench.ratios(extracts).forEach(System.out::println);
      System.out.println(DeltasBench.ratio(deltas));
      return 0;
    }
  }

  private static void print(List<ExtractsBench.Round> rounds) {
    var table =
        new TextTable(
            1,
            "destination",
            "customers",
            "MiB",
            "COPY rows/s",
            "rows/s",
            "COPY s",
            "s",
            "ratio",
            "peak heap MiB");
    for (var round : rounds) {
      table.row(
          round.destination(),
          "%,d".formatted(round.customers()),
          "%,d".formatted(round.bytes() / MEBI),
          "%,.0f".formatted(round.customers() / round.copySeconds()),
          "%,.0f".formatted(round.customers() / round.extractSeconds()),
          "%.2f".formatted(round.copySeconds()),
          "%.2f".formatted(round.extractSeconds()),
          "%.3f".formatted(round.ratio()),
          "%,d".formatted(round.peakHeapBytes() / MEBI));
    }
    System.out.print(table);
  }
}
