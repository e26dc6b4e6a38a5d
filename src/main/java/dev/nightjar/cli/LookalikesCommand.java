package dev.nightjar.cli;

import dev.nightjar.home.Counted;
import dev.nightjar.views.PublishedNights;
import dev.nightjar.views.SimilarCustomers;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows the customers most similar to the members of a set. */
@Command(
    name = "lookalikes",
    description = {
      "Show the customers outside a set that are most similar to its members, nearest first.",
      "The distance is Euclidean, to the nearest member of the set, in the features that"
          + " clusters use, scaled as in the night's cluster model."
    })
final class LookalikesCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;
  @Spec private CommandSpec spec;

  @Option(
      names = "--of",
      required = true,
      paramLabel = "SEGMENT|CLUSTER|FILE",
      description =
          "The set: a segment of the night, or a cluster by its number or name, or a file with one"
              + " customer key per line.")
  private String of = "";

  @Option(
      names = {"-n", "--count"},
      paramLabel = "N",
      defaultValue = "100",
      description = "Number of customers to find (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = {"-d", "--date"},
      paramLabel = "DATE",
      description = "The business date (default: the newest published night).")
  private @Nullable LocalDate date;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    if (count < 1) {
      throw new ParameterException(
          spec.commandLine(), "--count is %d (expected: 1 or more)".formatted(count));
    }
    try (var session = nightjar.open()) {
      var db = session.published();
      var night = PublishedNights.of(db).named(date);
      var similar = SimilarCustomers.to(of, count, night, session.nearest(), db);
      if (json) {
        Json.print(similar);
      } else {
        print(similar);
      }
    }
  }

  private static void print(SimilarCustomers similar) {
    System.out.printf(
        "Night %s, %s: %s, %s.%n",
        similar.night(),
        similar.of(),
        Counted.of(similar.members(), "member"),
        Counted.of(similar.others(), "other customer"));
    int unknown = similar.membersWithoutFeatures();
    if (unknown > 0) {
      System.out.println(
          Counted.of(unknown, "further member has", "further members have")
              + " no features in this night.");
    }
    var table = new TextTable(3, "Customer", "Segment", "Cluster", "Distance");
    for (var each : similar.lookalikes()) {
      table.row(
          each.customerKey(),
          each.segment() == null ? "–" : each.segment(),
          each.clusterLabel(),
          "%.4f".formatted(each.distance()));
    }
    System.out.print(table);
  }
}
