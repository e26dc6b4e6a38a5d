package dev.nightjar.kit;

import java.util.stream.IntStream;

/**
 * How many random worlds, nights or kills a test goes through: some in each build, which has to end
 * soon, and all with {@code -Dnightjar.test.rounds=all}.
 */
public final class Rounds {
  private static final boolean ALL = "all".equals(System.getProperty("nightjar.test.rounds"));

  private Rounds() {}

  /** The number of this build. */
  public static int of(int some, int all) {
    return ALL ? all : some;
  }

  /** The rounds of this build as arguments of a test, from 1. */
  public static IntStream numbered(int some, int all) {
    return IntStream.rangeClosed(1, of(some, all));
  }
}
