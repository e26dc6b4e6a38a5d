package dev.nightjar.cli;

import dev.nightjar.views.Segments;
import dev.nightjar.views.Segments.Segment;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows the published segments of a night. */
@Command(
    name = "segments",
    description = {
      "Show the published segments of a night.",
      "Orders and values are those in the scoring window; means are per customer:",
      "  R days    days since the last order, mean",
      "  F orders  frequency as it is scored, mean: orders, or days, lines or units",
      "  M value   monetary as it is scored, mean: value less returns, or a mean order",
      "  In, Out   customers who came and left since the published night before",
      "JSON also has the medians."
    })
final class SegmentsCommand implements Runnable {
  private static final String ORDERS = "orders";
  private static final String SUM = "sum";
  private static final String LEGEND =
      """

      R days: mean days since the last order. F orders, M value: mean orders and mean value less
      returns of a customer in the scoring window. In, Out: customers who came and left since the
      published night before.\
      """;
  private static final String OTHER_LEGEND =
      """

      R days: mean days since the last order. F %s, M %s: means of frequency and monetary value
      as they are scored. Orders, Value: mean orders and mean value less returns of a customer in
      the scoring window. In, Out: customers who came and left since the published night before.\
      """;

  @ParentCommand private NightjarCommand nightjar;

  @Option(
      names = {"-d", "--date"},
      paramLabel = "DATE",
      description = "The business date (default: the newest published night).")
  private @Nullable LocalDate date;

  @Mixin private PictureFile picture;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      var segments = Segments.of(date, session.published());
      picture.write(PictureFile.PICTURES.segments(segments));
      if (json) {
        Json.print(segments);
      } else if (segments.segments().isEmpty()) {
        var night = segments.night();
        System.out.println(
            "Nothing is published%s.".formatted(night == null ? " yet" : " for " + night));
      } else {
        print(segments.segments(), System.out);
        System.out.println(legend(segments.segments().get(0)));
      }
    }
  }

  private static String legend(Segment any) {
    return any.frequencyCounts().equals(ORDERS) && any.monetaryValue().equals(SUM)
        ? LEGEND
        : OTHER_LEGEND.formatted(any.frequencyCounts(), MetricWords.monetary(any.monetaryValue()));
  }

  /**
   * Prints segments as a table. F and M are what is scored; orders and value are next to them, if
   * they are something else.
   */
  static void print(List<Segment> segments, PrintStream screen) {
    var counts = segments.stream().map(Segment::frequencyCounts).findFirst().orElse(ORDERS);
    var monetary = segments.stream().map(Segment::monetaryValue).findFirst().orElse(SUM);
    var names =
        new ArrayList<>(List.of("Segment", "Customers", "Share", "Revenue", "Share", "R days"));
    names.add("F " + counts);
    names.add("M " + MetricWords.monetary(monetary));
    if (!counts.equals(ORDERS)) {
      names.add("Orders");
    }
    if (!monetary.equals(SUM)) {
      names.add("Value");
    }
    names.addAll(List.of("In", "Out"));
    var table =
        new TextTable(1, names.toArray(String[]::new))
            .marked(names.size() - 2, Screen::up)
            .marked(names.size() - 1, Screen::down);
    segments.forEach(each -> table.row(cells(each).toArray(String[]::new)));
    table.bars(segments.stream().map(each -> each.customersShare().doubleValue()).toList());
    screen.print(table);
  }

  private static List<String> cells(Segment segment) {
    var cells = new ArrayList<String>();
    cells.add(segment.segment());
    cells.add(number(segment.customers()));
    cells.add(percent(segment.customersShare()));
    cells.add(decimal(segment.revenue(), 0));
    cells.add(percent(segment.revenueShare()));
    cells.add(decimal(segment.meanRecencyDays(), 0));
    cells.add(decimal(segment.meanFrequency(), 1));
    cells.add(decimal(segment.meanMonetary(), 0));
    if (!segment.frequencyCounts().equals(ORDERS)) {
      cells.add(decimal(segment.meanOrdersCount(), 1));
    }
    if (!segment.monetaryValue().equals(SUM)) {
      cells.add(decimal(segment.meanNetValue(), 0));
    }
    cells.add(number(segment.movedIn()));
    cells.add(number(segment.movedOut()));
    return cells;
  }

  private static String number(long value) {
    return Screen.FIGURES.count(value);
  }

  private static String percent(BigDecimal share) {
    return Screen.FIGURES.percent(share.doubleValue());
  }

  private static String decimal(@Nullable BigDecimal value, int decimals) {
    return value == null ? "–" : Screen.FIGURES.decimal(value.doubleValue(), decimals);
  }
}
