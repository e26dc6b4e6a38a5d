package dev.nightjar.console;

import dev.nightjar.drawings.Drawing;
import dev.nightjar.drawings.Element;
import dev.nightjar.report.Content;

/**
 * A picture in a page, shown by the fragment {@code parts :: picture}.
 *
 * @param wide markup for wide screens
 * @param narrow markup for phones
 * @param description its main facts in a sentence
 */
public record Drawn(String wide, String narrow, String description) {
  private static final double WIDE = 1100;
  private static final double NARROW = 350;

  /**
   * What takes pictures and tables as a report does.
   *
   * @param id of the content, unique in the page
   */
  public static Content into(Element main, String id) {
    return new Content(main, id, WIDE);
  }

  /**
   * Draws a picture for both kinds of screen.
   *
   * @param id unique in the page
   */
  public static Drawn of(Drawing.Picture picture, String id) {
    var wide = picture.draw(WIDE);
    return new Drawn(
        wide.inPage(id).toString(),
        picture.draw(NARROW).inPage(id + "-narrow").toString(),
        wide.description());
  }
}
