package dev.nightjar.home;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML as keys and values. Values stay texts until the settings records convert them: YAML 1.1
 * would read the country NO as false, 010 as 8, and the word NULL, which files write for nobody, as
 * nothing. Aliases are expanded, up to {@value #MOST_VALUES} values: ten levels of nine aliases
 * each would be billions.
 */
final class YamlSettings {
  private static final int MOST_VALUES = 100_000;
  private static final int MOST_LEVELS = 50;
  private static final Pattern NOTHING = Pattern.compile("~|null");
  private static final Pattern EMPTY = Pattern.compile("");
  private static final Set<Tag> TAGS =
      Set.of(Tag.NULL, Tag.BOOL, Tag.INT, Tag.FLOAT, Tag.TIMESTAMP, Tag.STR, Tag.SEQ, Tag.MAP);

  private final @Nullable Resource file;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private int visited;

  private YamlSettings(@Nullable Resource file) {
    this.file = file;
  }

  /** YAML that settings do not support. */
  private static final class Refused extends MarkedYAMLException {
    Refused(String problem, Mark place) {
      super(null, null, problem, place);
    }
  }

  /**
   * The values of a file with their places, one source per document.
   *
   * @param name name of the sources
   * @throws YAMLException if it is not YAML
   * @throws CharacterCodingException if it is not in UTF-8
   */
  static List<PropertySource<?>> read(String name, Path file) throws IOException {
    var sources = new ArrayList<PropertySource<?>>();
    for (var document : documents(Files.readString(file))) {
      var settings = new YamlSettings(new FileSystemResource(file));
      // a scalar or a list at the top level belongs to no section
      settings.add(document instanceof MappingNode ? "" : "document", document, 0);
      sources.add(new OriginTrackedMapPropertySource(name, settings.values, true));
    }
    return sources;
  }

  /**
   * The values of a list or a map in one line, such as {@code [a, b]}.
   *
   * @param key key of the list or the map
   * @throws YAMLException if it is not YAML
   */
  static Map<String, Object> read(String key, String text) {
    var settings = new YamlSettings(null);
    documents(text).forEach(document -> settings.add(key, document, 0));
    return settings.values;
  }

  /** The problem of a text that is not YAML, with its place. */
  static String reason(YAMLException thrown) {
    if (!(thrown instanceof MarkedYAMLException marked) || marked.getProblemMark() == null) {
      return String.valueOf(thrown.getMessage());
    }
    var problem = place(marked.getProblemMark()) + ": " + marked.getProblem();
    return marked.getContextMark() == null
        ? problem
        : "%s: %s, %s".formatted(place(marked.getContextMark()), marked.getContext(), problem);
  }

  private static String place(Mark mark) {
    return "line %d, column %d".formatted(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static Iterable<Node> documents(String text) {
    var options = new LoaderOptions();
    var dumper = new DumperOptions();
    return new Yaml(
            new SafeConstructor(options), new Representer(dumper), dumper, options, new Words())
        .composeAll(new StringReader(text));
  }

  /** Every plain word is a text, but for those of YAML 1.2 that mean nothing. */
  private static final class Words extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.NULL, NOTHING, "~n\0");
      addImplicitResolver(Tag.NULL, EMPTY, null);
    }
  }

  private void add(String key, Node node, int level) {
    if (++visited > MOST_VALUES || level > MOST_LEVELS) {
      throw new Refused(
          "holds more than %,d values or %d levels, with aliases expanded"
              .formatted(MOST_VALUES, MOST_LEVELS),
          node.getStartMark());
    }
    if (!TAGS.contains(node.getTag())) {
      throw new Refused("tags are not supported: " + node.getTag(), node.getStartMark());
    }
    if (node instanceof MappingNode mapping) {
      entries(mapping)
          .forEach((name, each) -> add(key.isEmpty() ? name : key + "." + name, each, level + 1));
    } else if (node instanceof SequenceNode list && !list.getValue().isEmpty()) {
      for (int i = 0; i < list.getValue().size(); i++) {
        add(key + "[" + i + "]", list.getValue().get(i), level + 1);
      }
    } else {
      var isText = node instanceof ScalarNode && !node.getTag().equals(Tag.NULL);
      var value = isText ? ((ScalarNode) node).getValue() : "";
      values.put(key, withPlace(value, node.getStartMark()));
    }
  }

  private static Map<String, Node> entries(MappingNode mapping) {
    var entries = new LinkedHashMap<String, Node>();
    for (var each : mapping.getValue()) {
      if (!(each.getKeyNode() instanceof ScalarNode name)) {
        throw new Refused("a key must be a name", each.getKeyNode().getStartMark());
      }
      if (entries.putIfAbsent(name.getValue(), each.getValueNode()) != null) {
        throw new Refused("duplicate key " + name.getValue(), name.getStartMark());
      }
    }
    return entries;
  }

  private Object withPlace(String value, Mark mark) {
    return file == null
        ? value
        : OriginTrackedValue.of(
            value,
            new TextResourceOrigin(
                file, new TextResourceOrigin.Location(mark.getLine(), mark.getColumn())));
  }
}
