package dev.nightjar.cli;

import dev.nightjar.home.Counted;
import dev.nightjar.views.Uplift;
import dev.nightjar.views.UpliftDifference;
import dev.nightjar.views.UpliftGroup;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Compares the exported and the held-out customers of an audience. */
@Command(
    name = "uplift",
    description = {
      "Compare later revenue and repurchases of exported and held-out customers.",
      "Both groups are of one audience in one night. Each difference has a 95 %% confidence interval."
    })
final class UpliftCommand implements Runnable {

  @ParentCommand private NightjarCommand nightjar;

  @Parameters(paramLabel = "AUDIENCE", description = "Name of the audience.")
  private String audience;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DATE",
      description = "A published night; orders after it count.")
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Last day of orders that count (default: the newest published night).")
  private @Nullable LocalDate to;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      var uplift = Uplift.of(audience, from, to, session.published());
      if (json) {
        Json.print(uplift);
      } else {
        print(uplift);
      }
    }
  }

  private static void print(Uplift uplift) {
    long days = ChronoUnit.DAYS.between(uplift.from(), uplift.to());
    System.out.printf(
        "Audience %s, exported on %s; orders of the %s up to %s%n",
        uplift.audience(), uplift.from(), Counted.of(days, "day"), uplift.to());
    var table = new TextTable(1, "", "Customers", "Bought again", "Revenue each");
    row(table, "Exported", uplift.exported());
    row(table, "Held out", uplift.heldOut());
    System.out.print(table);
    verdict(uplift).forEach(System.out::println);
  }

  private static void row(TextTable table, String name, UpliftGroup group) {
    table.row(
        name,
        AudiencesCommand.number(group.customers()),
        group.customers() == 0 ? "–" : "%.2f%%".formatted(100 * group.rate()),
        group.customers() == 0 ? "–" : "%,.2f".formatted(group.revenue()));
  }

  /** The conclusions, one line each. */
  private static List<String> verdict(Uplift uplift) {
    if (!uplift.to().isAfter(uplift.from())) {
      return List.of("Too early: no later night is published yet.");
    }
    if (uplift.heldOut().customers() == 0) {
      return List.of(
          "No customer of %s was held out, so there is no comparison.".formatted(uplift.audience()),
          "Next: set audiences.holdout.percent, or the audience's own holdout, and try again after later nights");
    }
    if (uplift.tooEarly()) {
      return List.of(
          "Too early: one of the groups has fewer than %d customers."
              .formatted(UpliftGroup.FEWEST));
    }
    var lines = new ArrayList<String>();
    var revenue = uplift.revenue();
    var repurchase = uplift.repurchase();
    lines.add(
        "Revenue each: %+,.2f (95 %% from %+,.2f to %+,.2f). %s"
            .formatted(
                revenue.value(),
                revenue.low(),
                revenue.high(),
                said(revenue, uplift.heldOutNeededForRevenue())));
    lines.add(
        "Bought again: %+.2f points (95 %% from %+.2f to %+.2f). %s"
            .formatted(
                100 * repurchase.value(),
                100 * repurchase.low(),
                100 * repurchase.high(),
                said(repurchase, uplift.heldOutNeededForRepurchase())));
    return lines;
  }

  private static String said(UpliftDifference difference, long needed) {
    if (difference.isSignificant()) {
      return "The difference is statistically significant.";
    }
    return needed == 0
        ? "Not significant: there is no difference."
        : "Not significant yet: for a difference of this size, about %s needed."
            .formatted(Counted.of(needed, "held-out customer is", "held-out customers are"));
  }
}
