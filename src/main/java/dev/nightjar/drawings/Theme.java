package dev.nightjar.drawings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The colours of drawings and reports, light and dark: one accent colour in nine tones, and greys.
 * Each class sets one property, so that a page that includes {@link #css()} colours every drawing.
 */
public final class Theme {
  /** Tones of the accent colour: 0 is near the paper, the last is the strongest. */
  public static final int TONES = 9;

  /** The fonts of drawings and reports. */
  public static final String FONTS =
      "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif";

  private static final Map<String, Colour> COLOURS = colours();

  private Theme() {}

  /**
   * The colour of a class.
   *
   * @param property that it sets: fill, stroke, color or background
   * @param light red, green and blue as a number
   * @param dark the same, for readers who prefer dark pages
   */
  public record Colour(String property, int light, int dark) {
    private String css(boolean isDark) {
      return "%s:#%06x".formatted(property, isDark ? dark : light);
    }
  }

  /** The colours by class. */
  public static Map<String, Colour> all() {
    return COLOURS;
  }

  /** The rules of all classes; dark ones for screens alone, so that paper stays white. */
  public static String css() {
    return rules(false) + "@media screen and (prefers-color-scheme:dark){" + rules(true) + "}";
  }

  private static String rules(boolean isDark) {
    return COLOURS.entrySet().stream()
        .map(each -> "." + each.getKey() + "{" + each.getValue().css(isDark) + "}")
        .collect(Collectors.joining());
  }

  /** The class of a tone. */
  static String tone(int tone) {
    return "tone" + tone;
  }

  /** The class of text that lies on a tone. */
  static String onTone(int tone) {
    return "on" + tone;
  }

  /**
   * The tone of a value between 0 and 1.
   *
   * @param strength others are taken as the nearest end
   */
  static int toneOf(double strength) {
    return (int) Math.round(Math.max(0, Math.min(1, strength)) * (TONES - 1));
  }

  private static Map<String, Colour> colours() {
    var colours = new LinkedHashMap<String, Colour>();
    colours.put("page", new Colour("background", 0xffffff, 0x14181c));
    colours.put("words", new Colour("color", 0x1b1f23, 0xe6e9ec));
    colours.put("faint", new Colour("color", 0x56606a, 0xa3adb8));
    colours.put("accented", new Colour("color", 0x0b5e86, 0x7cc4ee));
    colours.put("paper", new Colour("fill", 0xffffff, 0x14181c));
    colours.put("ink", new Colour("fill", 0x1b1f23, 0xe6e9ec));
    colours.put("dim", new Colour("fill", 0x56606a, 0xa3adb8));
    colours.put("gap", new Colour("stroke", 0xffffff, 0x14181c));
    colours.put("grid", new Colour("stroke", 0xdde2e6, 0x2c343b));
    colours.put("axis", new Colour("stroke", 0x8a949e, 0x6c7883));
    colours.put("accent", new Colour("fill", 0x0b5e86, 0x7cc4ee));
    colours.put("accent-line", new Colour("stroke", 0x0b5e86, 0x7cc4ee));
    colours.put("grey", new Colour("fill", 0x8a949e, 0x6c7883));
    colours.put("pale", new Colour("fill", 0xe7ebee, 0x262d34));
    colours.put("flow-up", new Colour("fill", 0x5f9fbe, 0x4c8db0));
    colours.put("flow-down", new Colour("fill", 0xa9b2ba, 0x65707a));
    colours.put("flow-same", new Colour("fill", 0xd5dbe0, 0x343c44));
    for (int tone = 0; tone < TONES; tone++) {
      int light = between(0xdcebf3, 0x0b4a6b, tone);
      int dark = between(0x1e323f, 0x8fd0f5, tone);
      colours.put(tone(tone), new Colour("fill", light, dark));
      colours.put(onTone(tone), new Colour("fill", textOn(light), textOn(dark)));
    }
    return Collections.unmodifiableMap(colours);
  }

  private static int between(int palest, int strongest, int tone) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = palest >> shift & 0xff;
      int to = strongest >> shift & 0xff;
      mixed |= from + (to - from) * tone / (TONES - 1) << shift;
    }
    return mixed;
  }

  /** Black or white, whichever has the higher contrast: one of them always has 4.58 or more. */
  private static int textOn(int background) {
    return contrast(0, background) > contrast(0xffffff, background) ? 0 : 0xffffff;
  }

  /**
   * The contrast of two colours, from 1 to 21, by the formula of WCAG 2.2
   * (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
   */
  public static double contrast(int one, int other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16 & 0xff)
        + 0.7152 * linear(colour >> 8 & 0xff)
        + 0.0722 * linear(colour & 0xff);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
