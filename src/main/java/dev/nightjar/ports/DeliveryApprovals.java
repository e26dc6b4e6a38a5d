package dev.nightjar.ports;

import java.time.LocalDate;
import java.util.Collection;

/** Lets changes through that the change guard of a night stopped. */
public interface DeliveryApprovals {

  /**
   * Approves changes, each for its night and for the counts that were found.
   *
   * @param by who approves, for the record
   */
  void approve(Collection<Stop> stops, String by);

  /**
   * A change that the guard stopped, in customers of a destination and audience.
   *
   * @param before customers whom the destination has
   * @param customers whom it would have
   * @param changed customers whose row would differ
   * @param reason in words
   */
  record Stop(
      LocalDate night,
      String destination,
      String audience,
      long before,
      long customers,
      long added,
      long changed,
      long removed,
      String reason) {}
}
