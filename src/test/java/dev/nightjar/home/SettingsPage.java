package dev.nightjar.home;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/** The reference of all settings, from the records that declare them. */
final class SettingsPage {
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("String", "text"),
          Map.entry("Path", "path"),
          Map.entry("URI", "URI"),
          Map.entry("boolean", "`true`, `false`"),
          Map.entry("Boolean", "`true`, `false`"),
          Map.entry("int", "whole number"),
          Map.entry("Integer", "whole number"),
          Map.entry("long", "whole number"),
          Map.entry("Long", "whole number"),
          Map.entry("double", "number"),
          Map.entry("Double", "number"),
          Map.entry("BigDecimal", "number"),
          Map.entry("Character", "character"),
          Map.entry("char", "character"),
          Map.entry("Charset", "encoding"),
          Map.entry("Currency", "ISO 4217 code"),
          Map.entry("DataSize", "size, such as `10MB`"),
          Map.entry("Duration", "duration, such as `10s`"),
          Map.entry("LocalDate", "date, such as `2026-01-31`"),
          Map.entry("LocalTime", "time of day, such as `06:00`"),
          Map.entry("Period", "period, such as `P90D`"),
          Map.entry("ZoneId", "time zone"));

  private final SourceComments comments;
  private final Map<Class<?>, String> headings = new LinkedHashMap<>();
  private final StringBuilder page = new StringBuilder();

  /** Settings that are still to be described, with the key they are found under. */
  private record Waiting(String key, Class<?> type) {}

  private SettingsPage(SourceComments comments) {
    this.comments = comments;
  }

  /**
   * The page, a table for each section and each group of settings in it.
   *
   * @param sections the records by section
   */
  static String of(Map<String, Class<?>> sections, SourceComments comments) {
    var page = new SettingsPage(comments);
    sections.forEach((name, type) -> page.addGroup("## ", new Waiting(name, type)));
    return page.page.toString().stripTrailing() + "\n";
  }

  private void addGroup(String level, Waiting group) {
    headings.put(group.type(), group.key());
    page.append(level).append('`').append(group.key()).append("`\n\n");
    page.append(comments.of(group.type())).append("\n\n");
    page.append("| key | type | default | meaning |\n|---|---|---|---|\n");
    var below = new ArrayList<Waiting>();
    for (var component : group.type().getRecordComponents()) {
      addRow(group, component, below);
    }
    page.append('\n');
    below.stream()
        .filter(each -> headings.get(each.type()).equals(each.key()))
        .forEach(each -> addGroup("### ", each));
  }

  private void addRow(Waiting group, RecordComponent component, List<Waiting> below) {
    var key = group.key() + "." + key(component);
    var element = element(component.getGenericType());
    if (element.isRecord()) {
      var place = key + suffix(component.getGenericType());
      if (headings.putIfAbsent(element, place) == null) {
        below.add(new Waiting(place, element));
      }
    }
    var own = new ArrayList<String>();
    own.add(comments.of(group.type(), component.getName()));
    if (element.isEnum()) {
      own.addAll(constants(element));
    }
    var meaning = own.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining("; "));
    page.append(
        "| `%s` | %s | %s | %s |\n"
            .formatted(
                key(component),
                cell(kind(component.getGenericType()) + limits(field(component))),
                cell(defaultOf(component)),
                cell(meaning)));
  }

  /** A pipe would begin another cell. */
  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private List<String> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> !comments.of(type, ((Enum<?>) each).name()).isEmpty())
        .map(each -> "`%s`: %s".formatted(written(each), constant(type, (Enum<?>) each)))
        .toList();
  }

  private String constant(Class<?> type, Enum<?> each) {
    return comments.of(type, each.name()).replaceAll("\\.$", "");
  }

  private String kind(Type type) {
    if (type instanceof ParameterizedType many) {
      var of = many.getActualTypeArguments();
      return many.getRawType() == Map.class ? "by name: " + kind(of[1]) : "list of " + kind(of[0]);
    }
    var simple = (Class<?>) type;
    if (simple.isEnum()) {
      return Arrays.stream(simple.getEnumConstants())
          .map(each -> "`" + written(each) + "`")
          .collect(Collectors.joining(", "));
    }
    if (simple.isRecord()) {
      var heading = Objects.requireNonNull(headings.get(simple));
      var anchor = heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "");
      return "[`%s`](#%s)".formatted(heading, anchor);
    }
    return KINDS.getOrDefault(
        simple.getSimpleName(), SettingsShape.key(simple.getSimpleName()).replace('-', ' '));
  }

  private static String limits(AnnotatedElement field) {
    var least =
        Stream.of(value(field, Min.class), value(field, DecimalMin.class))
            .filter(each -> !each.isEmpty())
            .map(each -> ", at least " + each);
    var most =
        Stream.of(value(field, Max.class), value(field, DecimalMax.class))
            .filter(each -> !each.isEmpty())
            .map(each -> ", at most " + each);
    return Stream.concat(least, most).collect(Collectors.joining());
  }

  private static String value(
      AnnotatedElement field, Class<? extends java.lang.annotation.Annotation> kind) {
    var limit = field.getAnnotation(kind);
    if (limit == null) {
      return "";
    }
    try {
      return String.valueOf(kind.getMethod("value").invoke(limit));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("a limit has a value", e);
    }
  }

  private static String defaultOf(RecordComponent component) {
    var given = defaultValue(component);
    var field = field(component);
    if (given != null && given.value().length > 0) {
      return Arrays.stream(given.value())
          .map(each -> each.isEmpty() ? "empty" : "`" + each + "`")
          .collect(Collectors.joining(", "));
    }
    var isRequired =
        Stream.of(NotNull.class, NotBlank.class, NotEmpty.class)
            .anyMatch(field::isAnnotationPresent);
    if (isRequired) {
      return "required";
    }
    if (component.getType().isRecord()) {
      return "see there";
    }
    return "none";
  }

  /** It is not kept at the component itself, only at the parameter of the constructor. */
  private static @Nullable DefaultValue defaultValue(RecordComponent component) {
    var type = component.getDeclaringRecord();
    var names = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    return Arrays.stream(type.getDeclaredConstructors())
        .filter(each -> each.getParameterCount() == names.size())
        .findFirst()
        .map(each -> each.getParameters()[names.indexOf(component.getName())])
        .map(each -> each.getAnnotation(DefaultValue.class))
        .orElse(null);
  }

  /** A constant as files spell it. */
  private static String written(Object constant) {
    return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The record or value that lists and maps are of. */
  private static Class<?> element(Type type) {
    if (type instanceof ParameterizedType many) {
      var of = many.getActualTypeArguments();
      return element(of[of.length - 1]);
    }
    return (Class<?>) type;
  }

  private static String suffix(Type type) {
    if (type instanceof ParameterizedType many) {
      var of = many.getActualTypeArguments();
      return (many.getRawType() == Map.class ? ".NAME" : "[]") + suffix(of[of.length - 1]);
    }
    return "";
  }

  private static String key(RecordComponent component) {
    var own = field(component).getAnnotation(Name.class);
    return own == null ? SettingsShape.key(component.getName()) : own.value();
  }

  private static Field field(RecordComponent component) {
    try {
      return component.getDeclaringRecord().getDeclaredField(component.getName());
    } catch (NoSuchFieldException e) {
      throw new AssertionError("a record has a field for each component", e);
    }
  }
}
