package dev.nightjar.deliver;

import dev.nightjar.destinations.Layout;
import dev.nightjar.destinations.Profile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Checks where the extracts of all audiences would lie: no two of them can have a file of one path,
 * and no night can replace the differences of another.
 */
final class LayoutCheck {
  private static final LocalDate A_NIGHT = LocalDate.parse("2026-06-30");

  /** The names of parts: the second one of {@code vip} is {@code vip-2}. */
  private static final Pattern PART = Pattern.compile("(.*)-\\d+");

  private final DeliverSettings settings;
  private final Map<String, Profile> profiles;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, String> owners = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  LayoutCheck(DeliverSettings settings, Map<String, Profile> profiles) {
    this.settings = settings;
    this.profiles = profiles;
  }

  /**
   * One line for each problem.
   *
   * @param audiences destinations by audience; none for the default destination
   */
  List<String> problems(Map<String, List<String>> audiences) {
    new TreeMap<>(audiences).forEach( // vip before vip-2
        (audience, named) -> {
          for (var name : named.isEmpty() ? List.of(settings.destination()) : named) {
            if (profiles.containsKey(name)) {
              check(name, audience, settings.of(profiles.get(name), name, audience));
            }
          }
        });
    return problems;
  }

  private void check(String name, String audience, Profile profile) {
    var kinds = settings.files().getOrDefault(name, List.of(FileKind.FULL));
    var layout = profile.layout();
    if (kinds.size() > 1 && !layout.namesKind()) {
      problem(
          name,
          ".file: needs {kind}, as deliver.files.%s has %d kinds of files"
              .formatted(name, kinds.size()));
      return;
    }
    if (!kinds.equals(List.of(FileKind.FULL)) && !layout.tellsNightsApart()) {
      problem(
          name,
          ".file: needs {date}; otherwise a night would replace changes that nobody has read");
    }
    var names = ExtractNames.of(name, profile, audience, A_NIGHT);
    if (names.leadsOut()) {
      problem(name, ".folder: leads out of the place of the deliveries for " + audience);
    }
    var place = DestinationConnection.place(name, settings) + " ";
    var whose = audience + " at " + name;
    var files = kinds.stream().map(kind -> names.stem(kind) + names.extension()).toList();
    files.forEach(file -> own(name, place + names.path(file), whose));
    names.markers(files).forEach(marker -> own(name, place + marker, whose));
    if (names.manifest() != null) {
      own(name, place + names.manifest(), whose);
    }
    if (names.hasCopy() && kinds.contains(FileKind.FULL)) {
      own(name, place + names.copy(ExtractNames.COPY) + names.extension(), whose);
    }
  }

  private void own(String name, String path, String whose) {
    int dot = path.lastIndexOf(profiles.get(name).extension());
    var stem = dot < 0 ? path : path.substring(0, dot);
    var rest = dot < 0 ? "" : path.substring(dot);
    var part = PART.matcher(stem);
    var other =
        owners.containsKey(path) || !part.matches()
            ? owners.get(path)
            : owners.get(part.group(1) + rest);
    if (other != null) {
      problem(
          name,
          ": %s and %s would have one file %s; name {audience}, or take away what both have (marker, manifest, copy: %s)"
              .formatted(other, whose, path.substring(path.indexOf(' ') + 1), Layout.NONE));
    }
    owners.putIfAbsent(path, whose);
  }

  private void problem(String name, String text) {
    if (told.add(name)) { // one is enough: it is one setting
      problems.add("destinations.profiles.%s.layout%s".formatted(name, text));
    }
  }
}
