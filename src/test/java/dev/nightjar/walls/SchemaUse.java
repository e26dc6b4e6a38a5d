package dev.nightjar.walls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which rooms know and which write the tables of a schema, by what their source files say: imported
 * tables, tables given to a statement that writes, and SQL as text.
 *
 * @param sources the folder of the rooms
 */
record SchemaUse(Path sources) {
  private static final String SCHEMAS =
      String.join("|", Walls.STAGES) + "|pipeline|privacy|operations|console|published";

  private static final Pattern KNOWING =
      Pattern.compile("\\.db\\.(%s)\\.[Tt]ables".formatted(SCHEMAS));
  private static final Pattern READING_TEXT =
      Pattern.compile("(?i)\\b(?:from|join|into|update|table)\\s+(%s)\\.\\w+".formatted(SCHEMAS));
  private static final Pattern IMPORT =
      Pattern.compile("import static [\\w.]+\\.db\\.(\\w+)\\.Tables\\.(\\w+);");
  private static final Pattern WRITING =
      Pattern.compile(
          "\\b(?:insertInto|update|deleteFrom|mergeInto|truncate)\\(\\s*(?:[\\w.]*?(\\w+)\\.Tables\\.)?(\\w+)");
  private static final Pattern WRITING_TEXT =
      Pattern.compile(
          "(?i)\\b(?:insert into|update|delete from|merge into|truncate|copy)\\s+(%s)\\.\\w+"
              .formatted(SCHEMAS));

  /** Schemas by room; rooms without any are left out. */
  Map<String, Set<String>> known() throws IOException {
    return byRoom(
        text -> {
          var schemas = all(KNOWING, text);
          schemas.addAll(all(READING_TEXT, text));
          return schemas;
        });
  }

  /** Schemas by room; rooms that write nothing are left out. */
  Map<String, Set<String>> written() throws IOException {
    return byRoom(
        text -> {
          var schemas = all(WRITING_TEXT, text);
          var imported =
              IMPORT
                  .matcher(text)
                  .results()
                  .collect(Collectors.toMap(hit -> hit.group(2), hit -> hit.group(1), (a, b) -> a));
          WRITING
              .matcher(text)
              .results()
              .map(hit -> hit.group(1) != null ? hit.group(1) : imported.get(hit.group(2)))
              .filter(schema -> schema != null)
              .forEach(schemas::add);
          return schemas;
        });
  }

  private interface Question {
    Set<String> schemas(String text);
  }

  private Map<String, Set<String>> byRoom(Question question) throws IOException {
    var found = new TreeMap<String, Set<String>>();
    try (var files = Files.walk(sources)) {
      for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        var inside = sources.relativize(file);
        var room = inside.getNameCount() == 1 ? "root" : inside.getName(0).toString();
        var schemas = question.schemas(Files.readString(file));
        if (!schemas.isEmpty()) {
          found.computeIfAbsent(room, key -> new TreeSet<>()).addAll(schemas);
        }
      }
    }
    return found;
  }

  private static Set<String> all(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(hit -> hit.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
