package dev.nightjar.bench;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendPosition;

/** The cost of nights on each history, as a table and a plot. */
public final class NightsReport {
  private NightsReport() {}

  /** Writes nights.csv and nights.png: the median seconds by history and stage. */
  public static void write(List<NightsBench.History> histories, Path folder) throws IOException {
    try (var csv = CsvWriter.builder().build(folder.resolve("nights.csv"))) {
      csv.writeRecord("lines", "stage", "median_seconds");
      for (var history : histories) {
        for (var stage : NightsBench.STAGES) {
          csv.writeRecord(
              String.valueOf(history.lines()),
              stage,
              String.format(Locale.ROOT, "%.3f", history.median(List.of(stage))));
        }
      }
    }
    plot(histories, folder.resolve("nights.png"));
  }

  private static void plot(List<NightsBench.History> histories, Path file) throws IOException {
    var chart =
        new CategoryChartBuilder()
            .width(900)
            .height(500)
            .title("A night of 20,000 new lines")
            .xAxisTitle("Lines of history")
            .yAxisTitle("Seconds (median)")
            .build();
    CategoryStyler styler = chart.getStyler();
    styler.setStacked(true);
    styler.setLegendPosition(LegendPosition.OutsideE);
    styler.setChartTitleBoxVisible(false);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setYAxisMin(0.0);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    var lines = histories.stream().map(each -> "%,d".formatted(each.lines())).toList();
    for (var stage : NightsBench.STAGES) {
      chart.addSeries(
          stage, lines, histories.stream().map(each -> each.median(List.of(stage))).toList());
    }
    BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
  }
}
