package dev.nightjar.cli;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.ports.NearestCustomers.Lookalikes;
import dev.nightjar.views.CustomerPosition;
import dev.nightjar.views.CustomerSet;
import dev.nightjar.views.PublishedNights;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows the customers who are most like those of a set. */
@Command(
    name = "lookalikes",
    description = {
      "Show the customers outside a set who are most like its members, the most like first.",
      "The distance is the Euclidean one to the nearest member of the set, in the features that"
          + " clusters are made of, scaled as the night's cluster model scales them."
    })
final class LookalikesCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;
  @Spec private CommandSpec spec;

  @Option(
      names = "--of",
      required = true,
      paramLabel = "SEGMENT|CLUSTER|FILE",
      description =
          "The set: a segment of the night; else a cluster, by its number or name; else a file with a"
              + " customer key per line.")
  private String of = "";

  @Option(
      names = {"-n", "--count"},
      paramLabel = "N",
      defaultValue = "100",
      description = "How many customers to find (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = {"-d", "--date"},
      paramLabel = "DATE",
      description = "The business date (default: the newest published night).")
  private @Nullable LocalDate date;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** A customer found, and where the night has it. */
  private record Found(
      String customerKey,
      double distance,
      @Nullable String segment,
      @Nullable Integer cluster,
      @Nullable String clusterName) {}

  /** What is printed as JSON. */
  private record Report(
      LocalDate night,
      String of,
      int members,
      int membersWithoutFeatures,
      int others,
      List<Found> lookalikes) {}

  @Override
  public void run() {
    if (count < 1) {
      throw new ParameterException(
          spec.commandLine(), "--count is %d; ask for 1 or more".formatted(count));
    }
    try (var session = nightjar.open()) {
      var db = session.published();
      var night = PublishedNights.of(db).named(date);
      var set = CustomerSet.named(of, night, db);
      var found =
          db.transactionResult(
              tx -> session.nearest().lookalikes(tx.dsl(), night, set.keys(), count));
      if (found.members() == 0) {
        throw nobody(set, night);
      }
      var customers = customers(found, night, db);
      if (json) {
        Json.print(
            new Report(
                night,
                set.told(),
                found.members(),
                set.keys().size() - found.members(),
                found.others(),
                customers));
      } else {
        print(night, set, found, customers);
      }
    }
  }

  private static Failure nobody(CustomerSet set, LocalDate night) {
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        "Nobody of %s (%,d customers) is among the customers whom night %s clusters, so nobody can be like them.%nNext: nightjar segments --date %s (which there are), or a file of other keys"
            .formatted(set.told(), set.keys().size(), night, night));
  }

  private static List<Found> customers(Lookalikes found, LocalDate night, DSLContext db) {
    var keys = found.nearest().stream().map(each -> each.customerKey()).toList();
    var places = CustomerPosition.of(keys, night, db);
    return found.nearest().stream()
        .map(
            each -> {
              var place = places.get(each.customerKey());
              return new Found(
                  each.customerKey(),
                  each.distance(),
                  place == null ? null : place.segment(),
                  place == null ? null : place.cluster(),
                  place == null ? null : place.clusterName());
            })
        .toList();
  }

  private static void print(
      LocalDate night, CustomerSet set, Lookalikes found, List<Found> customers) {
    System.out.printf(
        "Night %s, %s: %,d members, %,d other customers.%n",
        night, set.told(), found.members(), found.others());
    int unknown = set.keys().size() - found.members();
    if (unknown > 0) {
      System.out.printf("%,d further members have no features in this night.%n", unknown);
    }
    var table = new TextTable(3, "Customer", "Segment", "Cluster", "Distance");
    for (var each : customers) {
      table.row(
          each.customerKey(),
          each.segment() == null ? "–" : each.segment(),
          CustomerPosition.told(each.cluster(), each.clusterName()),
          "%.4f".formatted(each.distance()));
    }
    System.out.print(table);
  }
}
