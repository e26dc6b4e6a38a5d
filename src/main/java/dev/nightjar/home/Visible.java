package dev.nightjar.home;

/** Makes names from files safe to print on a screen and in a log. */
public final class Visible {
  private Visible() {}

  /**
   * The same text with control and format characters written as {@code \\u001b}, so that a name
   * cannot forge a line or colour a screen.
   */
  public static String text(String name) {
    var visible = new StringBuilder();
    name.codePoints()
        .forEach(
            point -> {
              switch (Character.getType(point)) {
                case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    visible.append("\\u%04x".formatted(point));
                default -> visible.appendCodePoint(point);
              }
            });
    return visible.toString();
  }
}
