package dev.nightjar.cli;

import dev.nightjar.home.Counted;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.ports.ForecastBackTests.BackTest;
import dev.nightjar.ports.ForecastBackTests.Errors;
import dev.nightjar.views.CustomerForecasts;
import dev.nightjar.views.PublishedNights;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows what customers can be expected to buy, and how good such forecasts were. */
@Command(
    name = "forecast",
    description = {
      "Show what the customers of the newest published night can be expected to buy, by segment.",
      "Orders of one day count once. The back-test forecasts as of an earlier date, from the orders up"
          + " to that date, and compares the forecast with what was bought since, and with the"
          + " assumption that as many days before the date repeat."
    })
final class ForecastCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;
  @Spec private CommandSpec spec;

  @Option(names = "--backtest", description = "Compare an earlier forecast with what was bought.")
  private boolean isBackTest;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      defaultValue = "365",
      description =
          "How many days before the night the back-test forecasts (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    if (days < 1) {
      throw new ParameterException(spec.commandLine(), "--days must be 1 or more");
    }
    try (var session = nightjar.open()) {
      var db = session.published();
      var night = PublishedNights.of(db).named(null);
      if (isBackTest) {
        var test = session.backTests().backTest(night, days);
        if (json) {
          Json.print(test);
        } else {
          print(test);
        }
      } else {
        var forecasts = CustomerForecasts.of(night, db).orElseThrow(() -> unknown(night));
        if (json) {
          Json.print(forecasts);
        } else {
          print(forecasts);
        }
      }
    }
  }

  private static Failure unknown(LocalDate night) {
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        "Night %s was run before there were forecasts.%nNext: nightjar run --date %s --again"
            .formatted(night, night));
  }

  private static void print(CustomerForecasts forecasts) {
    var purchases = forecasts.purchases();
    System.out.printf(
        "Forecast of %s for %s, of whom %,d bought on several days%n",
        forecasts.night(),
        Counted.of(forecasts.customers(), "customer with an order", "customers with an order"),
        forecasts.repeatBuyers());
    if (purchases != null) {
      System.out.print(segments(forecasts));
      System.out.printf(
          "BG/NBD r %.3f, alpha %.3f weeks, a %.3f, b %.3f%n",
          purchases.r(), purchases.alpha(), purchases.a(), purchases.b());
    }
    var values = forecasts.values();
    if (values != null) {
      System.out.printf("Gamma-gamma p %.3f, q %.3f, v %.2f%n", values.p(), values.q(), values.v());
    }
    if (forecasts.problem() != null) {
      System.out.printf(
          "%s: %s%n", purchases == null ? "No forecast" : "Incomplete", forecasts.problem());
    }
  }

  private static TextTable segments(CustomerForecasts forecasts) {
    var table =
        new TextTable(
            1,
            "Segment",
            "Customers",
            "Still buying",
            "Orders, 90 days",
            "Value",
            "Orders, 365 days",
            "Value");
    for (var each : forecasts.segments()) {
      table.row(
          each.segment(),
          "%,d".formatted(each.customers()),
          "%,.0f".formatted(each.alive()),
          "%,.0f".formatted(each.orders90()),
          whole(each.value90()),
          "%,.0f".formatted(each.orders365()),
          whole(each.value365()));
    }
    return table;
  }

  private static String whole(@Nullable BigDecimal value) {
    return value == null ? "–" : "%,.0f".formatted(value);
  }

  private static void print(BackTest test) {
    System.out.printf(
        "Forecast as of %s, compared with what was bought up to %s%n", test.on(), test.until());
    var table =
        new TextTable(
            0,
            "Tenth",
            "Customers",
            "Orders expected",
            "Bought",
            "Before",
            "Value expected",
            "Bought",
            "Before");
    for (var each : test.tenths()) {
      table.row(
          String.valueOf(each.tenth()),
          "%,d".formatted(each.customers()),
          "%,.0f".formatted(each.orders().expected()),
          "%,.0f".formatted(each.orders().actual()),
          "%,.0f".formatted(each.orders().before()),
          "%,.0f".formatted(each.value().expected()),
          "%,.0f".formatted(each.value().actual()),
          "%,.0f".formatted(each.value().before()));
    }
    System.out.print(table);
    System.out.println("Mean absolute error per customer");
    print("orders", test.orderErrors());
    print("value", test.valueErrors());
  }

  private static void print(String what, Errors errors) {
    System.out.printf(
        "  %-6s  %,.2f of the forecast; %,.2f if the time before repeats%n",
        what, errors.forecast(), errors.repeated());
  }
}
