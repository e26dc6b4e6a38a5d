package dev.nightjar.report;

import dev.nightjar.drawings.Element;
import java.util.List;

/** A table of a page: words are left-aligned, numbers right-aligned. */
final class Table {
  private final int words;
  private final String caption;
  private final Element head = Element.of("tr");
  private final Element body = Element.of("tbody");

  /**
   * @param words number of leading columns with words
   */
  Table(String caption, int words, List<String> headings) {
    this.words = words;
    this.caption = caption;
    for (int i = 0; i < headings.size(); i++) {
      head.add(aligned(Element.of("th", headings.get(i)).with("scope", "col"), i));
    }
  }

  Table(String caption, int words, String... headings) {
    this(caption, words, List.of(headings));
  }

  Table row(String... cells) {
    var row = Element.of("tr");
    for (int i = 0; i < cells.length; i++) {
      var cell =
          i == 0 ? Element.of("th", cells[i]).with("scope", "row") : Element.of("td", cells[i]);
      row.add(aligned(cell, i));
    }
    body.add(row);
    return this;
  }

  private Element aligned(Element cell, int column) {
    return column < words ? cell.with("class", "word") : cell;
  }

  /** The table; on narrow screens it can be scrolled, also with the keyboard. */
  Element element() {
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
