package dev.nightjar.report;

import dev.nightjar.drawings.Element;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table of a page: words are left-aligned, numbers right-aligned. */
public final class Table {
  private final int words;
  private final String caption;
  private final Element head = Element.of("tr");
  private final Element body = Element.of("tbody");

  /**
   * @param words number of leading columns with words
   */
  public Table(String caption, int words, List<String> headings) {
    this.words = words;
    this.caption = caption;
    for (int i = 0; i < headings.size(); i++) {
      head.add(aligned(Element.of("th", headings.get(i)).with("scope", "col"), i));
    }
  }

  /**
   * @param words number of leading columns with words
   */
  public Table(String caption, int words, String... headings) {
    this(caption, words, List.of(headings));
  }

  /** Adds a row of texts. */
  public Table row(String... cells) {
    return row(Stream.of(cells).map(Table::text).toArray(Element[]::new));
  }

  /**
   * Adds a row of texts of which the first leads somewhere.
   *
   * @param address null for nowhere
   */
  public Table linked(@Nullable String address, String... cells) {
    var all = Stream.of(cells).map(Table::text).toArray(Element[]::new);
    all[0] = address == null ? all[0] : link(address, cells[0]);
    return row(all);
  }

  /** Adds a row of anything. */
  public Table row(Element... cells) {
    var row = Element.of("tr");
    for (int i = 0; i < cells.length; i++) {
      var cell = i == 0 ? Element.of("th").with("scope", "row") : Element.of("td");
      row.add(aligned(cell.add(cells[i]), i));
    }
    body.add(row);
    return this;
  }

  /** A text as a cell. */
  public static Element text(String text) {
    return Element.of("span", text);
  }

  /** A link as a cell. */
  public static Element link(String address, String text) {
    return Element.of("a", text).with("href", address);
  }

  private Element aligned(Element cell, int column) {
    return column < words ? cell : cell.with("class", "number");
  }

  /** The table; on narrow screens it can be scrolled, also with the keyboard. */
  public Element element() {
    return Element.of("div")
        .with("class", "scroll")
        .with("tabindex", "0")
        .with("role", "region")
        .with("aria-label", caption)
        .add(
            Element.of("table")
                .add(
                    Element.of("caption", caption).with("class", "faint"),
                    Element.of("thead").add(head),
                    body));
  }
}
