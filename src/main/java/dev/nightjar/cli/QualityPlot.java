package dev.nightjar.cli;

import dev.nightjar.views.Clusters;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.Styler.YAxisPosition;

/**
 * A plot of how well each number of clusters fits. Silhouettes use the left axis, inertia the
 * right.
 *
 * @param quality by ascending k
 */
record QualityPlot(List<Clusters.Quality> quality) {
  private static final int RIGHT = 1;

  /**
   * Writes a PNG file.
   *
   * @throws IOException if it cannot be written
   */
  void write(Path file) throws IOException {
    var chart =
        new XYChartBuilder()
            .width(900)
            .height(500)
            .title("Numbers of clusters")
            .xAxisTitle("Clusters")
            .build();
    var styler = chart.getStyler();
    styler.setLegendPosition(LegendPosition.OutsideE);
    styler.setChartTitleBoxVisible(false);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setXAxisDecimalPattern("0");
    chart.setYAxisGroupTitle(0, "Silhouette");
    chart.setYAxisGroupTitle(RIGHT, "Inertia");
    styler.setYAxisGroupPosition(RIGHT, YAxisPosition.Right);
    add(chart, "simplified silhouette", 0, Clusters.Quality::simplifiedSilhouette);
    add(chart, "silhouette of a sample", 0, Clusters.Quality::silhouette);
    add(chart, "inertia", RIGHT, Clusters.Quality::inertia);
    BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
  }

  private void add(
      XYChart chart, String name, int axis, Function<Clusters.Quality, @Nullable Double> measure) {
    var known = quality.stream().filter(each -> measure.apply(each) != null).toList();
    if (!known.isEmpty()) {
      chart
          .addSeries(
              name,
              known.stream().map(Clusters.Quality::k).toList(),
              known.stream().map(measure).toList())
          .setYAxisGroup(axis);
    }
  }
}
