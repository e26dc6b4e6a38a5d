package dev.nightjar.report;

import dev.nightjar.drawings.Drawing;
import dev.nightjar.drawings.Element;

/** What a page shows below its title, one thing after the other. */
public final class Content {
  private static final double WIDE = 920;
  private static final double NARROW = 330;

  private final Element main;
  private final String prefix;
  private final double width;
  private int pictures;

  /**
   * @param element that takes the content
   */
  public Content(Element element) {
    this(element, "picture", WIDE);
  }

  /**
   * @param element that takes the content
   * @param prefix of the ids of pictures, unique in the page
   * @param width of pictures on wide screens, in pixels
   */
  public Content(Element element, String prefix, double width) {
    this.main = element;
    this.prefix = prefix;
    this.width = width;
  }

  /** Begins a section. */
  public Content heading(String text) {
    return add(Element.of("h2", text));
  }

  /** Begins a part of a section. */
  public Content part(String text) {
    return add(Element.of("h3", text));
  }

  /** Adds a paragraph. */
  public Content text(String text) {
    return add(Element.of("p", text));
  }

  /** Adds a paragraph that explains something. */
  public Content note(String text) {
    return add(Element.of("p", text).with("class", "faint"));
  }

  /** Adds a list, unless it is empty. */
  public Content list(Iterable<String> lines) {
    var list = Element.of("ul");
    lines.forEach(each -> list.add(Element.of("li", each)));
    return lines.iterator().hasNext() ? add(list) : this;
  }

  /** Adds anything. */
  public Content add(Element element) {
    main.add(element);
    return this;
  }

  /** Adds a picture with its description below it, drawn for wide and for narrow screens. */
  public Content picture(Drawing.Picture picture) {
    var wide = picture.draw(width);
    String id = prefix + ++pictures;
    return add(
        Element.of("figure")
            .add(
                Element.of("div").with("class", "wide").add(wide.inPage(id)),
                Element.of("div")
                    .with("class", "narrow")
                    .add(picture.draw(NARROW).inPage(id + "n")),
                Element.of("figcaption", wide.description()).with("class", "faint")));
  }
}
