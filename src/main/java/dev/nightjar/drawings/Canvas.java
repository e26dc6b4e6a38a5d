package dev.nightjar.drawings;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the shapes of a drawing, with coordinates of a tenth of a pixel. */
final class Canvas {
  private final double width;
  private final List<Element> shapes = new ArrayList<>();
  private boolean hasLinks;

  Canvas(double width) {
    this.width = width;
  }

  double width() {
    return width;
  }

  List<Element> shapes() {
    return List.copyOf(shapes);
  }

  Drawing drawing(String title, String description, double height) {
    return new Drawing(title, description, width, height, hasLinks, shapes());
  }

  /** A drawing of nothing, which says so. */
  static Drawing empty(String title, String description, double width) {
    var canvas = new Canvas(width);
    canvas.text(0, Shapes.TEXT * Shapes.LINE, Shapes.START, "dim", Shapes.TEXT, "Nothing to show.");
    return canvas.drawing(title, description, 2 * Shapes.TEXT);
  }

  void add(Element shape) {
    shapes.add(shape);
  }

  void rect(double x, double y, double w, double h, String style) {
    add(Shapes.rectangle(x, y, w, h, style));
  }

  void line(double x1, double y1, double x2, double y2, String style) {
    add(
        Element.of("line")
            .with("x1", Shapes.number(x1))
            .with("y1", Shapes.number(y1))
            .with("x2", Shapes.number(x2))
            .with("y2", Shapes.number(y2))
            .with("class", style));
  }

  /** A text; y is its base line. */
  void text(double x, double y, String anchor, String style, double size, String text) {
    add(Shapes.writing(x, y, anchor, style, size, text));
  }

  /** Lines of text, one below the other, centred at a height. */
  void lines(double x, double centre, String anchor, String style, double size, List<String> all) {
    double y = centre - all.size() * size * Shapes.LINE / 2 + size * (Shapes.LINE / 2 + 0.35);
    for (var each : all) {
      text(x, y, anchor, style, size, each);
      y += size * Shapes.LINE;
    }
  }

  /**
   * Adds shapes that belong together.
   *
   * @param tooltip shown for all of them
   * @param link where they lead; null for nowhere
   */
  void group(String tooltip, @Nullable String link, List<Element> parts) {
    var title = Element.of("title", tooltip);
    if (link == null) {
      add(Element.of("g").add(title).add(parts));
    } else {
      hasLinks = true;
      add(Element.of("a").with("href", link).with("aria-label", tooltip).add(title).add(parts));
    }
  }
}
