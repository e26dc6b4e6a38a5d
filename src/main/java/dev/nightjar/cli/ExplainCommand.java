package dev.nightjar.cli;

import dev.nightjar.home.Counted;
import dev.nightjar.views.Cause;
import dev.nightjar.views.CustomerPosition;
import dev.nightjar.views.Explanation;
import dev.nightjar.views.Explanation.Forecast;
import dev.nightjar.views.Explanation.Standing;
import dev.nightjar.views.PublishedNights;
import dev.nightjar.views.ScoreBin;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Explains why a customer is in a segment, and in which audiences. */
@Command(
    name = "explain",
    description = "Explain why a customer is in a segment, and is or is not in each audience.")
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

  private static void print(String customer, Explanation explanation) {
    System.out.printf("Customer %s in the night of %s%n", customer, explanation.night());
    line(
        "Segment",
        "%s, since %s (%s)"
            .formatted(
                explanation.segment(),
                explanation.changedOn(),
                Counted.of(explanation.daysInSegment(), "day")));
    line("Before", explanation.previousSegment() == null ? "none" : explanation.previousSegment());
    line("Why", Cause.meaning(explanation.cause()));
    line("Rule", rule(explanation));
    if (!explanation.attributes().isEmpty()) {
      line("Facts", facts(explanation));
    }
    line("Cluster", cluster(explanation));
    line("Orders", orders(explanation));
    if (explanation.forecast() != null) {
      line("Forecast", forecast(explanation.forecast()));
    }
    if (!explanation.bins().isEmpty()) {
      System.out.println();
      System.out.print(scores(explanation));
    }
    if (!explanation.audiences().isEmpty()) {
      System.out.println();
      System.out.print(audiences(explanation));
    }
    System.out.println();
    var changes = new TextTable(4, "Night", "From", "To", "Cause");
    for (var change : explanation.changes()) {
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

  private static String cluster(Explanation explanation) {
    if (explanation.cluster() == null) {
      boolean isWithoutOrders = Long.valueOf(0).equals(explanation.ordersCount());
      return isWithoutOrders ? "none: no order in the window" : "none";
    }
    return CustomerPosition.label(explanation.cluster(), explanation.clusterName())
        + (explanation.tier() == null ? "" : "; tier " + explanation.tier());
  }

  private static String rule(Explanation explanation) {
    if (explanation.rule() != null) {
      return "%s, of the map %s".formatted(explanation.rule(), explanation.map());
    }
    var standing = explanation.standing();
    return switch (standing == null ? "" : standing) {
      case "lapsed" -> "no scores: the last order is older than the window";
      case "prospect" -> "no scores: no order counts";
      case "net-returner" -> "no scores: returns are worth as much as the orders, or more";
      default -> "not known any more";
    };
  }

  /** The attributes that the map looks at; the other facts have lines of their own. */
  private static String facts(Explanation explanation) {
    return explanation.attributes().entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String orders(Explanation explanation) {
    if (explanation.ordersCount() == null) {
      return "past their retention";
    }
    var since =
        explanation.firstOrderedOn() == null
            ? ""
            : "; first on %s (%s ago), last on %s"
                .formatted(
                    explanation.firstOrderedOn(),
                    Counted.of(
                        ChronoUnit.DAYS.between(explanation.firstOrderedOn(), explanation.night()),
                        "day"),
                    explanation.lastOrderedOn());
    return String.format(
        Locale.ROOT,
        "%,d in the window, worth %,.2f less returns%s",
        explanation.ordersCount(),
        explanation.netValue(),
        since);
  }

  private static String forecast(Forecast forecast) {
    return "%.0f%% still buying; %s in 90 days, %s in 365 days"
        .formatted(
            forecast.probabilityAlive().movePointRight(2),
            expected(forecast.orders90(), forecast.value90()),
            expected(forecast.orders365(), forecast.value365()));
  }

  private static String expected(BigDecimal orders, @Nullable BigDecimal value) {
    return value == null
        ? "%,.2f orders".formatted(orders)
        : "%,.2f orders worth %,.2f".formatted(orders, value);
  }

  /** The metric with what was scored. */
  private static String metric(String metric, Explanation explanation) {
    return switch (metric) {
      case "recency" -> "recency, days";
      case "frequency" -> "frequency, " + explanation.frequencyCounts();
      default -> "monetary, " + MetricWords.monetary(explanation.monetaryValue());
    };
  }

  private static TextTable audiences(Explanation explanation) {
    var table = new TextTable(2, "Audience", "In it", "Why");
    for (var audience : explanation.audiences()) {
      boolean isSomewhere = audience.isMember() && audience.exclusion() == null;
      table.row(audience.audience(), isSomewhere ? "yes" : "no", reason(audience));
    }
    return table;
  }

  private static String reason(Standing audience) {
    if (!audience.isMember()) {
      return "not selected: "
          + (audience.description().isEmpty() ? "see select and except" : audience.description());
    }
    if (audience.exclusion() != null) {
      return "left out: " + audience.exclusion();
    }
    return audience.notSentTo().isEmpty()
        ? "selected"
        : "selected, but not at "
            + String.join(
                ", ",
                audience.notSentTo().entrySet().stream()
                    .map(each -> each.getKey() + ": " + each.getValue())
                    .toList());
  }

  private static TextTable scores(Explanation explanation) {
    var table = new TextTable(3, "Metric", "Value", "Bin", "Score", "Best");
    for (var bin : explanation.bins()) {
      table.row(
          metric(bin.metric(), explanation),
          ScoreBin.text(bin.value()),
          bin.borders(),
          String.valueOf(bin.score()),
          String.valueOf(bin.best()));
    }
    return table;
  }
}
