package dev.nightjar.deliver;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an extract changes at its destination, in customers.
 *
 * @param since the night against which is compared; null where nothing was confirmed before
 * @param before customers at the destination
 * @param customers customers there afterwards
 * @param added new customers
 * @param changed customers whose row differs from before
 * @param removed customers who are no longer there
 * @param replaced of those changed, customers of whom an identifier is no longer there
 * @param refused of those removed, customers who refused or were erased
 */
record ChangeCounts(
    @Nullable LocalDate since,
    long before,
    long customers,
    long added,
    long changed,
    long removed,
    long replaced,
    long refused) {

  /** The counts of an extract that is compared with nothing. */
  static ChangeCounts of(long customers) {
    return new ChangeCounts(null, 0, customers, 0, 0, 0, 0, 0);
  }

  /** Customers who can stay at the destination: those before without those who refused. */
  long canStay() {
    return before - refused;
  }
}
