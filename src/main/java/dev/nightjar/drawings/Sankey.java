package dev.nightjar.drawings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Flows from names on the left to names on the right, as wide as their values.
 *
 * @param from names on the left, from top to bottom; those without a flow are left out
 * @param to names on the right, from top to bottom; those without a flow are left out
 * @param flows between them, at most one for each pair and kind
 */
public record Sankey(
    String title,
    String description,
    List<String> from,
    List<String> to,
    List<Flow> flows,
    Figures figures)
    implements Drawing.Picture {
  private static final double FLOWS = 300;
  private static final double GAP = 7;
  private static final double NODE = 8;

  /** The kind of a flow. */
  public enum Kind {
    UP("flow-up"),
    DOWN("flow-down"),
    SAME("flow-same");

    private final String style;

    Kind(String style) {
      this.style = style;
    }
  }

  /**
   * A flow.
   *
   * @param from position of the name on the left, from 0
   * @param to position of the name on the right, from 0
   * @param value above zero; others are not drawn
   * @param link where it leads; null for nowhere
   */
  public record Flow(
      int from, int to, double value, Kind kind, String tooltip, @Nullable String link) {}

  @Override
  public Drawing draw(double width) {
    var drawn = flows.stream().filter(flow -> flow.value() > 0).toList();
    if (drawn.isEmpty()) {
      return Canvas.empty(title, description, width);
    }
    var canvas = new Canvas(width);
    double names = width * (width < 600 ? 0.32 : 0.25);
    double scale = FLOWS / drawn.stream().mapToDouble(Flow::value).sum();
    var left = new Side(from, drawn.stream().map(f -> new Part(f.from(), f.value())).toList());
    var right = new Side(to, drawn.stream().map(f -> new Part(f.to(), f.value())).toList());
    left.layOut(names, scale);
    right.layOut(names, scale);
    double height = Math.max(left.height, right.height);
    double start = names + NODE;
    double end = width - names - NODE;
    var order =
        drawn.stream()
            .sorted(
                Comparator.comparingInt(Flow::from)
                    .thenComparingInt(Flow::to)
                    .thenComparing(Flow::kind))
            .toList();
    for (var flow : order) {
      double thick = flow.value() * scale;
      double y1 = left.take(flow.from(), thick) + (height - left.height) / 2;
      double y2 = right.take(flow.to(), thick) + (height - right.height) / 2;
      canvas.group(
          flow.tooltip(), flow.link(), List.of(band(start, y1, end, y2, thick, flow.kind())));
    }
    left.draw(canvas, names, true, (height - left.height) / 2);
    right.draw(canvas, width - names - NODE, false, (height - right.height) / 2);
    return canvas.drawing(title, description, height + 4);
  }

  private static Element band(double x1, double y1, double x2, double y2, double thick, Kind kind) {
    double middle = (x1 + x2) / 2;
    double width = Math.max(thick, 0.8);
    var path =
        "M"
            + curve(x1, y1, middle, x2, y2)
            + "L"
            + curve(x2, y2 + width, middle, x1, y1 + width)
            + "Z";
    return Element.of("path").with("d", path).with("class", kind.style);
  }

  private static String curve(double x1, double y1, double middle, double x2, double y2) {
    var m = Shapes.number(middle);
    var start = Shapes.number(y1);
    var end = Shapes.number(y2);
    return "%s %sC%s %s %s %s %s %s"
        .formatted(Shapes.number(x1), start, m, start, m, end, Shapes.number(x2), end);
  }

  private record Part(int name, double value) {}

  /** The names of a side, with the heights of their flows. */
  private final class Side {
    private final List<String> names;
    private final double[] values;
    private final List<List<String>> labels = new ArrayList<>();
    private final double[] tops;
    private final double[] used;
    private double scale;
    private double height;

    private Side(List<String> names, List<Part> parts) {
      this.names = names;
      this.values = new double[names.size()];
      this.tops = new double[names.size()];
      this.used = new double[names.size()];
      parts.forEach(part -> values[part.name()] += part.value());
    }

    private void layOut(double width, double scaled) {
      scale = scaled;
      double y = 0;
      for (int i = 0; i < values.length; i++) {
        var text = names.get(i) + ":\u00a0" + figures.brief(values[i]);
        labels.add(FontWidths.lines(text, Shapes.SMALL, width - 8));
        if (values[i] > 0) {
          double slot =
              Math.max(values[i] * scale, labels.get(i).size() * Shapes.SMALL * Shapes.LINE);
          tops[i] = y + (slot - values[i] * scale) / 2;
          y += slot + GAP;
        }
      }
      height = Math.max(0, y - GAP);
    }

    private double take(int name, double thick) {
      double y = tops[name] + used[name];
      used[name] += thick;
      return y;
    }

    private void draw(Canvas canvas, double x, boolean isLeft, double moved) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] > 0) {
          double y = tops[i] + moved;
          canvas.rect(x, y, NODE, Math.max(values[i] * scale, 1), "dim");
          double at = isLeft ? x - 6 : x + NODE + 6;
          double centre = y + values[i] * scale / 2;
          var anchor = isLeft ? Shapes.END : Shapes.START;
          canvas.lines(at, centre, anchor, "ink", Shapes.SMALL, labels.get(i));
        }
      }
    }
  }
}
