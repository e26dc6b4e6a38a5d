package dev.nightjar.cli;

import dev.nightjar.bench.chaos.HistoryBench;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Measures commands on a long history. */
@Command(
    name = "history",
    description = {
      "Run three nights, give their records to many days before, and measure nightjar status and",
      "nightjar nights then.",
      "Works in the folder var/bench/history, with a server of its own."
    })
final class HistoryBenchCommand implements Callable<Integer> {
  @ParentCommand private BenchCommand bench;

  @Option(
      names = "--nights",
      defaultValue = "400",
      description = "Nights of history (default: ${DEFAULT-VALUE}).")
  private int nights;

  @Option(
      names = "--customers",
      defaultValue = "200",
      description = "Customers of the shop (default: ${DEFAULT-VALUE}).")
  private int customers;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    var folder = bench.emptyFolder("history");
    var commands = new LaunchedCommands(bench.installation(), folder);
    var measured =
        new HistoryBench(
                folder,
                bench.installation(),
                commands,
                customers,
                json ? line -> {} : System.out::println)
            .run(nights);
    print(measured);
    measured.forEach(each -> System.out.println(each.ratio()));
    return 0;
  }

  private void print(List<HistoryBench.Measured> measured) {
    if (json) {
      Json.print(Map.of("commands", measured));
      return;
    }
    var table = new TextTable(1, "command", "nights", "seconds");
    measured.forEach(
        each ->
            table.row(
                each.command(), String.valueOf(each.nights()), "%.2f".formatted(each.seconds())));
    System.out.print(table);
  }
}
