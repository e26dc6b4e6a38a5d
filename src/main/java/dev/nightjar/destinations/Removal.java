package dev.nightjar.destinations;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How people are removed at a destination. */
public enum Removal {
  /** By a file of the rows to remove. */
  FILE(Set.of("full", "removes"), "full", "removes", "adds", "changes"),
  /** By a column that says whether somebody is in the audience: its files only add and update. */
  FLAG(Set.of("adds"), "full", "adds"),
  /** By the next full file, which replaces what is there. */
  OVERWRITE(Set.of("full"), "full"),
  /** Not by files: they only add and update. */
  NONE(Set.of(), "full", "adds");

  /** Kinds of which each alone says who refused. */
  final Set<String> tellingKinds;

  /** Kinds that it takes. */
  final Set<String> kinds;

  Removal(Set<String> tellingKinds, String... kinds) {
    this.tellingKinds = tellingKinds;
    this.kinds = new LinkedHashSet<>(List.of(kinds));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
