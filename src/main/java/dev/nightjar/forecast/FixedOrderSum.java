package dev.nightjar.forecast;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Sums that use all processors and are the same to the last bit on any number of them. */
final class FixedOrderSum {
  private static final int CHUNK = 4096;

  private FixedOrderSum() {}

  /** The sum of the terms 0 to count - 1. */
  static double of(int count, IntToDoubleFunction term) {
    var sums =
        IntStream.range(0, (count + CHUNK - 1) / CHUNK)
            .parallel()
            .mapToDouble(
                chunk -> {
                  double sum = 0;
                  int end = Math.min(count, (chunk + 1) * CHUNK);
                  for (int i = chunk * CHUNK; i < end; i++) {
                    sum += term.applyAsDouble(i);
                  }
                  return sum;
                })
            .toArray();
    double sum = 0;
    for (double each : sums) {
      sum += each;
    }
    return sum;
  }
}
