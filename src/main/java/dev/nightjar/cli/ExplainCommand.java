package dev.nightjar.cli;

import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.views.Explanation;
import dev.nightjar.views.PublishedNights;
import dev.nightjar.views.ScoreBin;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Tells why a customer is in a segment. */
@Command(name = "explain", description = "Tell why a customer is in a segment.")
final class ExplainCommand implements Runnable {
  private static final Map<String, String> CAUSES =
      Map.of(
          "new", "the customer was not known in the night before",
          "behaviour", "the customer's own values changed",
          "drift", "only the cut points changed, that is the other customers",
          "settings", "the map or the scoring was set otherwise");

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
      var explanation =
          Explanation.of(customer, night, db).orElseThrow(() -> unknown(customer, night, db));
      if (json) {
        Json.print(explanation);
      } else {
        print(customer, explanation);
      }
    }
  }

  private static Failure unknown(String customer, LocalDate night, DSLContext db) {
    var known =
        db.select(min(MEMBERSHIPS.VALID_FROM), max(MEMBERSHIPS.VALID_FROM))
            .from(MEMBERSHIPS)
            .where(MEMBERSHIPS.CUSTOMER_KEY.eq(customer))
            .fetchSingle();
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        known.value1() == null
            ? "No night knows a customer %s.%nNext: nightjar explain with the key as it is in the files, case and zeros among it"
                .formatted(customer)
            : "Customer %s has no segment in the night of %s.%nNext: nightjar explain %s --date %s"
                .formatted(
                    customer,
                    night,
                    customer,
                    night.isBefore(known.value1()) ? known.value1() : known.value2()));
  }

  private static void print(String customer, Explanation told) {
    System.out.printf("Customer %s in the night of %s%n", customer, told.night());
    line(
        "Segment",
        "%s, since %s (%,d days)"
            .formatted(told.segment(), told.changedOn(), told.daysInSegment()));
    line("Before", told.previousSegment() == null ? "none" : told.previousSegment());
    line("Why", CAUSES.get(told.cause()));
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
          CAUSES.get(change.cause()));
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
    return told.cluster()
        + (told.clusterName().isEmpty() ? "" : ", " + told.clusterName())
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
