package dev.nightjar.guess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Names of the fields in files, without case, blanks and punctuation; the likeliest first. */
final class Names {
  private static final Map<String, List<String>> WORDS = words();

  private Names() {}

  /** The columns that are called as a field is, the likeliest first. */
  static List<String> of(String field, Sample sample) {
    return WORDS.getOrDefault(field, List.of()).stream()
        .flatMap(word -> sample.columns().stream().filter(column -> plain(column).equals(word)))
        .filter(sample::has)
        .distinct()
        .toList();
  }

  /** A name without case, blanks and punctuation. */
  static String plain(String column) {
    return column.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]", "");
  }

  private static Map<String, List<String>> words() {
    try (var text = Names.class.getResourceAsStream("names.txt")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(": ", 2))
          .collect(Collectors.toMap(parts -> parts[0], parts -> List.of(parts[1].split(" "))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
