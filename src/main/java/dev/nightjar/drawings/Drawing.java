package dev.nightjar.drawings;

import java.util.ArrayList;
import java.util.List;

/**
 * A finished picture.
 *
 * @param title what it shows, also for readers who hear it
 * @param description its main facts in a sentence
 * @param width in pixels, of which text sizes are a part
 * @param height in pixels
 * @param hasLinks whether a shape is a link
 * @param shapes the content
 */
public record Drawing(
    String title,
    String description,
    double width,
    double height,
    boolean hasLinks,
    List<Element> shapes) {
  private static final double MARGIN = 16;
  private static final double TITLE = 17;
  private static final double LINE = 1.4;

  /** What draws itself at a width. */
  public interface Picture {
    /**
     * Draws the picture.
     *
     * @param width in pixels, 300 or more; text has the same size at every width
     */
    Drawing draw(double width);
  }

  /**
   * The picture as an element of an HTML page that includes {@link Theme#css()}.
   *
   * @param id unique in the page
   */
  public Element inPage(String id) {
    return root(id, width, height).with("class", "drawing").add(shapes);
  }

  /** The picture as an SVG file with its title above it. */
  public String file() {
    double y = MARGIN;
    var heading = new ArrayList<Element>();
    for (var line : FontWidths.lines(title, TITLE, width)) {
      heading.add(Shapes.writing(0, y + TITLE, Shapes.START, "ink", TITLE, line));
      y += TITLE * LINE;
    }
    for (var line : FontWidths.lines(description, Shapes.SMALL, width)) {
      heading.add(Shapes.writing(0, y + Shapes.SMALL, Shapes.START, "dim", Shapes.SMALL, line));
      y += Shapes.SMALL * LINE;
    }
    y += MARGIN / 2;
    double fullWidth = width + 2 * MARGIN;
    double fullHeight = y + height + MARGIN;
    var all =
        root("drawing", fullWidth, fullHeight)
            .with("xmlns", "http://www.w3.org/2000/svg")
            .with("width", Shapes.number(fullWidth))
            .with("height", Shapes.number(fullHeight))
            .add(Element.of("style", "text{font-family:" + Theme.FONTS + "}" + Theme.css()))
            .add(
                Element.of("rect")
                    .with("width", Shapes.number(fullWidth))
                    .with("height", Shapes.number(fullHeight))
                    .with("class", "paper"))
            .add(moved(MARGIN, 0).add(heading))
            .add(moved(MARGIN, y).add(shapes));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + all + "\n";
  }

  private static Element moved(double x, double y) {
    return Element.of("g")
        .with("transform", "translate(" + Shapes.number(x) + " " + Shapes.number(y) + ")");
  }

  /**
   * A picture with links is a group: what is inside an image cannot be reached with the keyboard.
   */
  private Element root(String id, double fullWidth, double fullHeight) {
    return Element.of("svg")
        .with("viewBox", "0 0 " + Shapes.number(fullWidth) + " " + Shapes.number(fullHeight))
        .with("role", hasLinks ? "group" : "img")
        .with("aria-labelledby", id + "-title " + id + "-desc")
        .add(Element.of("title", title).with("id", id + "-title"))
        .add(Element.of("desc", description).with("id", id + "-desc"));
  }
}
