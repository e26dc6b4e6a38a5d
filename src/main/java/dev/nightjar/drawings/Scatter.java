package dev.nightjar.drawings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Centres by two features, as large as their sizes, over the points that they stand for. Axes are
 * logarithmic if values are above zero and far apart. A centre without room for its name is named
 * below the picture.
 *
 * @param across name of the horizontal feature
 * @param up name of the vertical feature
 * @param points can be empty
 * @param centres in the order of their names
 */
public record Scatter(
    String title,
    String description,
    String across,
    String up,
    List<Point> points,
    List<Centre> centres,
    Figures figures)
    implements Drawing.Picture {
  private static final double LARGEST = 30;
  private static final double SMALLEST = 4;

  /** A point. */
  public record Point(double across, double up) {}

  /**
   * A centre.
   *
   * @param size in proportion to its area
   * @param strength of its colour, 0 to 1
   * @param link where it leads; null for nowhere
   */
  public record Centre(
      String label,
      double across,
      double up,
      double size,
      double strength,
      String tooltip,
      @Nullable String link) {}

  private record Box(double x, double y, double width, double height) {
    private boolean overlaps(Box other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }
  }

  @Override
  public Drawing draw(double width) {
    if (centres.isEmpty()) {
      return Canvas.empty(title, description, width);
    }
    var canvas = new Canvas(width);
    var horizontal = axis(Point::across);
    var vertical = axis(Point::up);
    double left = 0;
    for (double tick : vertical.ticks()) {
      left = Math.max(left, FontWidths.of(figures.tick(tick, vertical.step()), Shapes.SMALL));
    }
    left += 8 + LARGEST;
    canvas.text(0, Shapes.SMALL, Shapes.START, "dim", Shapes.SMALL, up + " ↑");
    double height = width < 600 ? width * 0.9 : width * 0.45;
    var plot = new Plot(canvas, left, LARGEST + 22, width - left - LARGEST, height - 2 * LARGEST);
    plot.columns(horizontal, figures, LARGEST);
    plot.rows(vertical, figures, LARGEST);
    for (var point : points) {
      canvas.add(
          dot(plot.x(horizontal.place(point.across())), plot.y(vertical.place(point.up())), 1.5)
              .with("class", "grey"));
    }
    double bottom = plot.top() + plot.height() + LARGEST + 34;
    canvas.text(width, bottom, Shapes.END, "dim", Shapes.SMALL, across + " →");
    double end = drawCentres(plot, horizontal, vertical).draw(bottom + 4);
    return canvas.drawing(title, description, end + 4);
  }

  private interface Feature {
    double of(Point point);
  }

  private Axis axis(Feature feature) {
    var values =
        Stream.concat(points.stream(), centres.stream().map(c -> new Point(c.across(), c.up())))
            .mapToDouble(feature::of)
            .summaryStatistics();
    return Axis.wide(values.getMin(), values.getMax(), 5);
  }

  /** Draws the centres, large ones first, then the names that there is room for. */
  private Names drawCentres(Plot plot, Axis horizontal, Axis vertical) {
    var unnamed = new Names(plot.canvas());
    double largest = centres.stream().mapToDouble(Centre::size).max().orElse(1);
    var circles = new ArrayList<Box>();
    for (var centre : centres) {
      double radius = centre.size() <= 0 ? 0 : LARGEST * Math.sqrt(centre.size() / largest);
      radius = Math.max(SMALLEST, radius);
      double x = plot.x(horizontal.place(centre.across()));
      double y = plot.y(vertical.place(centre.up()));
      circles.add(new Box(x - radius, y - radius, 2 * radius, 2 * radius));
    }
    Stream.iterate(0, i -> i + 1)
        .limit(centres.size())
        .sorted(Comparator.comparingDouble(i -> -centres.get(i).size()))
        .forEach(i -> draw(centres.get(i), circles.get(i), plot.canvas()));
    var taken = new ArrayList<>(circles);
    for (int i = 0; i < centres.size(); i++) {
      var centre = centres.get(i);
      var place = place(centre.label(), circles.get(i), taken, plot);
      if (place == null) {
        unnamed.add(Theme.tone(Theme.toneOf(centre.strength())), centre.label());
      } else {
        taken.add(place);
        plot.canvas().rect(place.x, place.y, place.width, place.height, "paper");
        plot.canvas()
            .text(place.x + 2, place.y + 12, Shapes.START, "ink", Shapes.SMALL, centre.label());
      }
    }
    return unnamed;
  }

  private static void draw(Centre centre, Box circle, Canvas canvas) {
    double radius = circle.width / 2;
    var shape =
        dot(circle.x + radius, circle.y + radius, radius)
            .with("class", Theme.tone(Theme.toneOf(centre.strength())) + " axis");
    canvas.group(centre.tooltip(), centre.link(), List.of(shape));
  }

  private static @Nullable Box place(String label, Box circle, List<Box> taken, Plot plot) {
    double wide = FontWidths.of(label, Shapes.SMALL) + 4;
    double high = Shapes.SMALL * Shapes.LINE + 1;
    double middle = circle.y + circle.height / 2 - high / 2;
    double centre = circle.x + circle.width / 2 - wide / 2;
    return Stream.of(
            new Box(circle.x + circle.width + 3, middle, wide, high),
            new Box(circle.x - wide - 3, middle, wide, high),
            new Box(centre, circle.y - high - 2, wide, high),
            new Box(centre, circle.y + circle.height + 2, wide, high))
        .filter(box -> box.x >= plot.left() - LARGEST && box.x + box.width <= plot.canvas().width())
        .filter(box -> box.y >= plot.top() - LARGEST)
        .filter(box -> box.y + high <= plot.top() + plot.height() + LARGEST)
        .filter(box -> taken.stream().noneMatch(box::overlaps))
        .findFirst()
        .orElse(null);
  }

  private static Element dot(double x, double y, double radius) {
    return Element.of("circle")
        .with("cx", Shapes.number(x))
        .with("cy", Shapes.number(y))
        .with("r", Shapes.number(radius));
  }
}
