package dev.nightjar.cli;

import dev.nightjar.home.Counted;
import dev.nightjar.views.Cause;
import dev.nightjar.views.CustomerPosition;
import dev.nightjar.views.Explanation;
import dev.nightjar.views.PublishedNights;
import dev.nightjar.views.ScoreBin;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Tells why a customer is in a segment. */
@Command(name = "explain", description = "Tell why a customer is in a segment.")
final class ExplainCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;

  @Parameters(paramLabel = "CUSTOMER", description = "Key of the customer.")
  private String customer = "";

  @Option(
      names = {"-d", "--date"},
      paramLabel = "DATE",
      description = "The business date (default: the newest published night).")
  private @Nullable LocalDate date;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      var db = session.published();
      var night = PublishedNights.of(db).named(date);
      var explanation = Explanation.of(customer, night, db);
      if (json) {
        Json.print(explanation);
      } else {
        print(customer, explanation);
      }
    }
  }

  private static void print(String customer, Explanation told) {
    System.out.printf("Customer %s in the night of %s%n", customer, told.night());
    line(
        "Segment",
        "%s, since %s (%s)"
            .formatted(told.segment(), told.changedOn(), Counted.of(told.daysInSegment(), "day")));
    line("Before", told.previousSegment() == null ? "none" : told.previousSegment());
    line("Why", Cause.meaning(told.cause()));
    line("Rule", rule(told));
    line("Cluster", cluster(told));
    line("Orders", orders(told));
    if (!told.bins().isEmpty()) {
      System.out.println();
      System.out.print(scores(told));
    }
    System.out.println();
    var changes = new TextTable(4, "Night", "From", "To", "Cause");
    for (var change : told.changes()) {
      changes.row(
          change.night().toString(),
          change.from() == null ? "–" : change.from(),
          change.to(),
          Cause.meaning(change.cause()));
    }
    System.out.print(changes);
  }

  private static void line(String name, String value) {
    System.out.printf("  %-8s %s%n", name, value);
  }

  private static String cluster(Explanation told) {
    if (told.cluster() == null) {
      return "none";
    }
    return CustomerPosition.label(told.cluster(), told.clusterName())
        + (told.tier() == null ? "" : "; tier " + told.tier());
  }

  private static String rule(Explanation told) {
    if (told.rule() != null) {
      return "%s, of the map %s".formatted(told.rule(), told.map());
    }
    return "prospect".equals(told.standing())
        ? "no order that counts, so no scores"
        : "sent back as much as was kept, or more, so no scores";
  }

  private static String orders(Explanation told) {
    if (told.ordersCount() == null) {
      return "forgotten by now";
    }
    var since =
        told.firstOrderedOn() == null
            ? ""
            : "; first on %s, last on %s".formatted(told.firstOrderedOn(), told.lastOrderedOn());
    return String.format(
        Locale.ROOT,
        "%,d in the window, worth %,.2f less returns%s",
        told.ordersCount(),
        told.netValue(),
        since);
  }

  private static TextTable scores(Explanation told) {
    var table = new TextTable(3, "Metric", "Value", "Bin", "Score", "Best");
    for (var bin : told.bins()) {
      table.row(
          bin.metric().equals("recency") ? "recency, days" : bin.metric(),
          ScoreBin.text(bin.value()),
          bin.borders(),
          String.valueOf(bin.score()),
          String.valueOf(bin.best()));
    }
    return table;
  }
}
