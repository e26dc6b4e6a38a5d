package dev.nightjar.drawings;

import java.util.List;

/**
 * The area of a drawing in which values are placed.
 *
 * @param left its left side
 * @param top its upper side
 */
record Plot(Canvas canvas, double left, double top, double width, double height) {

  /** A point as part of a path; both places are 0 at the lower left, 1 at the upper right. */
  String at(double across, double up) {
    return Shapes.number(x(across)) + " " + Shapes.number(y(up));
  }

  double x(double across) {
    return left + across * width;
  }

  double y(double up) {
    return top + (1 - up) * height;
  }

  /**
   * Draws a vertical axis with its grid.
   *
   * @param margin around the plot, into which its shapes extend
   */
  void rows(Axis axis, Figures figures, double margin) {
    for (double tick : axis.ticks()) {
      double y = y(axis.place(tick));
      canvas.line(left - margin, y, left + width + margin, y, "grid");
      canvas.text(
          left - margin - 8,
          y + Shapes.SMALL * 0.35,
          Shapes.END,
          "dim",
          Shapes.SMALL,
          figures.tick(tick, axis.step()));
    }
  }

  /**
   * Draws a horizontal axis with its grid, and the ticks that there is room for.
   *
   * @param margin around the plot, into which its shapes extend
   */
  void columns(Axis axis, Figures figures, double margin) {
    double end = Double.NEGATIVE_INFINITY;
    for (double tick : axis.ticks()) {
      double x = x(axis.place(tick));
      canvas.line(x, top - margin, x, top + height + margin, "grid");
      var text = figures.tick(tick, axis.step());
      double half = FontWidths.of(text, Shapes.SMALL) / 2;
      if (x - half > end + 6 && x + half <= canvas.width()) {
        canvas.text(x, top + height + margin + 17, Shapes.MIDDLE, "dim", Shapes.SMALL, text);
        end = x + half;
      }
    }
  }

  /** Names the last point in time, and as many before it, evenly, as there is room for. */
  void times(List<String> times) {
    double widest = 0;
    for (var each : times) {
      widest = Math.max(widest, FontWidths.of(each, Shapes.SMALL));
    }
    int room = (int) Math.min(6, (width + widest * 0.5) / (widest * 1.5));
    int shown = Math.max(1, Math.min(times.size(), room));
    double y = top + height + 20;
    for (int i = 0; i < shown; i++) {
      double share = shown == 1 ? 1 : i / (shown - 1.0);
      int time = (int) Math.round(share * (times.size() - 1));
      double x = x(times.size() == 1 ? 1 : time / (times.size() - 1.0));
      var anchor = i == shown - 1 ? Shapes.END : i == 0 ? Shapes.START : Shapes.MIDDLE;
      canvas.line(x, top + height, x, top + height + 5, "axis");
      canvas.text(x, y, anchor, "dim", Shapes.SMALL, times.get(time));
    }
  }
}
