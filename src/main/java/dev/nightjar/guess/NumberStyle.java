package dev.nightjar.guess;

import dev.nightjar.values.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How amounts and quantities are written.
 *
 * @param numbers the marks
 * @param other marks that read the same values as other numbers; null if there are none
 */
record NumberStyle(Numbers numbers, @Nullable Numbers other) {
  private static final double MOST = 0.8;
  private static final List<Numbers> CANDIDATES =
      List.of(
          new Numbers('.', null),
          new Numbers('.', ','),
          new Numbers(',', '.'),
          new Numbers(',', null),
          new Numbers(',', ' '),
          new Numbers('.', ' '),
          new Numbers('.', '\''),
          new Numbers(',', '\''));

  /** How some values are written, but for a few mistakes; null if they are not numbers. */
  static @Nullable NumberStyle of(List<String> all) {
    var values = all.stream().filter(NumberStyle::isNumber).toList();
    if (values.size() < MOST * all.size()) {
      return null;
    }
    NumberStyle found = null;
    List<BigDecimal> first = null;
    for (var candidate : CANDIDATES) {
      var numbers = parse(values, candidate);
      if (numbers != null && found == null) {
        found = new NumberStyle(candidate, null);
        first = numbers;
      } else if (numbers != null && !numbers.equals(first)) {
        return new NumberStyle(found.numbers, candidate);
      }
    }
    return found;
  }

  private static boolean isNumber(String value) {
    return CANDIDATES.stream().anyMatch(marks -> parse(List.of(value), marks) != null);
  }

  /** The numbers of some values; null if one is not a number. */
  static @Nullable List<BigDecimal> parse(List<String> values, Numbers marks) {
    var numbers = new ArrayList<BigDecimal>();
    for (var value : values) {
      try {
        numbers.add(number(value, marks).stripTrailingZeros());
      } catch (ArithmeticException | NumberFormatException e) {
        return null;
      }
    }
    return numbers;
  }

  private static BigDecimal number(String text, Numbers marks) {
    try {
      return marks.parse(text);
    } catch (NumberFormatException e) {
      return marks.quantity(text);
    }
  }

  /** The settings; empty if they are the defaults. */
  List<String> settings() {
    var thousands = numbers.thousands();
    return Stream.of(
            numbers.decimal() == '.' ? "" : "decimal: \"" + numbers.decimal() + "\"",
            thousands == null ? "" : "thousands: \"" + thousands + "\"")
        .filter(each -> !each.isEmpty())
        .toList();
  }
}
