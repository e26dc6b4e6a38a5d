package dev.nightjar.deliver;

import dev.nightjar.home.Counted;
import dev.nightjar.home.Failure;
import dev.nightjar.transport.TransportFault;

/** An extract or one of its files could not be delivered, or not be removed from where it was. */
final class DeliveryFailed extends Exception {

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
  }

  private DeliveryFailed(String message) {
    super(message);
  }

  /**
   * People are to be removed, and the columns no longer hold what they were sent with.
   *
   * @param rows how many
   */
  static DeliveryFailed cannotRemove(String destination, long rows) {
    return new DeliveryFailed(
        "%s to be removed by a column that destinations.profiles.%s no longer has; put back the customer key, e-mail or phone that it had"
            .formatted(Counted.of(rows, "customer is", "customers are"), destination));
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
