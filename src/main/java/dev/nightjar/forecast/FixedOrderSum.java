package dev.nightjar.forecast;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Sums that use all processors and are the same to the last bit on any number of them. */
final class FixedOrderSum {
  private static final int CHUNK = 4096;

  private FixedOrderSum() {}

  /** The sum of some neighbouring terms. */
  interface Part {
    /**
     * @param from the first term
     * @param to the first one that is not included
     */
    double of(int from, int to);
  }

  /** The sum of the terms 0 to count - 1. */
  static double of(int count, IntToDoubleFunction term) {
    return ofParts(
        count,
        (from, to) -> {
          double sum = 0;
          for (int i = from; i < to; i++) {
            sum += term.applyAsDouble(i);
          }
          return sum;
        });
  }

  /** The sum of the terms 0 to count - 1, which are added up in parts. */
  static double ofParts(int count, Part part) {
    var sums =
        IntStream.range(0, (count + CHUNK - 1) / CHUNK)
            .parallel()
            .mapToDouble(chunk -> part.of(chunk * CHUNK, Math.min(count, (chunk + 1) * CHUNK)))
            .toArray();
    double sum = 0;
    for (double each : sums) {
      sum += each;
    }
    return sum;
  }
}
