package dev.nightjar.cli;

import dev.nightjar.uplift.DailyLooks;
import dev.nightjar.uplift.RevenueMethod;
import dev.nightjar.uplift.UpliftBench;
import dev.nightjar.uplift.UpliftBench.Effect;
import dev.nightjar.uplift.UpliftBench.Found;
import dev.nightjar.uplift.UpliftBench.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the verdict on revenue. */
@Command(
    name = "uplift",
    description = {
      "Simulate campaigns without an effect, and with 20 %% more revenue from more buyers or larger",
      "orders, and judge them with Nightjar's and other methods. Needs no database."
    })
final class UpliftBenchCommand implements Runnable {

  @Option(
      names = "--sets",
      defaultValue = "2000",
      description = "Campaigns of each cell (default: ${DEFAULT-VALUE}).")
  private int sets;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    var rows = UpliftBench.cells().stream().map(cell -> UpliftBench.measure(cell, sets)).toList();
    var looks = DailyLooks.simulate(sets);
    if (json) {
      Json.print(Map.of("rows", rows, "daily-looks", looks));
    } else {
      System.out.printf(
          "Percent of %,d campaigns: verdicts up and down without an effect; found with more buyers, with larger orders.%n",
          sets);
      print(rows);
      System.out.printf(
          "Daily looks for 90 days without an effect: %.1f %% ever for repurchase, %.1f %% for revenue; %.1f %% by Welch's test each day.%n",
          looks.repurchase(), looks.revenue(), looks.always());
    }
    UpliftBench.ratios(rows).forEach(System.out::println);
    System.out.println(looks.ratio());
  }

  private static void print(List<Row> rows) {
    var methods =
        Arrays.stream(RevenueMethod.values()).map(each -> each.name().toLowerCase(Locale.ROOT));
    var table =
        new TextTable(
            1,
            Stream.concat(Stream.of("buy, sigma, groups", "judged"), methods)
                .toArray(String[]::new));
    for (var row : rows) {
      var cell = row.cell();
      var columns = new ArrayList<String>();
      columns.add(
          "%.0f %%, %.1f, %d/%d"
              .formatted(100 * cell.share(), cell.sigma(), cell.exported(), cell.heldOut()));
      columns.add("%.0f".formatted(row.of(Effect.NONE, RevenueMethod.NIGHTJAR).judged()));
      for (var method : RevenueMethod.values()) {
        columns.add(figures(row, method));
      }
      table.row(columns.toArray(String[]::new));
    }
    System.out.print(table);
  }

  private static String figures(Row row, RevenueMethod method) {
    Found none = row.of(Effect.NONE, method);
    return "%.1f %.1f; %.1f, %.1f"
        .formatted(
            none.up(),
            none.down(),
            row.of(Effect.BUYERS, method).up(),
            row.of(Effect.VALUES, method).up());
  }
}
