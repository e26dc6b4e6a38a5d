package dev.nightjar.drawings;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide a text can become. The advances are those of DejaVu Sans, the widest font that the
 * style's list ends with on common systems, so that a text is never wider than was planned for.
 */
final class FontWidths {
  /** Advances of the characters from blank to tilde, as units of a sixtieth em above 40. */
  private static final String ASCII =
      "<AD[ObW9@@F[<><=OOOOOOOOOO==[[[HdRRRWNKWV::PJ\\UXMXROMTRdRMR@=@[FFMOIOM>OO99K9cOMOOAH@OLZLLHO=O[";

  private static final double UNITS = 60;
  private static final int BASE = 40;

  private FontWidths() {}

  /** The most pixels that a text takes at a font size. */
  static double of(String text, double size) {
    return text.codePoints().mapToDouble(FontWidths::em).sum() * size;
  }

  private static double em(int point) {
    if (point >= ' ' && point <= '~') {
      return (ASCII.charAt(point - ' ') - BASE) / UNITS;
    }
    return switch (Character.getType(point)) {
      case Character.SPACE_SEPARATOR -> em(' ');
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      case Character.LOWERCASE_LETTER -> point < 0x0370 ? 0.73 : 0.95;
      case Character.UPPERCASE_LETTER -> 1.1;
      default -> point < 0x2000 ? 1.05 : 1.4;
    };
  }

  /**
   * Breaks a text into lines, between words where possible and inside a word that is wider than a
   * line.
   *
   * @param width of a line in pixels
   * @return at least one line
   */
  static List<String> lines(String text, double size, double width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.strip().split("\\s+")) {
      var longer = line.isEmpty() ? word : line + " " + word;
      if (of(longer, size) <= width) {
        line.setLength(0);
        line.append(longer);
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
      }
      word.codePoints()
          .forEach(
              point -> {
                if (!line.isEmpty() && of(line.toString(), size) + em(point) * size > width) {
                  lines.add(line.toString());
                  line.setLength(0);
                }
                line.appendCodePoint(point);
              });
    }
    lines.add(line.toString());
    return lines;
  }

  /** The width of the widest word. */
  static double widestWord(String text, double size) {
    double widest = 0;
    for (var word : text.strip().split("\\s+")) {
      widest = Math.max(widest, of(word, size));
    }
    return widest;
  }
}
