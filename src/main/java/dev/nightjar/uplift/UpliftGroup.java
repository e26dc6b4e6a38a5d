package dev.nightjar.uplift;

/**
 * Exported or held-out customers of an audience whose follow-up is over. Counts are in customers.
 *
 * @param revenue mean revenue per customer, in the business currency; not capped
 * @param buyers customers with an order that counts
 */
public record UpliftGroup(long customers, double revenue, long buyers) {
  /** Smallest group that can be compared. */
  public static final int FEWEST = 30;

  /** Share of customers that bought, 0 to 1; 0 for no customers. */
  public double rate() {
    return customers == 0 ? 0 : (double) buyers / customers;
  }
}
