package dev.nightjar.drawings;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Horizontal bars, from zero or from one value to another. A funnel is a row of bars of which the
 * losses are pale.
 *
 * @param bars from top to bottom
 */
public record Bars(String title, String description, List<Bar> bars) implements Drawing.Picture {

  /**
   * A bar.
   *
   * @param from where it begins
   * @param to where it ends
   * @param text its value
   * @param isPale whether it is something that is missing
   * @param link where it leads; null for nowhere
   */
  public record Bar(
      String label,
      double from,
      double to,
      String text,
      boolean isPale,
      String tooltip,
      @Nullable String link) {

    /** A bar from zero. */
    public static Bar of(String label, double value, String text) {
      return new Bar(label, 0, value, text, false, label + ": " + text, null);
    }
  }

  @Override
  public Drawing draw(double width) {
    if (bars.isEmpty()) {
      return Canvas.empty(title, description, width);
    }
    var ends = bars.stream().flatMap(each -> Stream.of(each.from(), each.to())).toList();
    double least = Math.min(0, ends.stream().min(Double::compare).orElse(0.0));
    double most = Math.max(0, ends.stream().max(Double::compare).orElse(0.0));
    var axis = new Axis(least, most > least ? most : least + 1, false, List.of(), 1);
    var canvas = new Canvas(width);
    var rows =
        new Rows(
            canvas,
            axis,
            bars.stream().map(Bar::label).toList(),
            bars.stream().map(Bar::text).toList());
    for (var bar : bars) {
      double low = rows.x(Math.min(bar.from(), bar.to()));
      double high = rows.x(Math.max(bar.from(), bar.to()));
      rows.row(
          bar.label(),
          bar.text(),
          bar.tooltip(),
          bar.link(),
          (top, height) ->
              List.of(
                  Shapes.rectangle(
                      low,
                      top,
                      Math.max(1, high - low),
                      height,
                      bar.isPale() ? "grey" : "accent")));
    }
    rows.line(0, "axis");
    return canvas.drawing(title, description, rows.end());
  }
}
