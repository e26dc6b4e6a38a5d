package dev.nightjar.drawings;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shapes and texts, with coordinates of a tenth of a pixel. */
final class Shapes {
  static final double TEXT = 13;
  static final double SMALL = 12;

  /** The height of a line of text at a font size of one. */
  static final double LINE = 1.25;

  static final String START = "start";
  static final String MIDDLE = "middle";
  static final String END = "end";

  private Shapes() {}

  static Element rectangle(double x, double y, double w, double h, String style) {
    return Element.of("rect")
        .with("x", number(x))
        .with("y", number(y))
        .with("width", number(Math.max(w, 0.1)))
        .with("height", number(Math.max(h, 0.1)))
        .with("class", style);
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

  /** A coordinate with at most one decimal. */
  static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
