package dev.nightjar.cli;

import static org.jooq.impl.DSL.noCondition;

import dev.nightjar.bench.Ratio;
import dev.nightjar.clustering.ClusteringMemory;
import dev.nightjar.home.Settings;
import dev.nightjar.kmeans.KMeansBench;
import dev.nightjar.kmeans.ScikitLearn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Measures the clustering stage. */
@Command(
    name = "clustering",
    description = {
      "Cluster made-up customers with each algorithm, and with scikit-learn.",
      "That takes Debian's python3-sklearn, and is left out without. Then the stage runs on a million",
      "customers, for its memory.",
      "Works in the folder var/bench, with its own server unless one is configured."
    })
final class ClusteringBenchCommand implements Callable<Integer> {
  private static final int WARM_UP = 100_000;
  private static final int MILLION = 1_000_000;

  @ParentCommand private BenchCommand bench;

  @Option(
      names = "--customers",
      split = ",",
      defaultValue = "100000,1000000,5000000",
      description = "Customers of each matrix (default: ${DEFAULT-VALUE}).")
  private List<Integer> sizes;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Starts of each algorithm, with seeds from 1 (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (var session = bench.open(List.of())) {
      session.refuseForeignFiles("the bench", noCondition());
      var peer = ScikitLearn.find();
      if (!json) {
        System.out.println(introduction(peer));
      }
      var kMeans =
          new KMeansBench(
              ClusteringMemory.settings(session.part(Settings.class)), peer.orElse(null));
      kMeans.run(WARM_UP, 1);
      var measured = new ArrayList<KMeansBench.Round>();
      for (int customers : sizes) {
        measured.addAll(kMeans.run(customers, rounds));
      }
      if (!json) {
        print(measured);
      }
      var need =
          new ClusteringMemory(session.published(), session.stage("clustering")).run(MILLION);
      print(measured, need);
      var ratios = new ArrayList<Ratio>(KMeansBench.ratios(measured));
      ratios.add(need.ratio());
      ratios.forEach(System.out::println);
    }
    return 0;
  }

  private static String introduction(Optional<ScikitLearn> peer) {
    return "k = 8, three features, one start a round: k-means++, for betula the best of several on the leaves of its tree; %,d customers first, not counted.%n%s"
        .formatted(
            WARM_UP,
            peer.map(each -> "Peer: scikit-learn " + each.version())
                .orElse("No peer: python3-sklearn is not installed."));
  }

  private static void print(List<KMeansBench.Round> measured) {
    var table = new TextTable(1, "algorithm", "customers", "seconds", "inertia", "iterations");
    for (var round : measured) {
      table.row(
          round.algorithm() + (round.isChosen() ? " *" : ""),
          "%,d".formatted(round.customers()),
          "%.2f".formatted(round.seconds()),
          "%,.1f".formatted(round.inertia()),
          "%,d".formatted(round.iterations()));
    }
    System.out.print(table);
    System.out.println("* what the settings choose");
  }

  private void print(List<KMeansBench.Round> measured, ClusteringMemory.Need need) {
    if (json) {
      Json.print(Map.of("rounds", measured, "memory", need));
    } else {
      System.out.printf(
          "Stage on %,d customers: %.1f s, %,d MiB live at the most.%n",
          need.customers(), need.seconds(), need.liveBytes() >> 20);
    }
  }
}
