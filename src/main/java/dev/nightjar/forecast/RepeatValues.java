package dev.nightjar.forecast;

/**
 * Customers with repeat purchases: one entry per customer, as parallel arrays.
 *
 * @param repeats days with an order after the first day with one
 * @param means mean value of those days, above zero
 */
record RepeatValues(int[] repeats, double[] means) {
  int size() {
    return repeats.length;
  }
}
