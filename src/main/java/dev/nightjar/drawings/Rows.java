package dev.nightjar.drawings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a name, a track on which something is drawn, and a text. */
final class Rows {
  private static final double TRACK = 16;
  private static final double GAP = 9;

  private final Canvas canvas;
  private final Axis axis;
  private final double names;
  private final double start;
  private final double length;
  private double y;

  /**
   * @param axis of the track
   * @param labels names of all rows
   * @param texts of all rows
   */
  Rows(Canvas canvas, Axis axis, List<String> labels, List<String> texts) {
    this.canvas = canvas;
    this.axis = axis;
    this.names = Math.min(widest(labels), canvas.width() * 0.38);
    this.start = names + 10;
    double text = Math.min(widest(texts), canvas.width() * 0.3);
    this.length = canvas.width() - start - text - 8;
  }

  private static double widest(List<String> texts) {
    return texts.stream().mapToDouble(each -> FontWidths.of(each, Shapes.SMALL)).max().orElse(0);
  }

  /** A place on the track. */
  double x(double value) {
    return start + axis.place(value) * length;
  }

  double end() {
    return y;
  }

  /** Draws a line across all rows that were drawn. */
  void line(double value, String style) {
    canvas.line(x(value), 0, x(value), y, style);
  }

  /** What is drawn on a track. */
  interface Track {
    List<Element> of(double top, double height);
  }

  /** Draws a row. */
  void row(String label, String text, String tooltip, @Nullable String link, Track track) {
    var label2 = FontWidths.lines(label, Shapes.SMALL, names + 0.5);
    var text2 = FontWidths.lines(text, Shapes.SMALL, canvas.width() - start - length - 7.5);
    int lines = Math.max(label2.size(), text2.size());
    double height = Math.max(TRACK, lines * Shapes.SMALL * Shapes.LINE);
    double centre = y + height / 2;
    canvas.lines(names, centre, Shapes.END, "ink", Shapes.SMALL, label2);
    canvas.group(tooltip, link, track.of(centre - TRACK / 2, TRACK));
    canvas.lines(start + length + 8, centre, Shapes.START, "ink", Shapes.SMALL, text2);
    y += height + GAP;
  }
}
