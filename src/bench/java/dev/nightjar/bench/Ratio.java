package dev.nightjar.bench;

import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A figure of Nightjar divided by the same figure of a peer.
 *
 * @param name of the bench
 * @param value the quotient
 * @param target the target, such as {@code >= 1.0}
 */
public record Ratio(String name, double value, String target) {

  /** The middle of some figures; of an even number of them, the upper one of the two. */
  public static double median(DoubleStream figures) {
    var sorted = figures.sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** The last line of a bench's output. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "ratio %s %.3f target %s", name, value, target);
  }
}
