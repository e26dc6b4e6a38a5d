package dev.nightjar.home;

import java.util.Locale;

/** A number with what it counts: 1 extract, 2 extracts, 1,234 customers. */
public final class Counted {
  private Counted() {}

  /**
   * A count of what takes an s from two on.
   *
   * @param one the noun, or a noun with what goes before it
   */
  public static String of(long number, String one) {
    return of(number, one, one + "s");
  }

  /**
   * A count of what changes in another way.
   *
   * @param one as it stands after 1
   * @param many as it stands after every other number
   */
  public static String of(long number, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
  }
}
