package dev.nightjar.clustering;

import java.util.List;

/**
 * A word with a meaning of its own, whatever the other customers do: it says in which range a
 * cluster's median lies.
 *
 * @param over lower end, not included
 * @param upTo upper end, included
 */
record AbsoluteWord(String word, double over, double upTo) {
  private static final double EVER = Double.POSITIVE_INFINITY;

  /** Words for the days since the last order. */
  static final List<AbsoluteWord> RECENCY =
      List.of(
          new AbsoluteWord("recent", -1, 30),
          new AbsoluteWord("1-3 months ago", 30, 91),
          new AbsoluteWord("3-6 months ago", 91, 182),
          new AbsoluteWord("6-12 months ago", 182, 365),
          new AbsoluteWord("over a year ago", 365, EVER));

  /** Words for a number of orders; a median of two middle customers can be a half. */
  static final List<AbsoluteWord> ORDERS =
      List.of(
          new AbsoluteWord("no orders", -1, 0),
          new AbsoluteWord("none or one order", 0, 0.5),
          new AbsoluteWord("one order", 0.5, 1),
          new AbsoluteWord("one or two orders", 1, 1.5),
          new AbsoluteWord("two orders", 1.5, 2),
          new AbsoluteWord("2-5 orders", 2, 5),
          new AbsoluteWord("5-10 orders", 5, 10),
          new AbsoluteWord("10-20 orders", 10, 20),
          new AbsoluteWord("over 20 orders", 20, EVER));

  /** The word for a median. */
  static String of(double median, List<AbsoluteWord> words) {
    return words.stream()
        .filter(each -> median > each.over && median <= each.upTo)
        .findFirst()
        .orElseThrow()
        .word();
  }
}
