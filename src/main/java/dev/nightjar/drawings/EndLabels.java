package dev.nightjar.drawings;

import java.util.ArrayList;
import java.util.List;

/** Names to the right of a plot, each near its value and none over another. */
final class EndLabels {
  private static final double LINE = Shapes.SMALL * Shapes.LINE;

  private final List<List<String>> labels = new ArrayList<>();

  /**
   * @param names from top to bottom
   * @param width in which they are broken into lines
   */
  EndLabels(List<String> names, double width) {
    names.forEach(each -> labels.add(FontWidths.lines(each, Shapes.SMALL, width)));
  }

  /** The height that all of them take. */
  double height() {
    return labels.stream().mapToDouble(List::size).sum() * LINE;
  }

  /**
   * Draws the names.
   *
   * @param tops the upper ends of what they name, the last ends at zero
   * @param leader length of the line from a name to what it names
   */
  void draw(Plot plot, Axis axis, List<Double> tops, double leader) {
    var wanted = new double[labels.size()];
    for (int i = 0; i < wanted.length; i++) {
      double bottom = i + 1 < wanted.length ? tops.get(i + 1) : 0;
      wanted[i] = plot.y(axis.place((tops.get(i) + bottom) / 2));
    }
    draw(plot, wanted, leader);
  }

  /**
   * Draws the names.
   *
   * @param wanted the heights of what they name, from top to bottom
   */
  void draw(Plot plot, double[] wanted, double leader) {
    var centres = spread(wanted, plot.top(), plot.top() + plot.height());
    double x = plot.left() + plot.width();
    for (int i = 0; i < centres.length; i++) {
      plot.canvas()
          .add(
              Element.of("polyline")
                  .with(
                      "points",
                      "%s,%s %s,%s"
                          .formatted(
                              Shapes.number(x + 2),
                              Shapes.number(wanted[i]),
                              Shapes.number(x + leader),
                              Shapes.number(centres[i])))
                  .with("fill", "none")
                  .with("class", "axis"));
      plot.canvas()
          .lines(x + leader + 4, centres[i], Shapes.START, "ink", Shapes.SMALL, labels.get(i));
    }
  }

  /** Moves centres apart: down where they would overlap, then up from the lower end. */
  private double[] spread(double[] wanted, double top, double bottom) {
    var centres = wanted.clone();
    double end = top;
    for (int i = 0; i < centres.length; i++) {
      double half = labels.get(i).size() * LINE / 2;
      centres[i] = Math.max(centres[i], end + half);
      end = centres[i] + half;
    }
    end = bottom;
    for (int i = centres.length - 1; i >= 0; i--) {
      double half = labels.get(i).size() * LINE / 2;
      centres[i] = Math.min(centres[i], end - half);
      end = centres[i] - half;
    }
    return centres;
  }
}
