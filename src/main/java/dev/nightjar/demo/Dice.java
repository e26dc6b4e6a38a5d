package dev.nightjar.demo;

import java.util.List;
import java.util.Random;

/** Chance that repeats: the same seed, topic and index always roll the same numbers. */
final class Dice {
  private final Random random;

  /** Own dice per topic and index, so that a change in one place does not reshuffle the others. */
  Dice(long seed, String topic, int index) {
    random = new Random(mixed(seed, topic.hashCode(), index));
  }

  private static long mixed(long seed, long topic, long index) {
    long mixed = (seed * 31 + topic) * 0x9E3779B97F4A7C15L + index * 0x94D049BB133111EBL;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int between(int lowest, int highest) {
    return lowest + random.nextInt(highest - lowest + 1);
  }

  <T> T pick(List<T> options) {
    return options.get(random.nextInt(options.size()));
  }

  /** Prefers early items of the list, as sales and surnames do. */
  <T> T pickEarly(List<T> options) {
    double early = random.nextDouble();
    return options.get((int) (early * early * options.size()));
  }

  /** A log-normal number: half of them lie below the median, a few far above it. */
  double around(double median, double spread) {
    return median * StrictMath.exp(spread * random.nextGaussian());
  }
}
