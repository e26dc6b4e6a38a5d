package dev.nightjar.ports;

import java.time.LocalDate;
import java.util.Collection;

/** Approves changes that the change guard of a night stopped. */
public interface DeliveryApprovals {

  /**
   * Approves changes, each for its night and its counts only.
   *
   * @param by name of the approver, for the record
   */
  void approve(Collection<Stop> stops, String by);

  /**
   * A change that the guard stopped, one per destination and audience. Counts are in customers.
   *
   * @param before customers that the destination has
   * @param customers customers that it would have
   * @param changed customers whose row would differ
   * @param replaced of those changed, customers of whom an identifier would go
   * @param refused of those removed, customers who refused or were erased, and are removed already
   * @param isDeclared whether the audience is in the settings
   * @param reason the reason, as a text
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
      long replaced,
      long refused,
      boolean isDeclared,
      String reason) {}
}
