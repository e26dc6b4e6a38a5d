package dev.nightjar.home;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Settings that several files, or several documents of one, write: whichever won, somebody would
 * miss the other.
 */
final class RepeatedKeys {
  private static final ConfigurationPropertyName SOURCES =
      ConfigurationPropertyName.of("ingest.sources");

  private RepeatedKeys() {}

  /** One line per setting or source, with both places. */
  static List<String> problems(List<PropertySource<?>> written) {
    var problems = new LinkedHashMap<ConfigurationPropertyName, String>();
    var places = new HashMap<ConfigurationPropertyName, ConfigurationProperty>();
    var files = written.stream().filter(OriginTrackedMapPropertySource.class::isInstance).toList();
    for (var file : ConfigurationPropertySources.from(files)) {
      places((IterableConfigurationPropertySource) file)
          .forEach(
              (name, property) -> {
                var other = places.putIfAbsent(name, property);
                if (other != null) {
                  problems.putIfAbsent(
                      source(name), problem(source(name), place(property), place(other)));
                }
              });
    }
    return List.copyOf(problems.values());
  }

  private static String problem(ConfigurationPropertyName name, String place, String other) {
    return "%s: %s: is in %s too; %s"
        .formatted(
            place,
            name,
            other,
            SOURCES.isParentOf(name)
                ? "give one of the sources another name, or remove it"
                : "keep one of them");
  }

  /** The first property of each setting in a file; a list is one setting. */
  private static Map<ConfigurationPropertyName, ConfigurationProperty> places(
      IterableConfigurationPropertySource file) {
    var places = new LinkedHashMap<ConfigurationPropertyName, ConfigurationProperty>();
    for (var name : file) {
      places.putIfAbsent(withoutIndex(name), file.getConfigurationProperty(name));
    }
    return places;
  }

  private static String place(ConfigurationProperty property) {
    return SettingsSources.place(property).replaceFirst(": $", "");
  }

  /** The source to which a key belongs; otherwise the key itself. */
  private static ConfigurationPropertyName source(ConfigurationPropertyName name) {
    return SOURCES.isAncestorOf(name) ? name.chop(SOURCES.getNumberOfElements() + 1) : name;
  }

  private static ConfigurationPropertyName withoutIndex(ConfigurationPropertyName name) {
    int length = 0;
    while (length < name.getNumberOfElements() && !name.isNumericIndex(length)) {
      length++;
    }
    return name.chop(length);
  }
}
