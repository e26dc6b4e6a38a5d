package dev.nightjar.cli;

import static org.jooq.impl.DSL.noCondition;

import dev.nightjar.bench.NightsBench;
import dev.nightjar.bench.NightsReport;
import dev.nightjar.database.Database;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.Home;
import dev.nightjar.ingest.LoadBench;
import dev.nightjar.segments.ScoringBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures Nightjar against its peers. */
@Command(
    name = "bench",
    description = "Measure speed against a peer in the same run.",
    subcommands = {
      ChaosBenchCommand.class,
      ClusteringBenchCommand.class,
      ConsoleBenchCommand.class,
      ExtractsBenchCommand.class,
      ForecastBenchCommand.class,
      HistoryBenchCommand.class,
      NightBenchCommand.class,
      UpliftBenchCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class BenchCommand implements Runnable {
  private static final long MEBI = 1 << 20;

  /** After which Java has compiled what is measured; psql comes compiled. */
  private static final long WARM_UP = 300_000;

  @ParentCommand private NightjarCommand nightjar;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  /** The pipeline of the bench's own home. */
  Session open(List<String> settings) {
    return nightjar.open(folder(), settings);
  }

  /** The pipeline of a home that a bench has made. */
  Session openHome(Path home) {
    return nightjar.open(home);
  }

  /** Where the bench can keep files. */
  Path folder() {
    return nightjar.home().resolve("var/bench");
  }

  /**
   * A folder with nothing in it, for homes with servers of their own.
   *
   * @throws Failure if the settings name a server
   */
  Path emptyFolder(String name) throws IOException {
    var folder = folder().resolve(name).toAbsolutePath().normalize();
    try (var database = Database.of(new Home(folder, installation(), List.of()))) {
      if (!database.isEmbedded()) {
        throw new Failure(
            FailureCode.NIGHT_REFUSED,
            "The bench starts and kills servers of its own.\nNext: unset NIGHTJAR_DB_URL");
      }
    }
    FileSystemUtils.deleteRecursively(folder);
    return Files.createDirectories(folder);
  }

  /** The folder with the launcher and the settings that ship. */
  Path installation() {
    return nightjar.installation();
  }

  /** Measures the ingest stage. */
  @Command(
      name = "load",
      description = {
        "Load made-up order lines, and copy the same file with psql.",
        "Works in the folder var/bench, with a server of its own if none is configured."
      })
  void load(
      @Option(
              names = "--lines",
              split = ",",
              defaultValue = "1000000",
              description = "Lines of each file (default: ${DEFAULT-VALUE}).")
          List<Long> sizes,
      @Option(
              names = "--rounds",
              defaultValue = "3",
              description = "How often each file is loaded (default: ${DEFAULT-VALUE}).")
          int rounds,
      @Option(names = "--json", description = "Print JSON.") boolean json)
      throws IOException, InterruptedException {
    try (var session = open(LoadBench.SETTINGS)) {
      session.refuseForeignFiles("the bench", noCondition());
      var all = measure(session, sizes, rounds, json);
      print(all, json);
      System.out.println(LoadBench.ratio(all.subList(all.size() - rounds, all.size())));
    }
  }

  private static List<LoadBench.Round> measure(
      Session session, List<Long> sizes, int rounds, boolean json)
      throws IOException, InterruptedException {
    var bench =
        new LoadBench(
            session.home().folder(),
            session.published(),
            session.stage("ingest"),
            session.database().psqlUrl());
    if (!json) {
      System.out.printf(
          "One connection, one file at a time; a first load of %,d lines is not counted.%n",
          WARM_UP);
    }
    bench.run(WARM_UP, 1);
    var all = new ArrayList<LoadBench.Round>();
    for (long lines : sizes) {
      all.addAll(bench.run(lines, rounds));
    }
    return all;
  }

  private static void print(List<LoadBench.Round> rounds, boolean json) {
    if (json) {
      var out = new LinkedHashMap<String, Object>();
      out.put("rounds", rounds);
      Json.print(out);
      return;
    }
    var table =
        new TextTable(
            0, "lines", "MiB", "psql s", "nightjar s", "us/line", "ratio", "peak heap MiB");
    for (var round : rounds) {
      table.row(
          "%,d".formatted(round.lines()),
          "%,d".formatted(round.bytes() / MEBI),
          "%.2f".formatted(round.copySeconds()),
          "%.2f".formatted(round.loadSeconds()),
          "%.2f".formatted(round.loadSeconds() * 1e6 / round.lines()),
          "%.3f".formatted(round.ratio()),
          "%,d".formatted(round.peakHeapBytes() / MEBI));
    }
    System.out.print(table);
  }

  /** Measures nights on short and long histories. */
  @Command(
      name = "nights",
      description = {
        "Run nights of 20,000 new lines on histories of different length.",
        "Builds each history for the first time, compared with two statements written by hand.",
        "Writes nights.csv and nights.svg into the folder var/bench."
      })
  void nights(
      @Option(
              names = "--lines",
              split = ",",
              defaultValue = "1000000,10000000,50000000",
              description = "Lines of each history (default: ${DEFAULT-VALUE}).")
          List<Long> sizes,
      @Option(
              names = "--nights",
              defaultValue = "5",
              description = "Nights measured on each history (default: ${DEFAULT-VALUE}).")
          int nights,
      @Option(names = "--json", description = "Print JSON.") boolean json)
      throws IOException, InterruptedException {
    try (var session = open(NightsBench.SETTINGS)) {
      session.refuseForeignFiles("the bench", noCondition());
      var home = session.home().folder();
      var stages = Stream.of("ingest", "orders", "rfm", "segments").map(session::stage).toList();
      var bench =
          new NightsBench(
              home, session.published(), stages, json ? line -> {} : System.out::println);
      var histories = bench.run(sizes, nights);
      NightsReport.write(histories, home);
      if (json) {
        Json.print(Map.of("histories", histories));
      } else {
        print(histories, home);
      }
      NightsBench.ratios(histories).forEach(System.out::println);
    }
  }

  private static void print(List<NightsBench.History> histories, Path home) {
    var table =
        new TextTable(
            0,
            "lines",
            "ingest s",
            "orders s",
            "rfm s",
            "together s",
            "segments s",
            "build s",
            "by hand s",
            "ratio");
    for (var history : histories) {
      table.row(
          "%,d".formatted(history.lines()),
          "%.2f".formatted(history.median(List.of("ingest"))),
          "%.2f".formatted(history.median(List.of("orders"))),
          "%.2f".formatted(history.median(List.of("rfm"))),
          "%.2f".formatted(history.median(NightsBench.STAGES)),
          "%.2f".formatted(history.median(List.of("segments"))),
          "%.1f".formatted(history.buildSeconds()),
          "%.1f".formatted(history.handWrittenSeconds()),
          "%.3f".formatted(history.buildRatio()));
    }
    System.out.print(table);
    System.out.println("Plot: " + home.resolve("nights.svg"));
  }

  /** Measures scoring and naming. */
  @Command(
      name = "scoring",
      description = {
        "Score and name customers whose orders did not change.",
        "For comparison, a statement with three ntile(5) makes the scores alone."
      })
  void scoring(
      @Option(
              names = "--customers",
              defaultValue = "1000000",
              description = "How many customers (default: ${DEFAULT-VALUE}).")
          long customers,
      @Option(
              names = "--rounds",
              defaultValue = "3",
              description = "Nights measured (default: ${DEFAULT-VALUE}).")
          int rounds,
      @Option(names = "--json", description = "Print JSON.") boolean json)
      throws IOException, InterruptedException {
    try (var session = open(NightsBench.SETTINGS)) {
      session.refuseForeignFiles("the bench", noCondition());
      var bench =
          new ScoringBench(
              session.published(), Stream.of("rfm", "segments").map(session::stage).toList());
      var all = bench.run(customers, rounds);
      print(customers, all, json);
      System.out.println(ScoringBench.ratio(all));
    }
  }

  private static void print(long customers, List<ScoringBench.Round> rounds, boolean json) {
    if (json) {
      Json.print(Map.of("customers", customers, "rounds", rounds));
      return;
    }
    var table =
        new TextTable(
            0, "customers", "ntile s", "scoring s", "naming s", "ratio", "all segments s", "ratio");
    for (var round : rounds) {
      table.row(
          "%,d".formatted(customers),
          "%.2f".formatted(round.handWritten()),
          "%.2f".formatted(round.scoring()),
          "%.2f".formatted(round.naming()),
          "%.3f".formatted(round.ratio()),
          "%.2f".formatted(round.segments()),
          "%.3f".formatted(round.ratioOfStages()));
    }
    System.out.print(table);
  }
}
