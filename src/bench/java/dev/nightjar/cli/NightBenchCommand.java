package dev.nightjar.cli;

import dev.nightjar.bench.NightBench;
import dev.nightjar.bench.NightShop;
import dev.nightjar.bench.Notebook;
import dev.nightjar.database.Database;
import dev.nightjar.home.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Measures whole nights. */
@Command(
    name = "night",
    description = {
      "Run whole nights, from the inbox to delivered extracts, each as a process of its own.",
      "For comparison, pandas and scikit-learn read all order files again; that takes Debian's",
      "python3-pandas and python3-sklearn.",
      "Keeps its files and the home after the first night in the folder var/bench."
    })
final class NightBenchCommand implements Callable<Integer> {
  private static final double MILLION = 1e6;

  @ParentCommand private BenchCommand bench;

  @Option(
      names = "--customers",
      defaultValue = "1000000",
      description = "Customers before the first night (default: ${DEFAULT-VALUE}).")
  private long customers;

  @Option(
      names = "--lines",
      defaultValue = "10000000",
      description = {
        "Order lines before the first night, in 500 days (default: ${DEFAULT-VALUE}). A night has",
        "as many as one of these days."
      })
  private long lines;

  @Option(
      names = "--nights",
      defaultValue = "3",
      description = {
        "Nights after the first; from 11 on, their growth is measured too (default:",
        "${DEFAULT-VALUE})."
      })
  private int nights;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var peer = Notebook.find();
    if (peer.isEmpty()) {
      System.err.println(
          "pandas and scikit-learn are missing.%nNext: apt-get install python3-pandas python3-sklearn"
              .formatted());
      return 1;
    }
    var result =
        new NightBench(
                bench.folder(),
                bench.installation(),
                new NightShop(customers, lines),
                new EmbeddedServers(),
                json ? line -> {} : System.out::println)
            .run(nights);
    if (json) {
      Json.print(result);
    } else {
      print(result, peer.get());
    }
    result.ratios().forEach(System.out::println);
    return 0;
  }

  private static void print(NightBench.Result result, String peer) {
    var stages = List.copyOf(result.nights().get(0).stages().keySet());
    var heads = new ArrayList<>(List.of("night"));
    stages.forEach(stage -> heads.add(stage + " s"));
    heads.addAll(List.of("whole s", "journal MB", "memory MB"));
    var table = new TextTable(1, heads.toArray(String[]::new));
    for (var night : result.nights()) {
      var row = new ArrayList<>(List.of(night.night().toString()));
      stages.forEach(stage -> row.add("%.2f".formatted(night.stages().get(stage))));
      row.add("%.2f".formatted(night.seconds()));
      row.add("%.1f".formatted(night.walBytes() / MILLION));
      row.add("%.0f".formatted(night.peakBytes() / MILLION));
      table.row(row.toArray(String[]::new));
    }
    System.out.print(table);
    System.out.printf(
        "%s: %.2f s (%s)%n", peer, result.notebook().seconds(), result.notebook().parts());
  }

  /** The servers of the bench's homes. */
  private final class EmbeddedServers implements NightBench.Server {
    @Override
    public <T> T ask(Path home, Function<DSLContext, T> question) {
      try (var session = bench.openHome(home)) {
        return question.apply(session.published());
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
