package dev.nightjar.deliver;

import dev.nightjar.destinations.Profile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A destination that keeps identifiers and applies files as its kind documents it. It never sees
 * the full file if it gets differences.
 */
final class SimulatedPlatform {
  private static final String CHANGE_TO_REMOVE = "remove";

  private final String destination;
  private final String audience;
  private final Profile profile;
  private final Set<FileKind> kinds;
  private final Set<String> known = new HashSet<>();

  /**
   * @param kinds files that it takes, which must be enough to follow
   */
  SimulatedPlatform(String destination, String audience, Profile profile, Set<FileKind> kinds) {
    this.destination = destination;
    this.audience = audience;
    this.profile = profile;
    this.kinds = kinds;
  }

  String destination() {
    return destination;
  }

  String audience() {
    return audience;
  }

  /** Who is in its list. */
  Set<String> known() {
    return known;
  }

  /**
   * Applies the files of a night.
   *
   * @param folder of the extract
   * @param order in which the kinds come
   */
  void follow(Path folder, String night, List<FileKind> order) {
    if (kinds.contains(FileKind.FULL)) {
      known.clear(); // a full file replaces what is there
      known.addAll(identifiers(read(folder, night, FileKind.FULL), 0));
      return;
    }
    for (var kind : order) {
      if (kinds.contains(kind)) {
        apply(kind, read(folder, night, kind));
      }
    }
  }

  private void apply(FileKind kind, List<List<String>> rows) {
    int shift = kind == FileKind.CHANGES ? 1 : 0;
    for (var row : rows) {
      boolean goes =
          switch (kind) {
            case REMOVES -> true;
            case CHANGES -> row.get(0).equals(CHANGE_TO_REMOVE);
            default -> isLeaver(row);
          };
      var named = identifiers(List.of(row), shift);
      if (goes) {
        known.removeAll(named);
      } else {
        known.addAll(named);
      }
    }
  }

  /** Whether the column that says who is in the list says no. */
  private boolean isLeaver(List<String> row) {
    for (int place = 0; place < profile.columns().size(); place++) {
      var leaver = profile.columns().get(place).leaver();
      if (leaver != null && row.get(place).equals(leaver)) {
        return true;
      }
    }
    return false;
  }

  /** What the full file of a night says that it should know. */
  Set<String> tonight(Path folder, String night) {
    return identifiers(read(folder, night, FileKind.FULL), 0);
  }

  private List<List<String>> read(Path folder, String night, FileKind kind) {
    var file = folder.resolve("%s__%s__%s%s".formatted(audience, night, kind, profile.extension()));
    return ReadRows.of(file, profile);
  }

  private Set<String> identifiers(Collection<List<String>> rows, int shift) {
    var named = new HashSet<String>();
    for (var row : rows) {
      for (int place : profile.identifiers()) {
        var cell = row.get(place + shift);
        if (!cell.isEmpty()) {
          named.add(profile.columns().get(place).content() + " " + cell);
        }
      }
    }
    return named;
  }

  @Override
  public String toString() {
    return destination + " " + kinds;
  }
}
