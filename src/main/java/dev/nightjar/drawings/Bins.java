package dev.nightjar.drawings;

import java.util.ArrayList;
import java.util.List;

/**
 * Values among the bins that cut points make. Bins are equally wide, as their values are not.
 *
 * @param rows from top to bottom
 */
public record Bins(String title, String description, List<Row> rows) implements Drawing.Picture {
  private static final double HEIGHT = 26;
  private static final double GAP = 32;
  private static final double MARKER = 10;

  /** Room for what the cuts are called, below the bins. */
  private static final double CUTS = 20;

  /**
   * A value.
   *
   * @param bins what the bins are called, from left to right
   * @param strengths of the bins' colours, 0 to 1
   * @param cuts between the bins, as texts
   * @param bin position of the value's bin, from 0
   * @param share how far the value is through its bin, 0 to 1
   * @param text the value
   */
  public record Row(
      String label,
      List<String> bins,
      List<Double> strengths,
      List<String> cuts,
      int bin,
      double share,
      String text) {}

  @Override
  public Drawing draw(double width) {
    if (rows.isEmpty()) {
      return Canvas.empty(title, description, width);
    }
    var canvas = new Canvas(width);
    double y = 0;
    for (var row : rows) {
      for (var line : FontWidths.lines(row.label() + ": " + row.text(), Shapes.TEXT, width)) {
        y += Shapes.TEXT * Shapes.LINE;
        canvas.text(0, y, Shapes.START, "ink", Shapes.TEXT, line);
      }
      y += MARKER + 6;
      draw(row, y, canvas);
      y += HEIGHT + GAP;
    }
    return canvas.drawing(title, description, y - GAP + CUTS);
  }

  private static void draw(Row row, double top, Canvas canvas) {
    double step = (canvas.width() - 2) / row.bins().size();
    var parts = new ArrayList<Element>();
    for (int i = 0; i < row.bins().size(); i++) {
      int tone = Theme.toneOf(row.strengths().get(i));
      double x = 1 + i * step;
      parts.add(Shapes.rectangle(x + 0.5, top, step - 1, HEIGHT, Theme.tone(tone)));
      if (FontWidths.of(row.bins().get(i), Shapes.SMALL) < step - 4) {
        parts.add(
            Shapes.writing(
                x + step / 2,
                top + HEIGHT / 2 + 4,
                Shapes.MIDDLE,
                Theme.onTone(tone),
                Shapes.SMALL,
                row.bins().get(i)));
      }
    }
    // never on a border, where it would point at two bins
    double at = 1 + (row.bin() + Math.max(0.06, Math.min(0.94, row.share()))) * step;
    parts.add(
        Element.of("path")
            .with(
                "d",
                "M%s %sl-7 -%sh14Z"
                    .formatted(Shapes.number(at), Shapes.number(top - 1), Shapes.number(MARKER)))
            .with("class", "ink"));
    canvas.group(row.label() + ": " + row.text(), null, parts);
    nameCuts(row, step, top, canvas);
  }

  private static void nameCuts(Row row, double step, double top, Canvas canvas) {
    double end = -4;
    for (int i = 0; i < row.cuts().size(); i++) {
      double x = 1 + (i + 1) * step;
      double half = FontWidths.of(row.cuts().get(i), Shapes.SMALL) / 2;
      if (x - half > end + 4 && x + half < canvas.width()) {
        canvas.text(x, top + HEIGHT + 15, Shapes.MIDDLE, "dim", Shapes.SMALL, row.cuts().get(i));
        end = x + half;
      }
    }
  }
}
