package dev.nightjar.drawings;

import java.util.List;
import java.util.stream.Stream;

/**
 * Estimates with their intervals around a line of no difference.
 *
 * @param intervals from top to bottom
 */
public record Intervals(String title, String description, List<Interval> intervals)
    implements Drawing.Picture {

  /**
   * An estimate.
   *
   * @param low lower end of its interval
   * @param high upper end of its interval
   * @param text estimate and interval
   */
  public record Interval(String label, double low, double estimate, double high, String text) {}

  @Override
  public Drawing draw(double width) {
    if (intervals.isEmpty()) {
      return Canvas.empty(title, description, width);
    }
    var canvas = new Canvas(width);
    var ends = intervals.stream().flatMap(each -> Stream.of(each.low(), each.high(), 0.0)).toList();
    double least = ends.stream().min(Double::compare).orElse(0.0);
    double most = ends.stream().max(Double::compare).orElse(0.0);
    double margin = most > least ? (most - least) * 0.05 : 1;
    var axis = new Axis(least - margin, most + margin, false, List.of(), 1);
    var rows =
        new Rows(
            canvas,
            axis,
            intervals.stream().map(Interval::label).toList(),
            intervals.stream().map(Interval::text).toList());
    for (var each : intervals) {
      double low = rows.x(each.low());
      double length = Math.max(1, rows.x(each.high()) - low);
      rows.row(
          each.label(),
          each.text(),
          each.label() + ": " + each.text(),
          null,
          (top, height) ->
              List.of(
                  Shapes.rectangle(low, top + height / 2 - 1.5, length, 3, "accent"),
                  Shapes.rectangle(rows.x(each.estimate()) - 3, top + 3, 6, height - 6, "accent")));
    }
    rows.line(0, "axis");
    return canvas.drawing(title, description, rows.end());
  }
}
