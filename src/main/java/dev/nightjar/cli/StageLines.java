package dev.nightjar.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of a stage: name, seconds and result; details go on in lines of their own. */
final class StageLines {
  private static final int INDENT = 24;

  private StageLines() {}

  /**
   * The lines, each of at most 100 columns unless a word is longer.
   *
   * @param seconds empty if they are not known
   * @param summary parts separated by semicolons; as many of them as fit share a line
   */
  static String of(String stage, String seconds, String summary) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var part : List.of(summary.split("(?<=;) "))) {
      if (!line.isEmpty() && INDENT + line.length() + 1 + part.length() > Screen.WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      for (var word : part.split(" ")) {
        if (!line.isEmpty() && INDENT + line.length() + 1 + word.length() > Screen.WIDTH) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
    }
    lines.add(line.toString());
    var head = String.format(Locale.ROOT, "  %-10s %8s  ", stage, seconds);
    return (head + String.join(System.lineSeparator() + " ".repeat(INDENT - 1), lines))
        .stripTrailing();
  }

  /** Seconds with one decimal. */
  static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }
}
