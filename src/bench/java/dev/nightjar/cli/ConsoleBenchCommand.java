package dev.nightjar.cli;

import dev.nightjar.bench.ConsoleBench;
import dev.nightjar.bench.NightShop;
import dev.nightjar.database.Database;
import dev.nightjar.home.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Measures the console. */
@Command(
    name = "console",
    description = {
      "Read every page of the console while a night runs, and run the same number of nights"
          + " without",
      "readers, in turns.",
      "Works in the folder var/bench/console, with a server of its own."
    })
final class ConsoleBenchCommand implements Callable<Integer> {
  private static final double MILLIS = 1e3;

  @ParentCommand private BenchCommand bench;

  @Option(
      names = "--customers",
      defaultValue = "100000",
      description = "Customers of the shop (default: ${DEFAULT-VALUE}).")
  private long customers;

  @Option(
      names = "--lines",
      defaultValue = "1000000",
      description = {
        "Order lines before the first night, in 500 days (default: ${DEFAULT-VALUE}). A night has",
        "as many as one of these days."
      })
  private long lines;

  @Option(
      names = "--nights",
      defaultValue = "400",
      description = "Nights of history (default: ${DEFAULT-VALUE}).")
  private int nights;

  @Option(
      names = "--readers",
      defaultValue = "20",
      description = "People who read at the same time (default: ${DEFAULT-VALUE}).")
  private int readers;

  @Option(
      names = "--pause",
      defaultValue = "PT5S",
      description = {
        "Time between two pages of a reader (default: ${DEFAULT-VALUE}). PT0S measures how the",
        "console behaves when it has more to do than it can."
      })
  private Duration pause;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Nights with readers, and as many without (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    var result =
        new ConsoleBench(
                bench.emptyFolder("console"),
                bench.installation(),
                new ConsoleBench.Size(
                    new NightShop(customers, lines), nights, readers, pause, rounds),
                new EmbeddedSite(),
                json ? line -> {} : System.out::println)
            .run();
    if (json) {
      Json.print(result);
    } else {
      print(result);
    }
    result.ratios().forEach(System.out::println);
    return 0;
  }

  private static void print(ConsoleBench.Result result) {
    var table = new TextTable(1, "page", "requests", "median ms", "95 % within ms");
    for (var each : result.pages()) {
      table.row(
          each.page(),
          String.valueOf(each.requests()),
          "%.0f".formatted(each.median() * MILLIS),
          "%.0f".formatted(each.high() * MILLIS));
    }
    System.out.print(table);
    System.out.printf(
        "Measured where the pages are read, on the same machine: %d readers, a page every %s"
            + " each.%n",
        result.size().readers(), result.size().pause());
    var nights = new TextTable(1, "night", "seconds");
    result.alone().forEach(each -> nights.row("without readers", "%.2f".formatted(each)));
    result.read().forEach(each -> nights.row("with readers", "%.2f".formatted(each)));
    System.out.print(nights);
  }

  /** The home with the server that comes with Nightjar. */
  private final class EmbeddedSite implements ConsoleBench.Site {
    @Override
    public void open(Path home, ConsoleBench.Work work)
        throws IOException, InterruptedException, SQLException {
      try (var session = bench.openHome(home)) {
        session.migrate();
        work.with(session.pipeline());
      }
    }

    @Override
    public void stop(Path home) {
      if (!Database.stop(new Home(home, bench.installation(), List.of())).orElse(true)) {
        throw new IllegalStateException("the server of %s is still busy".formatted(home));
      }
    }
  }
}
