package dev.nightjar.forecast;

import java.util.Arrays;

/** Customers with repeat purchases of some value: one entry per customer, as parallel arrays. */
final class RepeatValues {
  private final int[] repeats;
  private final double[] values;
  private final long[] customersByRepeats;
  private final double logarithms;
  private final double weightedLogarithms;
  private final double logarithmsOfRepeats;

  /**
   * @param repeats days with an order after the first day with one, at least 1
   * @param values sum of the values of those days, above zero
   */
  RepeatValues(int[] repeats, double[] values) {
    this.repeats = repeats;
    this.values = values;
    this.customersByRepeats = new long[Arrays.stream(repeats).max().orElse(0) + 1];
    Arrays.stream(repeats).forEach(each -> customersByRepeats[each]++);
    this.logarithms = FixedOrderSum.of(size(), i -> Math.log(values[i]));
    this.weightedLogarithms = FixedOrderSum.of(size(), i -> repeats[i] * Math.log(values[i]));
    this.logarithmsOfRepeats = FixedOrderSum.of(size(), i -> Math.log(repeats[i]));
  }

  int size() {
    return repeats.length;
  }

  int repeats(int i) {
    return repeats[i];
  }

  double value(int i) {
    return values[i];
  }

  /** Number of customers by their repeats, from 0. */
  long[] customersByRepeats() {
    return customersByRepeats;
  }

  /** Sum of the logarithms of the values. */
  double logarithms() {
    return logarithms;
  }

  /** Sum of the logarithms of the values, each times the customer's repeats. */
  double weightedLogarithms() {
    return weightedLogarithms;
  }

  double logarithmsOfRepeats() {
    return logarithmsOfRepeats;
  }

  /** Mean value of a repeat purchase. */
  double mean() {
    return FixedOrderSum.of(size(), i -> values[i]) / FixedOrderSum.of(size(), i -> repeats[i]);
  }
}
