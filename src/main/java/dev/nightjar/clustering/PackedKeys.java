package dev.nightjar.clustering;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** The keys of customers in one array of bytes, a fifth of what as many strings would take. */
final class PackedKeys {
  private static final int TYPICAL_LENGTH = 8;

  private byte[] bytes;
  private int[] ends;
  private int count;

  /**
   * @param expected how many keys are expected
   */
  PackedKeys(int expected) {
    bytes = new byte[Math.multiplyExact(expected, TYPICAL_LENGTH)];
    ends = new int[expected];
  }

  static PackedKeys of(String... keys) {
    var all = new PackedKeys(keys.length);
    Arrays.stream(keys).forEach(all::add);
    return all;
  }

  /** Appends a key. */
  void add(String key) {
    var added = key.getBytes(UTF_8);
    int start = start(count);
    int end = Math.addExact(start, added.length);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, grown(end));
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, grown(count + 1));
    }
    System.arraycopy(added, 0, bytes, start, added.length);
    ends[count++] = end;
  }

  int count() {
    return count;
  }

  String get(int i) {
    int start = start(i);
    return new String(bytes, start, ends[i] - start, UTF_8);
  }

  private int start(int i) {
    return i == 0 ? 0 : ends[i - 1];
  }

  private static int grown(int needed) {
    return (int) Math.min(needed + (needed >> 2) + TYPICAL_LENGTH, Integer.MAX_VALUE - 8L);
  }
}
