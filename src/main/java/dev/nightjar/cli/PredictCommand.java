package dev.nightjar.cli;

import static java.util.stream.Collectors.groupingBy;

import dev.nightjar.home.Counted;
import dev.nightjar.ports.SegmentForecast.BackTest;
import dev.nightjar.ports.SegmentForecast.Forecast;
import dev.nightjar.ports.SegmentForecast.Guess;
import dev.nightjar.ports.SegmentForecast.Question;
import dev.nightjar.views.CustomerPosition;
import dev.nightjar.views.Prediction;
import dev.nightjar.views.PublishedNights;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Predicts the later segment of new customers. */
@Command(
    name = "predict",
    description = {
      "Predict the segment of new customers, one horizon later.",
      "Each new customer gets the most frequent later segment of its nearest neighbours, in the features"
          + " that clusters use. Neighbours are customers that were as new in a night at least one"
          + " horizon earlier, and whose segment one horizon after that night is known. The back-test"
          + " repeats the prediction for the newest such night, with the data known then, and compares"
          + " it with the actual segments."
    })
final class PredictCommand implements Runnable {
  private static final int SHOWN = 20;

  @ParentCommand private NightjarCommand nightjar;
  @Spec private CommandSpec spec;

  @Option(
      names = {"-d", "--date"},
      paramLabel = "DATE",
      description = "The business date (default: the newest published night).")
  private @Nullable LocalDate date;

  @Option(
      names = "--horizon",
      paramLabel = "PERIOD",
      defaultValue = "P90D",
      description = "How far ahead to predict, such as P90D or P3M (default: ${DEFAULT-VALUE}).")
  private Period horizon = Period.ZERO;

  @Option(
      names = "--new",
      paramLabel = "PERIOD",
      defaultValue = "P30D",
      description =
          "A customer is new if the first order is younger than this (default: ${DEFAULT-VALUE}).")
  private Period newness = Period.ZERO;

  @Option(
      names = {"-k", "--neighbours"},
      paramLabel = "K",
      defaultValue = "15",
      description = "Number of neighbours per new customer (default: ${DEFAULT-VALUE}).")
  private int neighbours;

  @Option(names = "--json", description = "Print JSON, with all customers.")
  private boolean json;

  @Override
  public void run() {
    check();
    try (var session = nightjar.open()) {
      var db = session.published();
      var night = PublishedNights.of(db).named(date);
      var question = new Question(night, horizon, newness, neighbours);
      var prediction = Prediction.of(question, session.forecast());
      if (json) {
        Json.print(prediction);
      } else {
        var forecast = prediction.forecast();
        var keys = shown(forecast).stream().map(Guess::customerKey).toList();
        print(question, forecast, CustomerPosition.of(keys, night, db));
      }
    }
  }

  private void check() {
    if (isBackward(horizon) || isBackward(newness) || neighbours < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "--horizon and --new must be positive periods, such as P90D, and --neighbours 1 or more");
    }
  }

  private static boolean isBackward(Period period) {
    return period.isNegative() || period.isZero();
  }

  /** The surest first. */
  private static List<Guess> shown(Forecast forecast) {
    return forecast.guesses().stream()
        .sorted(Comparator.comparingDouble((Guess each) -> -share(each)))
        .limit(SHOWN)
        .toList();
  }

  private static double share(Guess guess) {
    return (double) guess.votes() / guess.neighbours();
  }

  private static void print(
      Question question, Forecast forecast, Map<String, CustomerPosition> places) {
    System.out.printf(
        "%s new on %s (first order within %s); their likely segment on %s:%n",
        Counted.of(forecast.customers(), "customer is", "customers are"),
        question.night(),
        question.newness(),
        question.later());
    if (forecast.customers() > 0) {
      System.out.print(segments(forecast));
      System.out.println();
      System.out.print(customers(forecast, places));
      int more = forecast.customers() - shown(forecast).size();
      System.out.printf(more > 0 ? "  and %,d more: --json has all.%n" : "%n", more);
    }
    System.out.printf(
        "Based on %s that were as new %s, and whose segment %s later is known.%n",
        Counted.of(forecast.known(), "customer"), nights(forecast.knownIn()), question.horizon());
    System.out.println(backTest(question, forecast));
  }

  /**
   * @param nights the newest first
   */
  private static String nights(List<LocalDate> nights) {
    return nights.size() == 1
        ? "on " + nights.get(0)
        : "in %,d nights from %s to %s"
            .formatted(nights.size(), nights.get(nights.size() - 1), nights.get(0));
  }

  private static TextTable segments(Forecast forecast) {
    var table = new TextTable(1, "Likely segment", "Customers", "Share", "Mean votes");
    forecast.guesses().stream().collect(groupingBy(Guess::segment)).entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<String, List<Guess>> each) -> -each.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .forEach(
            each ->
                table.row(
                    each.getKey(),
                    "%,d".formatted(each.getValue().size()),
                    percent(each.getValue().size(), forecast.customers()),
                    "%.0f%%"
                        .formatted(
                            100
                                * each.getValue().stream()
                                    .mapToDouble(PredictCommand::share)
                                    .average()
                                    .orElseThrow())));
    return table;
  }

  private static TextTable customers(Forecast forecast, Map<String, CustomerPosition> places) {
    var table = new TextTable(3, "Customer", "Now", "Likely", "Votes");
    for (var each : shown(forecast)) {
      var place = places.get(each.customerKey());
      table.row(
          each.customerKey(),
          place == null ? "–" : place.segment(),
          each.segment(),
          "%d of %d".formatted(each.votes(), each.neighbours()));
    }
    return table;
  }

  private static String backTest(Question question, Forecast forecast) {
    var test = forecast.backTest();
    if (test == null) {
      return "No back-test: on %s, no later segment was known yet.%nNext: compare the prediction with later nights; a back-test needs nights two horizons back (%s)"
          .formatted(
              forecast.knownIn().get(0),
              question.night().minus(question.horizon()).minus(question.horizon()));
    }
    return "Back-test on %s, based on %s known then: of %,d new customers, the neighbours predict %,d correctly (%s); %s for all is correct for %,d (%s), and the segment of that night for %,d (%s).%n%s"
        .formatted(
            test.night(),
            Counted.of(test.known(), "customer"),
            test.customers(),
            test.right(),
            percent(test.right(), test.customers()),
            test.majority(),
            test.majorityRight(),
            percent(test.majorityRight(), test.customers()),
            test.stayed(),
            percent(test.stayed(), test.customers()),
            verdict(test));
  }

  private static String verdict(BackTest test) {
    if (test.gain() <= 0) {
      return "The neighbours predict no better than the most frequent segment: do not act on them.";
    }
    if (test.right() < test.stayed()) {
      return "The current segment predicts better than the neighbours: over so short a horizon, use it.";
    }
    return test.isBeyondChance()
        ? "The neighbours predict %,d more correctly than the most frequent segment."
            .formatted(test.gain())
        : "The neighbours predict %,d more correctly than the most frequent segment, which can be chance with so few customers: wait for more."
            .formatted(test.gain());
  }

  private static String percent(int part, int whole) {
    return String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
  }
}
