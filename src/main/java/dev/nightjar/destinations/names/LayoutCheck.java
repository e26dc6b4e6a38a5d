package dev.nightjar.destinations.names;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks where the extracts of all audiences would lie: no two of them can have a file of one path,
 * and no night can replace the differences of another.
 */
public final class LayoutCheck {
  private static final LocalDate A_NIGHT = LocalDate.parse("2026-06-30");

  /** The names of parts: the second one of {@code vip} is {@code vip-2}. */
  private static final Pattern PART = Pattern.compile("(.*)-\\d+");

  private static final String FULL = "full";

  private final List<String> problems = new ArrayList<>();
  private final Map<String, String> owners = new HashMap<>();
  private final Set<String> refused = new HashSet<>();

  /**
   * An audience at a destination.
   *
   * @param place where the deliveries of the destination go
   * @param kinds kinds of files that it gets
   * @param layout of its profile for the audience
   * @param extension of its files
   */
  public record Use(
      String destination,
      String audience,
      String place,
      List<String> kinds,
      Layout layout,
      String extension) {}

  /**
   * One line for each problem, beginning with the key.
   *
   * @param uses sorted by the names of the audiences, so that vip comes before vip-2
   */
  public List<String> problems(List<Use> uses) {
    uses.forEach(this::check);
    return problems;
  }

  private void check(Use use) {
    var kinds = use.kinds();
    if (kinds.size() > 1 && !use.layout().namesKind()) {
      problem(
          use,
          ".file: needs {kind}, as deliver.files.%s has %d kinds of files"
              .formatted(use.destination(), kinds.size()));
      return;
    }
    if (!kinds.equals(List.of(FULL)) && !use.layout().tellsNightsApart()) {
      problem(
          use, ".file: needs {date}; otherwise a night would replace changes that nobody has read");
    }
    var names =
        ExtractNames.of(use.destination(), use.audience(), A_NIGHT, use.layout(), use.extension());
    if (names.leadsOut()) {
      problem(use, ".folder: leads out of the place of the deliveries for " + use.audience());
    }
    var files = kinds.stream().map(kind -> names.stem(kind) + names.extension()).toList();
    files.forEach(file -> own(use, names.path(file)));
    names.markers(files).forEach(marker -> own(use, marker));
    if (names.manifest() != null) {
      own(use, names.manifest());
    }
    if (names.hasCopy() && kinds.contains(FULL)) {
      own(use, names.copy(ExtractNames.COPY) + names.extension());
    }
  }

  private void own(Use use, String file) {
    var path = use.place() + " " + file;
    int dot = path.lastIndexOf(use.extension());
    var stem = dot < 0 ? path : path.substring(0, dot);
    var rest = dot < 0 ? "" : path.substring(dot);
    var part = PART.matcher(stem);
    var other =
        owners.containsKey(path) || !part.matches()
            ? owners.get(path)
            : owners.get(part.group(1) + rest);
    var whose = use.audience() + " at " + use.destination();
    if (other != null) {
      problem(
          use,
          ": %s and %s would have one file %s; name {audience}, or take away what both have (marker, manifest, copy: %s)"
              .formatted(other, whose, file, Layout.NONE));
    }
    owners.putIfAbsent(path, whose);
  }

  private void problem(Use use, String text) {
    if (refused.add(use.destination())) { // one is enough: it is one setting
      problems.add("destinations.profiles.%s.layout%s".formatted(use.destination(), text));
    }
  }
}
