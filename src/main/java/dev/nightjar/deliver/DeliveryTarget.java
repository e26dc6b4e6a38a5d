package dev.nightjar.deliver;

import dev.nightjar.destinations.Profile;
import dev.nightjar.destinations.names.ExtractNames;
import dev.nightjar.pipeline.Night;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An audience at one of its destinations.
 *
 * @param kinds kinds of files that the destination gets
 * @param expiresOn day on which a purge removes the extract there
 * @param waitsFor why the night's change waits, so that only people who refused leave; null if it
 *     does not wait
 */
record DeliveryTarget(
    Audience audience,
    String destination,
    Profile profile,
    Set<FileKind> kinds,
    LocalDate expiresOn,
    @Nullable String waitsFor) {

  /** The same, while the night's change waits. */
  DeliveryTarget waiting(String reason) {
    return new DeliveryTarget(audience, destination, profile, kinds, expiresOn, reason);
  }

  /** Whether everybody is removed. */
  boolean isEmptied() {
    return audience.isEmptied() && waitsFor == null;
  }

  /** Whether its files say who is to be removed. */
  boolean hasRemoves() {
    return kinds.stream().anyMatch(kind -> kind.hasRemoves(profile));
  }

  Holding holding() {
    return new Holding(destination, audience.name(), profile);
  }

  /** The profile for a kind of file; changes have one more column, the action for each row. */
  Profile profile(FileKind kind, Night night) {
    var own = profile.of(kind.toString()).on(night.date());
    return kind == FileKind.CHANGES ? own.withFirst("change") : own;
  }

  /** What its files are called. */
  ExtractNames names(Night night) {
    return ExtractNames.of(
        destination, audience.name(), night.date(), profile.layout(), profile.extension());
  }

  /**
   * Whether the destination would refuse what it gets: it takes no list of so few people. What
   * removes people is never withheld.
   */
  boolean isRefused(ChangeCounts change) {
    return change.customers() < profile.requireAtLeast()
        && !isEmptied()
        && !(hasRemoves() && change.removed() + change.replaced() > 0);
  }
}
