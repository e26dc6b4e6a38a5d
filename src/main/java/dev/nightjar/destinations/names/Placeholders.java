package dev.nightjar.destinations.names;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of settings with placeholders in braces: {@code {audience}}, {@code {date:yyyyMMdd}}. A
 * placeholder without a value stays as it is.
 */
public final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9_-]+)(:[^{}]*)?}");

  /** The names of the night: {@code {night}} in cells, {@code {date}} in names of files. */
  private static final List<String> NIGHT = List.of("night", "date");

  private Placeholders() {}

  /** A text with each placeholder replaced by its value. */
  public static String with(Map<String, String> values, String text) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> {
              var value = found.group(2) == null ? values.get(found.group(1)) : null;
              return Matcher.quoteReplacement(value == null ? found.group() : value);
            });
  }

  /** A text with the night in the place of its placeholders; as 2026-06-30 without a format. */
  public static String on(LocalDate night, String text) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    isNight(found.group(1)) ? date(night, found.group(2)) : found.group()));
  }

  private static boolean isNight(String name) {
    return NIGHT.contains(name);
  }

  private static String date(LocalDate night, @org.jspecify.annotations.Nullable String format) {
    return format == null
        ? night.toString()
        : night.format(DateTimeFormatter.ofPattern(format.substring(1), Locale.ROOT));
  }

  /** Whether a text names the night. */
  public static boolean namesNight(String text) {
    return PLACEHOLDER.matcher(text).results().anyMatch(found -> isNight(found.group(1)));
  }

  /**
   * What is wrong with a text, one line each.
   *
   * @param names the placeholders that it can have; with {@code date}, formats of the night
   */
  static List<String> problems(String text, Collection<String> names) {
    var problems = new ArrayList<String>();
    PLACEHOLDER
        .matcher(text)
        .results()
        .forEach(
            found -> {
              if (!names.contains(found.group(1))) {
                problems.add(
                    "there is no {%s}; there are: {%s}"
                        .formatted(found.group(1), String.join("}, {", names)));
              } else if (found.group(2) != null && !isFormat(found.group(1), found.group(2))) {
                problems.add(
                    "%s is not a format of dates, such as {date:yyyyMMdd}"
                        .formatted(found.group()));
              }
            });
    if (PLACEHOLDER.matcher(text).replaceAll("").matches(".*[{}].*")) {
      problems.add("has a brace that is not of a placeholder such as {audience}");
    }
    return problems;
  }

  private static boolean isFormat(String name, String format) {
    try {
      return isNight(name) && !date(LocalDate.EPOCH, format).isBlank();
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      return false;
    }
  }
}
