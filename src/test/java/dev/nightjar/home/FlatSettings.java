package dev.nightjar.home;

import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Name;

/** Settings records as flat keys and values, read off their components and not off their YAML. */
final class FlatSettings {
  private FlatSettings() {}

  /** Each key with its value, one a line. */
  static String text(Map<String, Object> sections) {
    var text = new StringBuilder();
    flat(sections).forEach((key, value) -> text.append(key + ": " + value).append('\n'));
    return text.toString();
  }

  /** Each key with its value, secrets in clear. */
  static Map<String, @Nullable Object> flat(Map<String, Object> sections) {
    var flat = new LinkedHashMap<String, @Nullable Object>();
    sections.forEach((section, settings) -> add(section, settings, flat));
    return flat;
  }

  /** The keys that have the same value in both. */
  static List<String> unchanged(Map<String, Object> sections, Map<String, Object> others) {
    var values = flat(others);
    var unchanged = new ArrayList<String>();
    flat(sections)
        .forEach(
            (key, value) -> {
              if (values.containsKey(key) && Objects.equals(value, values.get(key))) {
                unchanged.add(key);
              }
            });
    return unchanged;
  }

  private static void add(String key, @Nullable Object value, Map<String, @Nullable Object> flat) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      map.forEach((name, each) -> add(key + "." + name, each, flat));
    } else if (value instanceof List<?> list && isOfSettings(list)) {
      for (int i = 0; i < list.size(); i++) {
        add(key + "." + i, list.get(i), flat);
      }
    } else if (value instanceof Record settings) {
      for (var component : settings.getClass().getRecordComponents()) {
        add(key + "." + key(component), read(component, settings), flat);
      }
    } else {
      flat.put(key, value);
    }
  }

  private static String key(RecordComponent component) {
    var own = field(component).getAnnotation(Name.class);
    return own == null
        ? component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT)
        : own.value();
  }

  private static Field field(RecordComponent component) {
    try {
      return component.getDeclaringRecord().getDeclaredField(component.getName());
    } catch (NoSuchFieldException e) {
      throw new AssertionError("no field of " + component, e);
    }
  }

  private static boolean isOfSettings(List<?> list) {
    return !list.isEmpty() && (list.get(0) instanceof Record || list.get(0) instanceof Map);
  }

  private static @Nullable Object read(RecordComponent component, Record settings) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("cannot read " + component, e);
    }
  }
}
