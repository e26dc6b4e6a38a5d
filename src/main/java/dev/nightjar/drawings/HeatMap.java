package dev.nightjar.drawings;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cells in rows and columns, coloured by a value.
 *
 * @param across what the columns are
 * @param down what the rows are
 * @param columns their names, from left to right
 * @param rows their names, from top to bottom
 * @param cells those with something in them
 */
public record HeatMap(
    String title,
    String description,
    String across,
    String down,
    List<String> columns,
    List<String> rows,
    List<Cell> cells)
    implements Drawing.Picture {
  private static final double LOWEST = 40;
  private static final double PADDING = 4;

  /**
   * A cell.
   *
   * @param column its position, from 0
   * @param row its position, from 0
   * @param strength of its colour, 0 to 1
   * @param label its value; left out if it does not fit
   * @param note below the value; left out if it does not fit
   * @param link where it leads; null for nowhere
   */
  public record Cell(
      int column,
      int row,
      double strength,
      String label,
      String note,
      String tooltip,
      @Nullable String link) {}

  @Override
  public Drawing draw(double width) {
    if (cells.isEmpty()) {
      return Canvas.empty(title, description, width);
    }
    var canvas = new Canvas(width);
    double step = Shapes.SMALL * Shapes.LINE;
    double names =
        rows.stream().mapToDouble(row -> FontWidths.of(row, Shapes.SMALL)).max().orElse(0) + 10;
    double cell = (width - names) / columns.size();
    double height = Math.max(LOWEST, Math.min(cell * 0.5, 56));
    double top = 2 * step + 6;
    var heading = down + " ↓  " + across + " →";
    canvas.text(0, step, Shapes.START, "dim", Shapes.SMALL, heading);
    for (int column = 0; column < columns.size(); column++) {
      double centre = names + (column + 0.5) * cell;
      canvas.text(centre, top - 6, Shapes.MIDDLE, "dim", Shapes.SMALL, columns.get(column));
    }
    for (int row = 0; row < rows.size(); row++) {
      double y = top + (row + 0.5) * height + Shapes.SMALL * 0.35;
      canvas.text(names - 10, y, Shapes.END, "dim", Shapes.SMALL, rows.get(row));
      for (int column = 0; column < columns.size(); column++) {
        canvas.rect(
            names + column * cell + 0.5, top + row * height + 0.5, cell - 1, height - 1, "pale");
      }
    }
    for (var each : cells) {
      var area =
          new Squares.Area(
              names + each.column() * cell + 0.5,
              top + each.row() * height + 0.5,
              cell - 1,
              height - 1);
      canvas.group(each.tooltip(), each.link(), parts(each, area));
    }
    return canvas.drawing(title, description, top + rows.size() * height);
  }

  private static List<Element> parts(Cell cell, Squares.Area area) {
    int tone = Theme.toneOf(cell.strength());
    var parts = new ArrayList<Element>();
    parts.add(Shapes.rectangle(area.x(), area.y(), area.width(), area.height(), Theme.tone(tone)));
    boolean hasLabel = FontWidths.of(cell.label(), Shapes.TEXT) <= area.width() - PADDING;
    boolean hasNote =
        !cell.note().isEmpty()
            && FontWidths.of(cell.note(), Shapes.SMALL) <= area.width() - PADDING;
    double x = area.x() + area.width() / 2;
    double y = area.y() + area.height() / 2;
    if (hasLabel) {
      double at = hasNote ? y - 3 : y + 5;
      parts.add(
          Shapes.writing(x, at, Shapes.MIDDLE, Theme.onTone(tone), Shapes.TEXT, cell.label()));
    }
    if (hasNote) {
      double at = hasLabel ? y + 13 : y + 5;
      parts.add(
          Shapes.writing(x, at, Shapes.MIDDLE, Theme.onTone(tone), Shapes.SMALL, cell.note()));
    }
    return parts;
  }
}
