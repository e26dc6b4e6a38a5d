package dev.nightjar.cli;

import dev.nightjar.home.Counted;
import dev.nightjar.report.UpliftVerdict;
import dev.nightjar.uplift.UpliftGroup;
import dev.nightjar.views.Uplift;
import dev.nightjar.views.UpliftQuestion;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.TypeConversionException;

/** Compares the exported and the held-out customers of an audience. */
@Command(
    name = "uplift",
    description = {
      "Compare later repurchases and revenue of exported and held-out customers.",
      "Customers count from their first export in the nights from --from to --to, in the group of",
      "that night, with the orders of the same number of days. Each difference has a 95 %% interval.",
      "There is one verdict: when the days of all customers are over."
    })
final class UpliftCommand implements Runnable {

  @ParentCommand private NightjarCommand nightjar;

  @ArgGroup(multiplicity = "1")
  private Scope scope;

  /** What is compared. */
  static final class Scope {
    @Parameters(
        paramLabel = "AUDIENCE",
        description = "Name of the audience, compared with its own holdout.")
    private @Nullable String audience;

    @Option(
        names = "--global",
        description = "Compare all marketing with the customers held out from every audience.")
    private boolean isGlobal;
  }

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DATE",
      description = "The first night of first exports; orders after a customer's night count.")
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "The last night of first exports (default: the first).")
  private @Nullable LocalDate to;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      description = {
        "How many days of orders count (default: the days of the audience's holdout, or 30).",
        "If the audience declares another number, there is no verdict."
      })
  private @Nullable Integer days;

  @Option(
      names = "--detect",
      paramLabel = "EFFECT",
      description = {
        "Print the size of the holdout that shows this effect with a power of 80 %%:",
        "points of customers that buy again, such as 1pt, or revenue per customer, such as 2.50."
      })
  private UpliftQuestion.@Nullable Effect detect;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      var question = new UpliftQuestion(scope.audience, from, to, days, detect);
      var uplift = Uplift.of(question, session.published());
      if (json) {
        Json.print(uplift);
      } else {
        print(uplift);
      }
    }
  }

  private void print(Uplift uplift) {
    System.out.printf(
        "%s, first exported %s; orders of the %s after%n",
        uplift.audience() == null ? "All audiences" : "Audience " + uplift.audience(),
        uplift.from().equals(uplift.to())
            ? "on " + uplift.from()
            : "from %s to %s".formatted(uplift.from(), uplift.to()),
        Counted.of(uplift.days(), "day"));
    var table = new TextTable(1, "", "Customers", "Bought again", "Revenue each");
    row(table, "Exported", uplift.exported());
    row(table, "Held out", uplift.heldOut());
    System.out.print(table);
    if (uplift.followUpGoesOn() > 0) {
      System.out.printf(
          "Left out: %s whose days are not over.%n",
          Counted.of(uplift.followUpGoesOn(), "customer"));
    }
    new UpliftVerdict(uplift, detect).lines().forEach(System.out::println);
  }

  private static void row(TextTable table, String name, UpliftGroup group) {
    table.row(
        name,
        AudiencesCommand.number(group.customers()),
        group.customers() == 0 ? "–" : "%.2f%%".formatted(100 * group.rate()),
        group.customers() == 0 ? "–" : "%,.2f".formatted(group.revenue()));
  }

  /** Points such as 1pt, or an amount such as 2.50. */
  static UpliftQuestion.Effect effect(String text) {
    boolean isInPoints = text.endsWith("pt");
    try {
      double amount = Double.parseDouble(isInPoints ? text.substring(0, text.length() - 2) : text);
      if (amount > 0 && Double.isFinite(amount)) {
        return new UpliftQuestion.Effect(amount, isInPoints);
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new TypeConversionException(
        "'"
            + text
            + "' is not an effect (expected: points such as 1pt, or an amount such as 2.50)");
  }
}
