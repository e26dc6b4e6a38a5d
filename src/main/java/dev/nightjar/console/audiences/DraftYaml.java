package dev.nightjar.console.audiences;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A draft as it is declared in {@code config/audiences.yaml}. */
final class DraftYaml {
  /** Texts that need no quotes, if they are no word of YAML's own. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9 _-]*|\\d+(\\.\\d+)?");

  private static final Set<String> WORDS =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private DraftYaml() {}

  /**
   * The declaration.
   *
   * @param settings values by their keys below the audience
   */
  static String of(String name, Map<String, Object> settings) {
    var tree = new LinkedHashMap<String, Object>();
    settings.forEach((key, value) -> put(tree, List.of(key.split("\\.")), value));
    var yaml = new StringBuilder("audiences:\n  declared:\n    ");
    yaml.append(scalar(name)).append(":\n");
    write(tree, "      ", yaml);
    return yaml.toString();
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> tree, List<String> path, Object value) {
    if (path.size() == 1) {
      tree.put(path.get(0), value);
    } else {
      var below =
          (Map<String, Object>) tree.computeIfAbsent(path.get(0), key -> new LinkedHashMap<>());
      put(below, path.subList(1, path.size()), value);
    }
  }

  private static void write(Map<?, ?> tree, String indent, StringBuilder yaml) {
    tree.forEach(
        (key, value) -> {
          yaml.append(indent).append(scalar(String.valueOf(key))).append(':');
          if (value instanceof Map<?, ?> below) {
            yaml.append('\n');
            write(below, indent + "  ", yaml);
          } else if (value instanceof List<?> list) {
            yaml.append(
                list.stream()
                    .map(each -> scalar(String.valueOf(each)))
                    .collect(Collectors.joining(", ", " [", "]\n")));
          } else {
            yaml.append(' ').append(scalar(String.valueOf(value))).append('\n');
          }
        });
  }

  private static String scalar(String text) {
    return PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT))
        ? text
        : JsonMapper.shared().writeValueAsString(text);
  }
}
