package dev.nightjar.drawings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures by a whole number, such as quality by the number of clusters: panels one below the
 * other, each with a scale of its own.
 *
 * @param across what the numbers are
 * @param numbers ascending
 * @param chosen the number that is marked; null for none
 * @param panels from top to bottom; those without a value are left out
 */
public record Curves(
    String title,
    String description,
    String across,
    List<Integer> numbers,
    @Nullable Integer chosen,
    List<Panel> panels,
    Figures figures)
    implements Drawing.Picture {
  private static final double PANEL = 130;
  private static final double LEADER = 14;

  /** Measures with one scale. */
  public record Panel(List<Measure> measures) {}

  /**
   * A measure.
   *
   * @param values one per number; null if unknown
   */
  public record Measure(String label, List<@Nullable Double> values) {
    private boolean isKnown() {
      return values.stream().anyMatch(value -> value != null);
    }
  }

  @Override
  public Drawing draw(double width) {
    var shown =
        panels.stream()
            .map(panel -> panel.measures().stream().filter(Measure::isKnown).toList())
            .filter(measures -> !measures.isEmpty())
            .toList();
    if (shown.isEmpty()) {
      return Canvas.empty(title, description, width);
    }
    var canvas = new Canvas(width);
    var axes = shown.stream().map(Curves::axis).toList();
    double left = 0;
    for (var axis : axes) {
      for (double tick : axis.ticks()) {
        left = Math.max(left, FontWidths.of(figures.tick(tick, axis.step()), Shapes.SMALL));
      }
    }
    double right = 0;
    for (var measures : shown) {
      for (var measure : measures) {
        right = Math.max(right, FontWidths.of(measure.label(), Shapes.SMALL));
      }
    }
    right = Math.min(right, width * 0.36) + LEADER + 6;
    double y = 10;
    for (int i = 0; i < shown.size(); i++) {
      var plot = new Plot(canvas, left + 8, y, width - left - 8 - right, PANEL);
      draw(shown.get(i), axes.get(i), plot, right);
      y += PANEL + 24;
    }
    nameNumbers(canvas, left + 8, width - left - 8 - right, y - 4);
    return canvas.drawing(title, description, y + 22);
  }

  private static Axis axis(List<Measure> measures) {
    var values =
        measures.stream()
            .flatMap(measure -> measure.values().stream())
            .filter(value -> value != null)
            .mapToDouble(value -> value)
            .summaryStatistics();
    return Axis.of(values.getMin(), values.getMax(), 3);
  }

  private double place(int position) {
    double first = numbers.get(0);
    double last = numbers.get(numbers.size() - 1);
    return last == first ? 0.5 : (numbers.get(position) - first) / (last - first);
  }

  private void draw(List<Measure> measures, Axis axis, Plot plot, double right) {
    plot.rows(axis, figures, 0);
    if (chosen != null && numbers.contains(chosen)) {
      double x = plot.x(place(numbers.indexOf(chosen)));
      plot.canvas().line(x, plot.top(), x, plot.top() + plot.height(), "accent-line");
    }
    var ends = new ArrayList<Double>();
    for (int i = 0; i < measures.size(); i++) {
      ends.add(draw(measures.get(i), axis, plot, i == 0));
    }
    var order =
        IntStream.range(0, ends.size())
            .boxed()
            .sorted((a, b) -> ends.get(a).compareTo(ends.get(b)));
    var sorted = order.toList();
    new EndLabels(sorted.stream().map(i -> measures.get(i).label()).toList(), right - LEADER - 6)
        .draw(plot, sorted.stream().mapToDouble(ends::get).toArray(), LEADER);
  }

  /**
   * Draws a measure.
   *
   * @return the height at which it ends
   */
  private double draw(Measure measure, Axis axis, Plot plot, boolean isFirst) {
    var path = new StringBuilder();
    double end = 0;
    var dots = new ArrayList<Element>();
    for (int i = 0; i < numbers.size(); i++) {
      var value = measure.values().get(i);
      if (value == null) {
        continue;
      }
      path.append(path.isEmpty() ? "M" : "L").append(plot.at(place(i), axis.place(value)));
      end = plot.y(axis.place(value));
      dots.add(
          Element.of("circle")
              .with("cx", Shapes.number(plot.x(place(i))))
              .with("cy", Shapes.number(end))
              .with("r", "3")
              .with("class", isFirst ? "accent" : "dim")
              .add(
                  Element.of(
                      "title",
                      "%s %d: %s %s"
                          .formatted(
                              across,
                              numbers.get(i),
                              measure.label(),
                              figures.decimal(value, 3)))));
    }
    plot.canvas()
        .add(
            Element.of("path")
                .with("d", path.toString())
                .with("fill", "none")
                .with("class", isFirst ? "accent-line" : "axis"));
    dots.forEach(plot.canvas()::add);
    return end;
  }

  private void nameNumbers(Canvas canvas, double left, double width, double y) {
    double end = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < numbers.size(); i++) {
      var text = String.valueOf(numbers.get(i));
      double half = FontWidths.of(text, Shapes.SMALL) / 2;
      double x = left + place(i) * width;
      if (x - half > end + 6) {
        canvas.text(x, y, Shapes.MIDDLE, "dim", Shapes.SMALL, text);
        end = x + half;
      }
    }
    var name = chosen == null ? across : across + ", chosen: " + chosen;
    canvas.text(left, y + 18, Shapes.START, "dim", Shapes.SMALL, name);
  }
}
