package dev.nightjar.values;

import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what spreadsheets do to keys: they round long numbers, and add decimals. */
public final class KeyDamage {
  private static final Pattern ROUNDED = Pattern.compile("\\d([.,]\\d+)?[eE]\\+\\d+");
  private static final Pattern DECIMAL = Pattern.compile("\\d+[.,]0+");
  private static final double NEARLY_ALL = 0.95;

  private long keys;
  private long rounded;
  private long decimal;

  /** Whether a key is a number as spreadsheets write it: {@code 1.23E+05}, {@code 123.0}. */
  public static boolean isDamaged(String key) {
    return ROUNDED.matcher(key).matches() || DECIMAL.matcher(key).matches();
  }

  /** Takes a key into account. */
  public void see(String key) {
    keys++;
    // almost no key ends with a digit after such a sign
    if (key.indexOf('+') > 0 && ROUNDED.matcher(key).matches()) {
      rounded++;
    } else if (key.endsWith("0") && DECIMAL.matcher(key).matches()) {
      decimal++;
    }
  }

  /**
   * What is wrong with the keys seen; empty if nothing is. Names no key.
   *
   * @param column that holds them
   */
  public Optional<String> note(String column) {
    if (rounded > 0) {
      return Optional.of(
          "%,d of %,d keys in %s were rounded by a spreadsheet (such as 1.23E+05): export the file again"
              .formatted(rounded, keys, column));
    }
    return decimal > 0 && decimal >= NEARLY_ALL * keys
        ? Optional.of(
            "the keys in %s end in .0, which a spreadsheet added: export the file again"
                .formatted(column))
        : Optional.empty();
  }
}
