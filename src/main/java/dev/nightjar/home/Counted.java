package dev.nightjar.home;

import java.util.Locale;

/** Counts with inflected nouns: 1 extract, 2 extracts, 1,234 customers. */
public final class Counted {
  private Counted() {}

  /**
   * A count of a noun with a regular plural.
   *
   * @param one the singular, possibly with an adjective
   */
  public static String of(long number, String one) {
    return of(number, one, one + "s");
  }

  /**
   * A count of a noun with an irregular plural, or with a verb.
   *
   * @param one the words after 1
   * @param many the words after any other number
   */
  public static String of(long number, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
  }
}
