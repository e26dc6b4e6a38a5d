package dev.nightjar.bench;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.nightjar.drawings.Bars;
import dev.nightjar.drawings.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The cost of nights on each history, as a table and a plot. */
public final class NightsReport {
  private static final Figures FIGURES = new Figures(Locale.ROOT);

  private NightsReport() {}

  /** Writes nights.csv and nights.svg: the median seconds by history and stage. */
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
    Files.writeString(folder.resolve("nights.svg"), picture(histories).draw(900).file());
  }

  private static Bars picture(List<NightsBench.History> histories) {
    return new Bars(
        "A night of 20,000 new lines",
        "Median seconds of all stages, by lines of history.",
        histories.stream()
            .map(
                each -> {
                  double seconds = each.median(NightsBench.STAGES);
                  return Bars.Bar.of(
                      FIGURES.count(each.lines()), seconds, FIGURES.decimal(seconds, 2) + " s");
                })
            .toList());
  }
}
