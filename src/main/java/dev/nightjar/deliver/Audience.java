package dev.nightjar.deliver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An audience of the night.
 *
 * @param name as in its file names
 * @param segment that it is made of; null where it is declared
 * @param destinations names; empty for an audience that is no longer in the settings
 * @param isDue whether its frequency makes it due in this night
 * @param isEmptied whether no member is delivered and former ones are removed: it is too small, or
 *     no longer in the settings
 */
record Audience(
    String name,
    @Nullable String segment,
    String description,
    String action,
    String channel,
    String offer,
    List<String> destinations,
    boolean isDue,
    boolean isEmptied) {

  /** Whether it is no longer in the settings. */
  boolean isEnded() {
    return destinations.isEmpty();
  }

  /** An audience that is no longer in the settings. */
  static Audience ended(String name) {
    return new Audience(
        name, null, "not in the settings any more", "", "", "", List.of(), true, true);
  }
}
