package dev.nightjar.deliver;

import dev.nightjar.home.Counted;
import dev.nightjar.home.Failure;
import dev.nightjar.transport.TransportFault;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** An extract or one of its files could not be delivered, or not be removed from where it was. */
final class DeliveryFailed extends Exception {
  private final boolean isAfterRemoves;

  /**
   * @param what was to be done, such as {@code vip/2026-06-30/vip.csv was not delivered to}
   * @param where the setting of the destination, and its place
   * @param tries how often it was tried
   * @param cause what a library said
   */
  DeliveryFailed(String what, String where, int tries, Throwable cause) {
    super(
        "%s %s, tried %s: %s. %s"
            .formatted(
                what,
                where,
                tries == 1 ? "once" : tries + " times",
                Failure.reason(cause),
                advice(cause)),
        cause);
    this.isAfterRemoves = false;
  }

  private DeliveryFailed(String message) {
    super(message);
    this.isAfterRemoves = false;
  }

  private DeliveryFailed(DeliveryFailed failure) {
    super(failure.getMessage(), failure.getCause());
    this.isAfterRemoves = true;
  }

  /** The same, once everybody who had to leave was removed. */
  DeliveryFailed afterRemoves() {
    return new DeliveryFailed(this);
  }

  /** Whether everybody who had to leave was removed before. */
  boolean isAfterRemoves() {
    return isAfterRemoves;
  }

  /**
   * Why the destination could not apply a change; null where it can.
   *
   * @param lost rows to remove that no column identifies
   * @param missing parameters that the settings do not give for the audience
   * @param takesBatches whether the destination takes rows and no files
   */
  static @Nullable DeliveryFailed impossible(
      DeliveryTarget target,
      ChangeCounts change,
      long lost,
      Collection<String> missing,
      boolean takesBatches) {
    if (!missing.isEmpty() && takesBatches) {
      return needs(missing, target, "nothing says which list takes the rows");
    }
    if (!missing.isEmpty() && change.since() != null) {
      return needs(missing, target, "a second file would make another list");
    }
    return target.hasRemoves() && lost > 0 ? cannotRemove(target.destination(), lost) : null;
  }

  /** People are to be removed, and the columns no longer hold what they were sent with. */
  private static DeliveryFailed cannotRemove(String destination, long rows) {
    return new DeliveryFailed(
        "%s to be removed by a column that destinations.profiles.%s no longer has; put back the customer key, e-mail or phone that it had"
            .formatted(Counted.of(rows, "customer is", "customers are"), destination));
  }

  /** Of a list that a first file made, only its number says which it was. */
  private static DeliveryFailed needs(
      Collection<String> parameters, DeliveryTarget target, String why) {
    return new DeliveryFailed(
        "%s; set deliver.deliveries.%s.parameters.%s.%s"
            .formatted(
                why,
                target.destination(),
                target.audience().name(),
                String.join(", ", parameters)));
  }

  /** Whether a file was read back and is not what was sent. */
  static boolean isDifference(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof DeliverySteps.ContentDiffers) {
        return true;
      }
    }
    return false;
  }

  private static String advice(Throwable cause) {
    if (isDifference(cause)) {
      return "Find out what changes files there; the file has no marker and must not be read.";
    }
    var fault = TransportFault.of(cause);
    return fault == TransportFault.AWAY
        ? "Check that it can be reached from here, and has space left."
        : fault.advice();
  }
}
