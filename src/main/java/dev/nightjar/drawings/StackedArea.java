package dev.nightjar.drawings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Layers over time, the first on top, each named where it ends.
 *
 * @param times the points in time, as texts that the axis shows some of
 * @param layers from top to bottom
 * @param figures of the axis
 */
public record StackedArea(
    String title, String description, List<String> times, List<Layer> layers, Figures figures)
    implements Drawing.Picture {
  private static final double PLOT = 280;
  private static final double LEADER = 14;

  /**
   * A layer.
   *
   * @param values one per point in time; below zero counts as zero
   * @param strength of its colour, 0 to 1
   * @param link where it leads; null for nowhere
   */
  public record Layer(
      String label, double[] values, double strength, String tooltip, @Nullable String link) {}

  @Override
  public Drawing draw(double width) {
    if (times.isEmpty() || layers.isEmpty()) {
      return Canvas.empty(title, description, width);
    }
    var canvas = new Canvas(width);
    var points = points(width);
    var tops = tops(points);
    double most = 0;
    for (double top : tops.get(0)) {
      most = Math.max(most, top);
    }
    var axis = Axis.of(0, most, 5);
    double right = 0;
    for (var layer : layers) {
      right = Math.max(right, FontWidths.of(layer.label(), Shapes.SMALL));
    }
    right = Math.min(right, width * 0.36) + LEADER + 6;
    double left = 0;
    for (double tick : axis.ticks()) {
      left = Math.max(left, FontWidths.of(figures.tick(tick, axis.step()), Shapes.SMALL));
    }
    var ends = new EndLabels(layers.stream().map(Layer::label).toList(), right - LEADER - 6);
    double height = Math.max(PLOT, ends.height());
    var plot = new Plot(canvas, left + 8, 8, width - right - left - 8, height);
    plot.rows(axis, figures, 0);
    for (int i = 0; i < layers.size(); i++) {
      var layer = layers.get(i);
      canvas.group(
          layer.tooltip(), layer.link(), List.of(area(plot, axis, tops.get(i), layer.strength())));
    }
    ends.draw(plot, axis, tops.stream().map(each -> each[each.length - 1]).toList(), LEADER);
    plot.times(points.stream().mapToObj(times::get).toList());
    return canvas.drawing(title, description, height + 34);
  }

  /** The points that are drawn: all, or as many as there is room for, with the first and last. */
  private Points points(double width) {
    return new Points(times.size(), (int) Math.min(times.size(), Math.max(2, width / 2)));
  }

  private record Points(int all, int drawn) {
    int at(int point) {
      return drawn == 1 ? 0 : (int) Math.round(point * (all - 1.0) / (drawn - 1));
    }

    IntStream stream() {
      return IntStream.range(0, drawn).map(this::at);
    }

    <T> Stream<T> mapToObj(IntFunction<T> use) {
      return stream().mapToObj(use);
    }
  }

  /** For each layer, the sums of its own values and those of the layers below. */
  private List<double[]> tops(Points points) {
    var tops = new ArrayList<double[]>();
    for (int layer = 0; layer < layers.size(); layer++) {
      var sums = new double[points.drawn()];
      for (int below = layer; below < layers.size(); below++) {
        var values = layers.get(below).values();
        for (int point = 0; point < sums.length; point++) {
          sums[point] += Math.max(0, values[points.at(point)]);
        }
      }
      tops.add(sums);
    }
    return tops;
  }

  /** An area down to the axis; the next layers are drawn over it. */
  private static Element area(Plot plot, Axis axis, double[] tops, double strength) {
    var path = new StringBuilder("M").append(plot.at(0, axis.place(0)));
    if (tops.length == 1) {
      path.append('L').append(plot.at(0, axis.place(tops[0])));
      path.append('L').append(plot.at(1, axis.place(tops[0])));
    }
    for (int point = 0; tops.length > 1 && point < tops.length; point++) {
      path.append('L').append(plot.at(point / (tops.length - 1.0), axis.place(tops[point])));
    }
    path.append('L').append(plot.at(1, axis.place(0))).append('Z');
    return Element.of("path")
        .with("d", path.toString())
        .with("class", Theme.tone(Theme.toneOf(strength)) + " gap");
  }
}
