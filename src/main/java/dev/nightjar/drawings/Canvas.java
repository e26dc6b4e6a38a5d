package dev.nightjar.drawings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the shapes of a drawing, with coordinates of a tenth of a pixel. */
final class Canvas {
  static final double TEXT = 13;
  static final double SMALL = 12;

  /** The height of a line of text at a font size of one. */
  static final double LINE = 1.25;

  static final String START = "start";
  static final String MIDDLE = "middle";
  static final String END = "end";

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
    canvas.text(0, TEXT * LINE, START, "dim", TEXT, "Nothing to show.");
    return canvas.drawing(title, description, 2 * TEXT);
  }

  void add(Element shape) {
    shapes.add(shape);
  }

  void rect(double x, double y, double w, double h, String style) {
    add(rectangle(x, y, w, h, style));
  }

  static Element rectangle(double x, double y, double w, double h, String style) {
    return Element.of("rect")
        .with("x", number(x))
        .with("y", number(y))
        .with("width", number(Math.max(w, 0.1)))
        .with("height", number(Math.max(h, 0.1)))
        .with("class", style);
  }

  void line(double x1, double y1, double x2, double y2, String style) {
    add(
        Element.of("line")
            .with("x1", number(x1))
            .with("y1", number(y1))
            .with("x2", number(x2))
            .with("y2", number(y2))
            .with("class", style));
  }

  /** A text; y is its base line. */
  void text(double x, double y, String anchor, String style, double size, String text) {
    add(writing(x, y, anchor, style, size, text));
  }

  static Element writing(
      double x, double y, String anchor, String style, double size, String text) {
    var element =
        Element.of("text")
            .with("x", number(x))
            .with("y", number(y))
            .with("font-size", number(size))
            .with("class", style);
    return (anchor.equals(START) ? element : element.with("text-anchor", anchor)).text(text);
  }

  /** Lines of text, one below the other, centred at a height. */
  void lines(double x, double centre, String anchor, String style, double size, List<String> all) {
    double y = centre - all.size() * size * LINE / 2 + size * (LINE / 2 + 0.35);
    for (var each : all) {
      text(x, y, anchor, style, size, each);
      y += size * LINE;
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

  /** A coordinate with at most one decimal. */
  static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
