package dev.nightjar.home;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.PlaceholdersResolver;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginProvider;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.error.YAMLException;

/** The sources of a home's settings: options, the environment, files. */
final class SettingsSources {
  static final String ENVIRONMENT_PREFIX = "NIGHTJAR_";

  private final Home home;
  private final Map<String, Class<?>> sections;
  private final List<String> problems;
  private final List<PropertySource<?>> written = new ArrayList<>();
  private final List<PropertySource<?>> all = new ArrayList<>();
  private final Map<String, Path> drafts = new TreeMap<>();

  /**
   * @param sections types of the settings records, by section
   * @param problems list to which reading problems are added
   */
  SettingsSources(Home home, Map<String, Class<?>> sections, List<String> problems) {
    this.home = home;
    this.sections = sections;
    this.problems = problems;
  }

  /**
   * Reads another text for a file of the folder, which need not be there.
   *
   * @param file name of the file
   * @param text file with its text
   */
  void readInstead(String file, Path text) {
    drafts.put(file, text);
  }

  void read() {
    readOverrides();
    readFiles();
    all.addAll(written);
    all.add(1, environment());
  }

  /** Options, then files by name. */
  List<PropertySource<?>> written() {
    return written;
  }

  /** All sources, in order of precedence. */
  List<PropertySource<?>> all() {
    return all;
  }

  /** Replaces {@code ${…}} with other settings and with any environment variables. */
  PlaceholdersResolver placeholders() {
    var places = new ArrayList<>(all);
    places.add(new SystemEnvironmentPropertySource("variables", variables()));
    return new PropertySourcesPlaceholdersResolver(places);
  }

  private void readOverrides() {
    var values = new LinkedHashMap<String, Object>();
    for (var override : home.overrides()) {
      int equals = override.indexOf('=');
      if (equals < 1) {
        problems.add("--set " + override + ": is not of the form key=value");
      } else {
        values.putAll(values(override.substring(0, equals), override.substring(equals + 1)));
      }
    }
    written.add(new MapPropertySource("--set", values));
  }

  /** A list or a map can be written as in a file; in other values, brackets have no meaning. */
  private Map<String, Object> values(String key, String text) {
    var path = List.of(key.split("[.\\[\\]]+"));
    var type = sections.get(path.get(0));
    if (type == null
        || !text.matches("(?s)\\s*[\\[{].*")
        || !SettingsShape.isOfMany(type, path.subList(1, path.size()))) {
      return Map.of(key, text);
    }
    try {
      return YamlSettings.read(key, text);
    } catch (YAMLException e) {
      problems.add("--set " + key + ": is not YAML: " + YamlSettings.reason(e));
      return Map.of();
    }
  }

  private void readFiles() {
    if (!Files.isDirectory(home.config())) {
      problems.add(home.config() + ": the folder does not exist");
      return;
    }
    try (var files = Files.list(home.config())) {
      for (var file : files.filter(f -> f.toString().matches("(?s).*\\.ya?ml")).sorted().toList()) {
        if (!drafts.containsKey(file.getFileName().toString())) {
          readFile(file);
        }
      }
      for (var draft : drafts.values()) {
        readFile(draft);
      }
    } catch (IOException e) {
      problems.add(home.config() + ": cannot be read: " + e.getMessage());
    }
  }

  private void readFile(Path file) throws IOException {
    try {
      var name = home.config().getParent().relativize(file).toString();
      written.addAll(YamlSettings.read(name, file));
    } catch (YAMLException e) {
      problems.add(file + ": is not YAML: " + YamlSettings.reason(e));
    } catch (CharacterCodingException e) {
      problems.add(file + ": is not in UTF-8");
    }
  }

  private static PropertySource<?> environment() {
    var values = new LinkedHashMap<String, Object>();
    variables()
        .forEach(
            (name, value) -> {
              if (name.startsWith(ENVIRONMENT_PREFIX)) {
                values.put(name.substring(ENVIRONMENT_PREFIX.length()), value);
              }
            });
    // the binder reads RFM_WINDOW as rfm.window only in a source with this ending in its name
    return new SystemEnvironmentPropertySource("nightjar-systemEnvironment", values);
  }

  static Map<String, Object> variables() {
    return new TreeMap<>(System.getenv());
  }

  /** The first place with the key, or with a key below it, or with its entry. */
  String placeOf(ConfigurationPropertyName key) {
    for (var source : ConfigurationPropertySources.from(all)) {
      for (var name : (IterableConfigurationPropertySource) source) {
        if (key.equals(name) || key.isAncestorOf(name)) {
          return place(source.getConfigurationProperty(name));
        }
      }
    }
    return key.getNumberOfElements() > 3 ? placeOf(key.getParent()) : "";
  }

  private static @Nullable Origin origin(ConfigurationProperty property) {
    var origin = Origin.from(property);
    while (origin instanceof OriginProvider provider && provider.getOrigin() != null) {
      origin = provider.getOrigin();
    }
    return origin;
  }

  /** The comment behind a value in its file, after a colon; empty if there is none. */
  static String comment(ConfigurationProperty property) {
    if (origin(property) instanceof TextResourceOrigin text
        && text.getResource() != null
        && text.getLocation() != null) {
      try {
        var lines = text.getResource().getContentAsString(StandardCharsets.UTF_8).lines();
        var line = lines.skip(text.getLocation().getLine()).findFirst().orElse("");
        int comment = line.indexOf(" # ", text.getLocation().getColumn());
        return comment < 0 ? "" : ": " + line.substring(comment + 3).strip();
      } catch (IOException e) {
        return "";
      }
    }
    return "";
  }

  /** Where a value was written: file, line and column, the option, or the variable. */
  static String place(@Nullable ConfigurationProperty property) {
    var origin = property == null ? null : origin(property);
    if (origin instanceof TextResourceOrigin text && text.getLocation() != null) {
      var resource = text.getResource();
      var file = resource == null ? "" : String.valueOf(resource.getFilename());
      return "%s:%d:%d: "
          .formatted(file, text.getLocation().getLine() + 1, text.getLocation().getColumn() + 1);
    }
    if (origin instanceof SystemEnvironmentOrigin variable) {
      return "variable " + ENVIRONMENT_PREFIX + variable.getProperty() + ": ";
    }
    if (property != null && property.getSource() != null) {
      var source = property.getSource().getUnderlyingSource();
      return source instanceof MapPropertySource options ? options.getName() + " " : "";
    }
    return "";
  }
}
