package dev.nightjar.drawings;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** What a drawing paints, in its order, as read from its markup. */
record Paint(Rectangle2D view, List<Painted> all) {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+|[MLCZ]");

  /**
   * A filled shape or a text.
   *
   * @param text null for a shape
   */
  record Painted(Shape shape, Theme.Colour colour, String text) {
    boolean isText() {
      return text != null;
    }
  }

  static Paint of(Drawing drawing) {
    try {
      var markup = drawing.inPage("x").toString();
      var factory = DocumentBuilderFactory.newInstance();
      var root =
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(markup)))
              .getDocumentElement();
      var view = root.getAttribute("viewBox").split(" ");
      var all = new ArrayList<Painted>();
      read(root, all);
      return new Paint(
          new Rectangle2D.Double(0, 0, Double.parseDouble(view[2]), Double.parseDouble(view[3])),
          all);
    } catch (Exception e) {
      throw new IllegalStateException("not XML", e);
    }
  }

  private static void read(Element element, List<Painted> all) {
    var shape = shape(element);
    if (shape != null && !element.getAttribute("fill").equals("none")) {
      all.add(
          new Painted(shape, colour(element), isText(element) ? element.getTextContent() : null));
    }
    for (Node each = element.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element child && !isText(element)) {
        read(child, all);
      }
    }
  }

  private static boolean isText(Element element) {
    return element.getTagName().equals("text");
  }

  private static Theme.Colour colour(Element element) {
    return Theme.all().get(element.getAttribute("class").split(" ")[0]);
  }

  private static Shape shape(Element element) {
    return switch (element.getTagName()) {
      case "rect" ->
          new Rectangle2D.Double(
              number(element, "x"),
              number(element, "y"),
              number(element, "width"),
              number(element, "height"));
      case "circle" -> {
        double r = number(element, "r");
        yield new Ellipse2D.Double(
            number(element, "cx") - r, number(element, "cy") - r, 2 * r, 2 * r);
      }
      case "path" -> path(element.getAttribute("d"));
      case "text" -> box(element);
      default -> null;
    };
  }

  private static Shape box(Element element) {
    double size = number(element, "font-size");
    double width = FontWidths.of(element.getTextContent(), size);
    double x =
        switch (element.getAttribute("text-anchor")) {
          case "end" -> number(element, "x") - width;
          case "middle" -> number(element, "x") - width / 2;
          default -> number(element, "x");
        };
    return new Rectangle2D.Double(x, number(element, "y") - 0.76 * size, width, 0.96 * size);
  }

  private static Shape path(String commands) {
    var tokens = NUMBER.matcher(commands).results().map(hit -> hit.group()).iterator();
    var path = new Path2D.Double();
    while (tokens.hasNext()) {
      switch (tokens.next()) {
        case "M" -> path.moveTo(next(tokens), next(tokens));
        case "L" -> path.lineTo(next(tokens), next(tokens));
        case "C" ->
            path.curveTo(
                next(tokens), next(tokens), next(tokens), next(tokens), next(tokens), next(tokens));
        default -> path.closePath();
      }
    }
    return path;
  }

  private static double next(java.util.Iterator<String> tokens) {
    return Double.parseDouble(tokens.next());
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  /** Texts that another text or a later shape covers, or that the edge cuts off. */
  List<String> hidden() {
    var hidden = new ArrayList<String>();
    for (int i = 0; i < all.size(); i++) {
      var text = all.get(i);
      if (!text.isText()) {
        continue;
      }
      var box = text.shape().getBounds2D();
      if (!new Rectangle2D.Double(-0.5, -0.5, view.getWidth() + 1, view.getHeight() + 1)
          .contains(box)) {
        hidden.add("cut off: " + text.text() + " " + box);
      }
      for (var later : all.subList(i + 1, all.size())) {
        if (later.shape().intersects(smaller(box))) {
          hidden.add("under %s: %s".formatted(later.text(), text.text()));
        }
      }
    }
    return hidden;
  }

  private static Rectangle2D smaller(Rectangle2D box) {
    return new Rectangle2D.Double(
        box.getX() + 0.2, box.getY() + 0.5, box.getWidth() - 0.4, box.getHeight() - 1);
  }

  /** Texts with too little contrast to anything that lies under them, light or dark. */
  List<String> faint(double least) {
    var faint = new ArrayList<String>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).isText()) {
        for (var point : points(all.get(i).shape().getBounds2D())) {
          var under = under(point, i);
          var text = all.get(i).colour();
          double light = Theme.contrast(text.light(), under.light());
          double dark = Theme.contrast(text.dark(), under.dark());
          if (Math.min(light, dark) < least) {
            faint.add("%s: %.2f light, %.2f dark".formatted(all.get(i).text(), light, dark));
          }
        }
      }
    }
    return faint;
  }

  private static List<Point2D> points(Rectangle2D box) {
    var points = new ArrayList<Point2D>();
    for (double across = 0.02; across < 1; across += 0.12) {
      for (double down : new double[] {0.1, 0.5, 0.9}) {
        points.add(
            new Point2D.Double(
                box.getX() + across * box.getWidth(), box.getY() + down * box.getHeight()));
      }
    }
    return points;
  }

  private Theme.Colour under(Point2D point, int before) {
    for (int i = before - 1; i >= 0; i--) {
      if (!all.get(i).isText() && all.get(i).shape().contains(point)) {
        return all.get(i).colour();
      }
    }
    return Theme.all().get("paper");
  }
}
