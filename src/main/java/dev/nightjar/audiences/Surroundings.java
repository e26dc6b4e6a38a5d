package dev.nightjar.audiences;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What audiences name of other sections.
 *
 * @param sections the settings of every section by its name, each as its keys and their values as
 *     text
 */
record Surroundings(Map<String, Object> sections) {
  private static final Set<String> CHANNELS_THAT_FIT_ALL = Set.of("any", "people");

  /** What an audience names that is not there, one line each. */
  List<String> problems(AudienceSettings audience) {
    var problems = new ArrayList<String>();
    for (var part : List.of("select", "except")) {
      var conditions = part.equals("select") ? audience.select() : audience.except();
      addUnknown(problems, part, "segment", conditions.namedSegments(), segments());
      addUnknown(problems, part, "tier", conditions.namedTiers(), tiers());
      addUnknown(problems, part, "attribute", conditions.attributes().keySet(), attributes());
    }
    audience.destinations().forEach(each -> addDestination(problems, audience, each));
    return problems;
  }

  /** The names of the segments of the map in use. */
  Set<String> segments() {
    var segments = map(sections.get("segments"));
    var used = map(map(segments.get("maps")).get(text(segments.get("map"))));
    var scored = used.get("segments") instanceof List<?> list ? list : List.of();
    var names = new TreeSet<String>();
    Stream.concat(
            scored.stream(),
            Stream.of("else", "prospects", "net-returners")
                .map(key -> used.containsKey(key) ? used.get(key) : segments.get(key)))
        .map(each -> text(map(each).get("name")))
        .filter(name -> !name.isEmpty())
        .forEach(names::add);
    return names;
  }

  /** The names of the tiers of clusters. */
  private Set<String> tiers() {
    var tiers = map(sections.get("clustering")).get("tiers");
    var names = new TreeSet<String>();
    if (tiers instanceof List<?> list) {
      list.forEach(each -> names.add(text(each)));
    }
    return names;
  }

  /** The names of the sources of suppressions. */
  List<String> suppressionSources() {
    return map(map(sections.get("ingest")).get("sources")).entrySet().stream()
        .filter(each -> text(map(each.getValue()).get("feed")).equalsIgnoreCase("suppressions"))
        .map(each -> text(each.getKey()))
        .sorted()
        .toList();
  }

  private Set<String> attributes() {
    var names = new TreeSet<>(Set.of("country"));
    map(map(sections.get("ingest")).get("sources"))
        .values()
        .forEach(
            source ->
                map(map(source).get("attributes"))
                    .keySet()
                    .forEach(name -> names.add(String.valueOf(name))));
    return names;
  }

  private static void addUnknown(
      List<String> problems, String part, String what, Iterable<String> named, Set<String> known) {
    for (var name : named) {
      if (!known.contains(name)) {
        problems.add(
            "%s: there is no %s %s; there are: %s"
                .formatted(part, what, name, String.join(", ", known)));
      }
    }
  }

  /**
   * A destination asks for a consent and uses a channel: both must be the ones that are checked.
   */
  private void addDestination(List<String> problems, AudienceSettings audience, String name) {
    var profiles = map(map(sections.get("destinations")).get("profiles"));
    if (profiles.isEmpty()) {
      return;
    }
    if (!profiles.containsKey(name)) {
      problems.add("destinations: there is no " + name);
      return;
    }
    var profile = map(profiles.get(name));
    var purpose = text(profile.get("purpose"));
    if (!purpose.equals(audience.purpose())) {
      problems.add("purpose: is %s, and %s is for %s".formatted(audience.purpose(), name, purpose));
    }
    var channel = text(profile.get("channel"));
    if (!audience.channel().equals(AudienceSettings.ANY_CHANNEL)
        && !CHANNELS_THAT_FIT_ALL.contains(channel)
        && !audience.channel().equals(channel)) {
      problems.add(
          "channel: is %s, and %s reaches people by %s"
              .formatted(audience.channel(), name, channel));
    }
    var known = identifiers(profile);
    audience.identifiers().stream()
        .map(each -> key(each.name()))
        .filter(each -> !known.isEmpty() && !known.contains(each))
        .forEach(
            each ->
                problems.add(
                    "identifiers: %s knows nobody by %s, only by %s"
                        .formatted(name, each, String.join(", ", known))));
  }

  /** The fields by which a destination knows people; empty where it takes anybody. */
  private static Set<String> identifiers(Map<?, ?> profile) {
    var fields = new TreeSet<String>();
    if (profile.get("columns") instanceof List<?> columns) {
      columns.stream()
          .map(Surroundings::map)
          .filter(column -> key(text(column.get("need"))).equals("identifier"))
          .forEach(column -> fields.add(key(text(column.get("field")))));
    }
    return fields;
  }

  /** A name of an enum as settings spell it. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static String text(@Nullable Object value) {
    var text = Objects.toString(value, "");
    return text.equals("null") ? "" : text;
  }
}
