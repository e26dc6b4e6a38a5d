package dev.nightjar.cli;

import dev.nightjar.drawings.Figures;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** How commands write numbers, and what they add on a terminal: colours, arrows and bars. */
final class Screen {
  /** Numbers as they are written everywhere. */
  static final Figures FIGURES = new Figures(Locale.ROOT);

  /** Columns that lines should fit into. */
  static final int WIDTH = 100;

  private static final int BAR = 20;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  private Screen() {}

  /** Whether the output goes to a terminal, where decoration does not hurt a program. */
  static boolean isTerminal() {
    return Ansi.AUTO.enabled();
  }

  /** A text about something that rises: green with an arrow on a terminal. */
  static String up(String text) {
    return marked(text, "▲", "green");
  }

  /** A text about something that falls: red with an arrow on a terminal. */
  static String down(String text) {
    return marked(text, "▼", "red");
  }

  private static String marked(String text, String arrow, String colour) {
    var number = text.strip();
    return !isTerminal() || number.equals("0") || number.startsWith("0 ")
        ? text
        : Ansi.ON.string("@|%s %s%s|@".formatted(colour, text, arrow));
  }

  /**
   * A bar of up to 20 columns.
   *
   * @param share 0 to 1; others are taken as the nearest end
   * @param room columns that are free
   */
  static String bar(double share, int room) {
    int longest = Math.max(0, Math.min(BAR, room));
    int eighths = (int) Math.round(Math.max(0, Math.min(1, share)) * longest * 8);
    var bar = "█".repeat(eighths / 8);
    return eighths % 8 == 0 ? bar : bar + EIGHTHS.charAt(eighths % 8);
  }
}
