package dev.nightjar.home;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Name;

/** The keys of a settings record, derived from its components. */
final class SettingsShape {
  private static final Pattern SECRET =
      Pattern.compile("(password|secret|token|passphrase|^address)$");
  private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");
  private static final int TYPING_ERRORS = 3;

  /** The components of a settings record by their keys, in the order of the record. */
  private static final ClassValue<Map<String, RecordComponent>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected Map<String, RecordComponent> computeValue(Class<?> settings) {
          var components = new LinkedHashMap<String, RecordComponent>();
          for (var component : settings.getRecordComponents()) {
            components.put(key(component), component);
          }
          return components;
        }
      };

  private SettingsShape() {}

  /** The key of a record component or of a path of them: {@code minAge} is {@code min-age}. */
  static String key(String camelCase) {
    return HUMP.matcher(camelCase).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
  }

  /** The key of a path of validated values, as it is written in a file. */
  static String keys(Path path) {
    var keys = new StringBuilder();
    for (var node : path) {
      if (node.getKey() != null) {
        keys.append('.').append(node.getKey());
      }
      if (node.getIndex() != null) {
        keys.append('[').append(node.getIndex()).append(']');
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        keys.append('.').append(key(node.getName()));
      }
    }
    return keys.substring(1);
  }

  /** The problem of an unknown key; empty if the key is known. */
  static Optional<String> unknown(Type type, List<String> path) {
    boolean isListByName = false;
    for (int i = 0; i < path.size(); i++) {
      var next = below(type, path.get(i));
      if (next == null && isListByName) {
        continue; // the binder takes all names up to the first index for the list's name
      }
      if (next == null) {
        return Optional.of("is not a setting" + hint(type, path, i));
      }
      isListByName = isRaw(type, Map.class) && isRaw(next, List.class);
      type = next;
    }
    return Optional.empty();
  }

  private static String hint(Type type, List<String> path, int i) {
    if (type instanceof Class<?> settings && settings.isRecord()) {
      return didYouMean(path.get(i), List.copyOf(COMPONENTS.get(settings).keySet()));
    }
    return type instanceof ParameterizedType
        ? ": %s is a list; begin each entry with -".formatted(path.get(i - 1))
        : ": " + path.get(i - 1) + " takes a single value";
  }

  private static boolean isRaw(Type type, Class<?> raw) {
    return type instanceof ParameterizedType parameterized && parameterized.getRawType() == raw;
  }

  /** Whether a key takes a list, a map or nested settings. */
  static boolean isOfMany(Type type, List<String> path) {
    Type found = type;
    for (var key : path) {
      found = found == null ? null : below(found, key);
    }
    return found instanceof ParameterizedType
        || found instanceof Class<?> settings && settings.isRecord();
  }

  /** The type of a key; null if the key is unknown. */
  private static @Nullable Type below(Type type, String key) {
    if (type instanceof ParameterizedType map && isRaw(type, Map.class)) {
      return map.getActualTypeArguments()[1];
    }
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return key.matches("[0-9]+") ? list.getActualTypeArguments()[0] : null;
    }
    if (type instanceof Class<?> settings && settings.isRecord()) {
      var component = COMPONENTS.get(settings).get(key);
      return component == null ? null : component.getGenericType();
    }
    return null;
  }

  /** Whether a variable's name without its section matches a key: {@code MIN_K} or {@code MINK}. */
  static boolean isVariable(Type type, String name) {
    if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
      return isVariableOfEntry(map.getActualTypeArguments()[1], name);
    }
    if (!(type instanceof Class<?> settings) || !settings.isRecord()) {
      return type instanceof ParameterizedType;
    }
    for (var each : COMPONENTS.get(settings).entrySet()) {
      var key = each.getKey().toUpperCase(Locale.ROOT);
      for (var own : List.of(key.replace('-', '_'), key.replace("-", ""))) {
        if (name.equals(own)
            || name.startsWith(own + "_")
                && isVariable(each.getValue().getGenericType(), name.substring(own.length() + 1))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The name of an entry can contain underscores, so any underscore can end it. */
  private static boolean isVariableOfEntry(Type type, String name) {
    if (!(type instanceof Class<?> settings) || !settings.isRecord()) {
      return true;
    }
    return IntStream.range(1, name.length())
        .filter(i -> name.charAt(i) == '_')
        .anyMatch(i -> isVariable(type, name.substring(i + 1)));
  }

  /** The hint for an unknown word: the most similar known word, or all of them. */
  static String didYouMean(String word, List<String> words) {
    var distance = new LevenshteinDistance(TYPING_ERRORS);
    return words.stream()
        .filter(candidate -> distance.apply(word, candidate) >= 0)
        .min(Comparator.comparing(candidate -> distance.apply(word, candidate)))
        .map(candidate -> "; did you mean " + candidate + "?")
        .orElse("; there are: " + String.join(", ", words));
  }

  /** Whether the value of a key is never shown; of a nested key, its last part counts. */
  static boolean isSecret(String key) {
    return SECRET.matcher(key).find();
  }

  /** A settings record as maps of keys and values, secrets masked. */
  static Object effective(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      var copy = new LinkedHashMap<Object, Object>();
      map.forEach((key, each) -> copy.put(key, effective(each)));
      return copy;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(SettingsShape::effective).toList();
    }
    if (value != null && value.getClass().isRecord()) {
      var copy = new LinkedHashMap<String, Object>();
      COMPONENTS
          .get(value.getClass())
          .forEach(
              (key, component) -> {
                var each = read(component, value);
                copy.put(key, isSecret(key) && each != null ? "***" : effective(each));
              });
      return copy;
    }
    return value instanceof Enum<?> ? word(value) : String.valueOf(value);
  }

  /** A constant as files spell it. */
  private static String word(Object constant) {
    return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The key of a component; an annotation has keys that are Java keywords, such as else. */
  private static String key(RecordComponent component) {
    try {
      var field = component.getDeclaringRecord().getDeclaredField(component.getName());
      var name = field.getAnnotation(Name.class);
      return name == null ? key(component.getName()) : name.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("a record has a field for each component", e);
    }
  }

  private static @Nullable Object read(RecordComponent component, Object settings) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
