package dev.nightjar.forecast;

/** A sum of logarithms of positive numbers, which takes one logarithm for many numbers. */
final class LogOfProduct {
  private static final double LARGE = 1e150;
  private static final double SMALL = 1 / LARGE;

  private double product = 1;
  private double sum;

  /**
   * Adds the logarithm of a number.
   *
   * @param number from {@code 1e-150} to {@code 1e150}
   */
  void add(double number) {
    product *= number;
    if (product > LARGE || product < SMALL) {
      sum += Math.log(product);
      product = 1;
    }
  }

  double sum() {
    return sum + Math.log(product);
  }
}
