package dev.nightjar.cli;

import dev.nightjar.bench.LoadBench;
import dev.nightjar.pipeline.Failure;
import dev.nightjar.pipeline.FailureCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Measures Nightjar against its peers. */
@Command(
    name = "bench",
    description = "Measure speed against a peer in the same run.",
    synopsisSubcommandLabel = "COMMAND")
final class BenchCommand implements Runnable {
  private static final long MEBI = 1 << 20;

  /** After which Java has compiled what is measured; psql comes compiled. */
  private static final long WARM_UP = 300_000;

  @ParentCommand private NightjarCommand nightjar;

  @Override
  public void run() {
    new picocli.CommandLine(this).usage(System.out);
  }

  /** Measures the ingest stage. */
  @Command(
      name = "load",
      description = {
        "Load made-up order lines, and copy the same file with psql.",
        "Works in the folder var/bench, with a server of its own where none is configured."
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
    try (var session = nightjar.open(nightjar.home().resolve("var/bench"), LoadBench.SETTINGS)) {
      refuseForeignFiles(session);
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

  private static void refuseForeignFiles(Session session) {
    if (session.published().fetchExists(org.jooq.impl.DSL.table("ingest.files"))) {
      throw new Failure(
          FailureCode.NIGHT_REFUSED,
          "The database holds files already, and the bench would remove them.\n"
              + "Next: give it an empty database");
    }
  }
}
