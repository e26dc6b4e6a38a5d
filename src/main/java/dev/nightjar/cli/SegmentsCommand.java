package dev.nightjar.cli;

import dev.nightjar.views.Segments;
import dev.nightjar.views.Segments.Segment;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows the published segments of a night. */
@Command(
    name = "segments",
    description = {
      "Show the published segments of a night.",
      "Orders and values are those in the scoring window; means are per customer:",
      "  R days    days since the last order, mean",
      "  F orders  orders, mean",
      "  M value   value less returns, mean",
      "  In, Out   customers who came and left since the published night before",
      "JSON also has the medians."
    })
final class SegmentsCommand implements Runnable {
  private static final String LEGEND =
      """

      R days: mean days since the last order. F orders, M value: mean orders and mean value less
      returns of a customer in the scoring window. In, Out: customers who came and left since the
      published night before.\
      """;

  @ParentCommand private NightjarCommand nightjar;

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
      var segments = Segments.of(date, session.published());
      if (json) {
        Json.print(segments);
      } else if (segments.segments().isEmpty()) {
        var night = segments.night();
        System.out.println(
            "Nothing is published%s.".formatted(night == null ? " yet" : " for " + night));
      } else {
        print(segments.segments(), System.out);
        System.out.println(LEGEND);
      }
    }
  }

  /** Prints segments as a table. */
  static void print(List<Segment> segments, PrintStream screen) {
    var table =
        new TextTable(
            1,
            "Segment",
            "Customers",
            "Share",
            "Revenue",
            "Share",
            "R days",
            "F orders",
            "M value",
            "In",
            "Out");
    for (var each : segments) {
      table.row(
          each.segment(),
          number(each.customers()),
          percent(each.customersShare()),
          decimal(each.revenue(), 0),
          percent(each.revenueShare()),
          decimal(each.meanRecencyDays(), 0),
          decimal(each.meanOrdersCount(), 1),
          decimal(each.meanNetValue(), 0),
          number(each.movedIn()),
          number(each.movedOut()));
    }
    screen.print(table);
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String percent(BigDecimal share) {
    return String.format(Locale.ROOT, "%.1f%%", share.doubleValue() * 100);
  }

  private static String decimal(@Nullable BigDecimal value, int decimals) {
    return value == null ? "–" : String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
