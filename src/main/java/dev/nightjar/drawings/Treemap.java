package dev.nightjar.drawings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tiles whose areas are in proportion to sizes. Tiles that are too small for their label are named
 * below the picture.
 *
 * @param tiles in any order; those of size zero or less are only named
 */
public record Treemap(String title, String description, List<Tile> tiles)
    implements Drawing.Picture {
  private static final double PADDING = 6;

  /**
   * A tile.
   *
   * @param value its size as a text, below the label
   * @param strength of its colour, 0 to 1
   * @param link where it leads; null for nowhere
   */
  public record Tile(
      String label,
      String value,
      double size,
      double strength,
      String tooltip,
      @Nullable String link) {}

  @Override
  public Drawing draw(double width) {
    if (tiles.isEmpty()) {
      return Canvas.empty(title, description, width);
    }
    var canvas = new Canvas(width);
    double height = width < 600 ? width : width * 0.46;
    var drawn =
        tiles.stream()
            .filter(each -> each.size() > 0)
            .sorted(Comparator.comparingDouble(Tile::size).reversed())
            .toList();
    var areas =
        Squares.of(
            drawn.stream().mapToDouble(Tile::size).toArray(), width, drawn.isEmpty() ? 0 : height);
    var unnamed = new ArrayList<Tile>();
    for (int i = 0; i < drawn.size(); i++) {
      if (!draw(drawn.get(i), areas.get(i), canvas)) {
        unnamed.add(drawn.get(i));
      }
    }
    tiles.stream().filter(each -> each.size() <= 0).forEach(unnamed::add);
    double end = drawn.isEmpty() ? 0 : height;
    var names = new Names(canvas);
    unnamed.forEach(
        each ->
            names.add(
                Theme.tone(Theme.toneOf(each.strength())), each.label() + ": " + each.value()));
    return canvas.drawing(title, description, names.draw(end));
  }

  /**
   * Draws a tile.
   *
   * @return whether it is large enough for its label
   */
  private static boolean draw(Tile tile, Squares.Area area, Canvas canvas) {
    int tone = Theme.toneOf(tile.strength());
    var parts = new ArrayList<Element>();
    parts.add(
        Shapes.rectangle(
            area.x() + 0.5, area.y() + 0.5, area.width() - 1, area.height() - 1, Theme.tone(tone)));
    double inside = area.width() - 2 * PADDING - 1;
    boolean isNamed =
        FontWidths.widestWord(tile.label(), Shapes.TEXT) <= inside
            && FontWidths.of(tile.value(), Shapes.SMALL) <= inside;
    if (isNamed) {
      var label = FontWidths.lines(tile.label(), Shapes.TEXT, inside);
      double step = Shapes.TEXT * Shapes.LINE;
      isNamed = (label.size() + 1) * step + PADDING <= area.height() - 1;
      if (isNamed) {
        double y = area.y() + PADDING;
        for (var line : label) {
          y += step;
          parts.add(text(area, y, Shapes.TEXT, tone, line));
        }
        parts.add(text(area, y + step, Shapes.SMALL, tone, tile.value()));
      }
    }
    canvas.group(tile.tooltip(), tile.link(), parts);
    return isNamed;
  }

  private static Element text(Squares.Area area, double y, double size, int tone, String text) {
    double x = area.x() + 0.5 + PADDING;
    return Shapes.writing(x, y - 3, Shapes.START, Theme.onTone(tone), size, text);
  }
}
