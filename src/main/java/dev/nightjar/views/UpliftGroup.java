package dev.nightjar.views;

/**
 * Exported or held-out customers of an audience. Counts are in customers.
 *
 * @param revenue mean revenue per customer, in the business currency
 * @param variance sample variance of the revenue; 0 for fewer than two customers
 * @param buyers customers with an order that counts
 */
public record UpliftGroup(long customers, double revenue, double variance, long buyers) {
  /** Smallest group that can be compared, whatever the interval. */
  public static final int FEWEST = 30;

  static final UpliftGroup EMPTY = new UpliftGroup(0, 0, 0, 0);

  /** Share of customers that bought, 0 to 1. */
  public double rate() {
    return (double) buyers / customers;
  }
}
