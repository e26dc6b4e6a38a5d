package dev.nightjar.walls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Habits of language that a reader stumbles over, and what to write in their place. */
final class Words {
  /** A habit as a pattern, and the field's word. */
  private static final Map<String, String> HABITS =
      new TreeMap<>(
          Map.of(
              "\\btold\\b", "shown, reported, known",
              "\\bwhoever\\b", "a plain noun",
              "\\banew\\b", "again",
              "\\bbeside\\b", "next to, or compared with",
              "\\bheld against\\b", "compared with",
              "(?<!there )\\bis no (?!longer\\b|more\\b)[a-z]+", "is not a",
              ", as P[0-9]+[DMY]", "such as P90D",
              "(?<![0-9.,])\\b1 (?:files|extracts|audiences|members|customers|rejects)\\b",
                  "a count that fits its noun"));

  private static final Map<Pattern, String> PATTERNS = patterns();

  private Words() {}

  private static Map<Pattern, String> patterns() {
    var patterns = new TreeMap<Pattern, String>((a, b) -> a.pattern().compareTo(b.pattern()));
    HABITS.forEach(
        (habit, word) -> patterns.put(Pattern.compile(habit, Pattern.CASE_INSENSITIVE), word));
    return patterns;
  }

  /** Each habit with its place, in text files at or below a path. */
  static List<String> habits(Path path, String... endings) throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.walk(path)) {
      for (var file : files.filter(each -> hasOne(each, endings)).sorted().toList()) {
        int number = 0;
        for (var line : Files.readAllLines(file)) {
          number++;
          found.addAll(habits(file + ":" + number, line));
        }
      }
    }
    return found;
  }

  private static List<String> habits(String place, String line) {
    return PATTERNS.entrySet().stream()
        .flatMap(
            each ->
                each.getKey()
                    .matcher(line)
                    .results()
                    .map(hit -> "%s: '%s', but %s".formatted(place, hit.group(), each.getValue())))
        .toList();
  }

  private static boolean hasOne(Path file, String[] endings) {
    return Files.isRegularFile(file) && Stream.of(endings).anyMatch(file.toString()::endsWith);
  }
}
