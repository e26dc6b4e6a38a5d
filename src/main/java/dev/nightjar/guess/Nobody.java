package dev.nightjar.guess;

import java.util.Locale;
import java.util.Set;

/** Values that stand for no customer, as the default of {@code no-customer} lists them. */
final class Nobody {
  private static final Set<String> VALUES =
      Set.of("0", "guest", "null", "nan", "n/a", "none", "-", "#n/a");

  private Nobody() {}

  static boolean is(String value) {
    return VALUES.contains(value.toLowerCase(Locale.ROOT));
  }
}
