package dev.nightjar.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Customers by their repeat purchases: one entry per different history, as parallel arrays.
 *
 * @param repeats days with an order after the first day with one
 * @param lastDays days from the first day to the last
 * @param ageDays days from the first day to the date of the forecast
 * @param customers number of customers with the history
 */
record PurchaseHistories(int[] repeats, int[] lastDays, int[] ageDays, long[] customers) {
  private static final double DAYS_PER_WEEK = 7;

  int size() {
    return repeats.length;
  }

  /** Weeks from the first day with an order to the last. */
  double last(int i) {
    return weeks(lastDays[i]);
  }

  /** Weeks from the first day with an order to the date of the forecast. */
  double age(int i) {
    return weeks(ageDays[i]);
  }

  static double weeks(int days) {
    return days / DAYS_PER_WEEK;
  }

  int mostDays() {
    return Arrays.stream(ageDays).max().orElse(0);
  }

  int mostRepeats() {
    return Arrays.stream(repeats).max().orElse(0);
  }

  long allCustomers() {
    return Arrays.stream(customers).sum();
  }

  long repeatBuyers() {
    return IntStream.range(0, size())
        .filter(i -> repeats[i] > 0)
        .mapToLong(i -> customers[i])
        .sum();
  }

  /** Repeat purchases of all customers per week of their ages. */
  double meanRate() {
    double purchases = FixedOrderSum.of(size(), i -> (double) customers[i] * repeats[i]);
    double weeks = FixedOrderSum.of(size(), i -> customers[i] * age(i));
    return purchases / weeks;
  }
}
