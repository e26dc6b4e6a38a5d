package dev.nightjar.drawings;

import java.util.ArrayList;
import java.util.List;

/** Names of shapes with their colours, in rows below a picture. */
final class Names {
  private static final double SWATCH = 10;
  private static final double GAP = 16;

  private final Canvas canvas;
  private final List<Name> names = new ArrayList<>();

  Names(Canvas canvas) {
    this.canvas = canvas;
  }

  private record Name(String style, String text) {}

  void add(String style, String text) {
    names.add(new Name(style, text));
  }

  /**
   * Draws the names.
   *
   * @param top where the picture ends
   * @return where the names end
   */
  double draw(double top) {
    if (names.isEmpty()) {
      return top;
    }
    double x = 0;
    double y = top + GAP;
    double indent = SWATCH + 5;
    double step = Shapes.SMALL * 1.5;
    for (var name : names) {
      var lines = FontWidths.lines(name.text(), Shapes.SMALL, canvas.width() - indent);
      double wide =
          lines.stream().mapToDouble(line -> FontWidths.of(line, Shapes.SMALL)).max().orElse(0);
      if (x > 0 && (x + indent + wide > canvas.width() || lines.size() > 1)) {
        x = 0;
        y += step;
      }
      canvas.rect(x, y - SWATCH + 1, SWATCH, SWATCH, name.style());
      for (var line : lines) {
        canvas.text(x + indent, y, Shapes.START, "ink", Shapes.SMALL, line);
        y += step;
      }
      y -= step;
      x = lines.size() > 1 ? canvas.width() : x + indent + wide + GAP;
    }
    return y + Shapes.SMALL / 2;
  }
}
