package dev.nightjar.deliver;

import dev.nightjar.db.deliver.tables.records.StatesRecord;
import dev.nightjar.destinations.Destinations;
import dev.nightjar.destinations.Profile;
import dev.nightjar.destinations.names.ExtractNames;
import dev.nightjar.pipeline.Night;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

  /**
   * The audiences of a night at their destinations, and those that destinations have and the night
   * does not.
   *
   * @param held what the destinations have
   */
  static List<DeliveryTarget> all(
      List<StatesRecord> held,
      List<Audience> audiences,
      LocalDate night,
      DeliverSettings settings,
      Destinations destinations) {
    var left = new ArrayList<>(held);
    var targets = new ArrayList<DeliveryTarget>();
    for (var audience : audiences) {
      for (var name : audience.destinations()) {
        boolean isHeld =
            left.removeIf(
                each ->
                    each.getDestination().equals(name)
                        && each.getAudience().equals(audience.name()));
        if (isHeld || !audience.isEmptied()) {
          var profile = destinations.profile(name).orElseThrow();
          targets.add(of(audience, name, profile, night, settings));
        }
      }
    }
    for (var state : left) {
      var name = state.getDestination();
      destinations
          .profile(name)
          .map(each -> of(Audience.ended(state.getAudience()), name, each, night, settings))
          .ifPresent(targets::add);
    }
    return targets;
  }

  private static DeliveryTarget of(
      Audience audience,
      String destination,
      Profile profile,
      LocalDate night,
      DeliverSettings settings) {
    var own = settings.of(profile, destination, audience.name());
    var kinds = EnumSet.copyOf(settings.files().getOrDefault(destination, List.of(FileKind.FULL)));
    return new DeliveryTarget(
        audience, destination, own, kinds, settings.expiresOn(destination, night), null);
  }

  /** The parameters of the profile that the audience has no own value for. */
  Set<String> missingParameters(DeliverSettings settings) {
    var missing = new TreeSet<>(profile.parameters().keySet());
    var own = settings.delivery(destination).parameters().get(audience.name());
    missing.removeAll(own == null ? Set.of() : own.keySet());
    return missing;
  }

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
