package dev.nightjar.deliver;

import dev.nightjar.destinations.Profile;
import dev.nightjar.pipeline.Night;
import java.nio.file.Path;
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
  Profile profile(FileKind kind) {
    var own = profile.of(kind.toString());
    return kind == FileKind.CHANGES ? own.withFirst("change") : own;
  }

  /** The folder of the night, relative to the outbox. */
  Path folder(Night night) {
    return home().resolve(night.date().toString());
  }

  Path home() {
    return Path.of(destination, audience.name());
  }

  String name(Night night, FileKind kind) {
    return "%s__%s__%s".formatted(audience.name(), night.date(), kind);
  }
}
