package dev.nightjar.drawings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An element of SVG or HTML. Text and attributes are values, not markup: they are escaped when they
 * are written, and there is no way around that.
 */
public final class Element {
  /** Elements that are written without an end tag when they are empty; others always have one. */
  private static final Set<String> VOID =
      Set.of("meta", "br", "link", "rect", "path", "circle", "line", "polyline");

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Object> children = new ArrayList<>();

  private Element(String name) {
    this.name = name;
  }

  /** An element without attributes and content. */
  public static Element of(String name) {
    return new Element(name);
  }

  /** An element with a text. */
  public static Element of(String name, String text) {
    return of(name).text(text);
  }

  /** Adds an attribute. */
  public Element with(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  /** Adds a text. */
  public Element text(String text) {
    children.add(text);
    return this;
  }

  /** Adds elements. */
  public Element add(Element... elements) {
    return add(List.of(elements));
  }

  /** Adds elements. */
  public Element add(List<Element> elements) {
    children.addAll(elements);
    return this;
  }

  /** The markup, which is XML and HTML at once. */
  @Override
  public String toString() {
    var markup = new StringBuilder();
    writeTo(markup);
    return markup.toString();
  }

  private void writeTo(StringBuilder markup) {
    markup.append('<').append(name);
    attributes.forEach(
        (attribute, value) -> {
          markup.append(' ').append(attribute).append("=\"");
          escape(value, markup);
          markup.append('"');
        });
    if (children.isEmpty() && VOID.contains(name)) {
      markup.append("/>");
      return;
    }
    markup.append('>');
    for (var child : children) {
      if (child instanceof Element element) {
        element.writeTo(markup);
      } else {
        escape((String) child, markup);
      }
    }
    markup.append("</").append(name).append('>');
  }

  private static void escape(String text, StringBuilder markup) {
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> markup.append("&amp;");
                case '<' -> markup.append("&lt;");
                case '>' -> markup.append("&gt;");
                case '"' -> markup.append("&quot;");
                default -> markup.appendCodePoint(isXml(point) ? point : '\uFFFD');
              }
            });
  }

  private static boolean isXml(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point == '\n' || point == '\t';
      case Character.SURROGATE -> false;
      default -> (point & 0xFFFE) != 0xFFFE;
    };
  }
}
