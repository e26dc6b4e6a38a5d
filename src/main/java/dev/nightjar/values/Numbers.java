package dev.nightjar.values;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a source writes numbers. A blank or an apostrophe as the mark of thousands stands for all of
 * its kind, such as the no-break space that spreadsheets write.
 *
 * @param decimal mark before the decimals
 * @param thousands mark between groups of three digits; none if there is none
 */
public record Numbers(@DefaultValue(".") char decimal, @Nullable Character thousands) {
  /** Most digits before and after the point: 1e999999 would fill the disk. */
  private static final int MAX_DIGITS = 20;

  private static final Pattern EXPONENT = Pattern.compile("[+-]?[\\d.]+[eE][+-]?\\d+");
  private static final String BLANKS = " \u00a0\u202f\u2009\u2007";
  private static final String APOSTROPHES = "'\u2019\u02bc";
  private static final String MINUSES = "-\u2212\u2013";
  private static final Set<String> PIECES =
      Set.of(
          ("x × pc pcs pce piece pieces unit units ea each item items qty st stk stck stück stueck"
                  + " szt ks kom db ud uds pz pzs pièce pièces stuk stuks styck шт")
              .split(" "));

  /**
   * A number and what is written around it.
   *
   * @param before the text before it, such as a currency sign
   * @param after the text behind it, such as a currency code or a unit
   */
  private record Parts(BigDecimal number, String before, String after) {}

  /**
   * Reads an amount, with or without a currency sign or code: {@code £1,234.50}, {@code 12.50-},
   * {@code (12.50)}.
   *
   * @throws NumberFormatException if the text is not a number
   * @throws ArithmeticException if it is out of range
   */
  public BigDecimal parse(String text) {
    return number(text, around -> !CurrencySigns.codes(around).isEmpty());
  }

  /**
   * Reads a quantity, with or without a word for pieces: {@code 2 pcs}.
   *
   * @throws NumberFormatException if the text is not a number
   * @throws ArithmeticException if it is out of range
   */
  public BigDecimal quantity(String text) {
    return number(text, Numbers::isPieces);
  }

  /**
   * Whether the sign or code at an amount, if there is one, can stand for a currency.
   *
   * @param text of the amount; one that is not a number has no sign
   * @param currency its ISO code
   */
  public boolean isIn(String currency, String text) {
    if (isPlain(text)) {
      return true;
    }
    try {
      var parts = parts(text);
      return List.of(parts.before, parts.after).stream()
          .filter(around -> !around.isEmpty())
          .allMatch(around -> CurrencySigns.codes(around).contains(currency));
    } catch (NumberFormatException e) {
      return true;
    }
  }

  /** Whether a text has no other characters than a number without sign or code of a currency. */
  public static boolean isBare(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != ',' && c != '-') {
        return false;
      }
    }
    return true;
  }

  /** What is wrong between the values, one line each. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (Character.isDigit(decimal)) {
      problems.add("decimal: cannot be a digit");
    }
    if (thousands != null && (thousands == decimal || Character.isDigit(thousands))) {
      problems.add("thousands: cannot be a digit or the decimal mark");
    }
    return problems;
  }

  private boolean isPlain(String text) {
    if (decimal != '.' || thousands != null) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isSign = i == 0 && (c == '-' || c == '+');
      if ((c < '0' || c > '9') && c != '.' && !isSign) {
        return EXPONENT.matcher(text).matches();
      }
    }
    return true;
  }

  private BigDecimal number(String text, Predicate<String> isKnown) {
    if (isPlain(text)) {
      return inRange(new BigDecimal(text));
    }
    var parts = parts(text);
    for (var around : List.of(parts.before, parts.after)) {
      if (!around.isEmpty() && !isKnown.test(around)) {
        throw new NumberFormatException("another text around the number");
      }
    }
    return parts.number;
  }

  private static boolean isPieces(String around) {
    var word = around.endsWith(".") ? around.substring(0, around.length() - 1) : around;
    return PIECES.contains(word.toLowerCase(Locale.ROOT));
  }

  private Parts parts(String text) {
    boolean isBracketed = text.startsWith("(") && text.endsWith(")");
    var inner = isBracketed ? text.substring(1, text.length() - 1) : text;
    int start = 0;
    while (start < inner.length() && !isDigit(inner, start) && !isLeadingMark(inner, start)) {
      start++;
    }
    int end = inner.length();
    while (end > start && !isDigit(inner, end - 1)) {
      end--;
    }
    if (start >= end) {
      throw new NumberFormatException("no digits");
    }
    end += end < inner.length() && inner.charAt(end) == decimal ? 1 : 0;
    var before = inner.substring(0, start);
    var after = inner.substring(end);
    var signs = signs(before) + signs(after) + (isBracketed ? "-" : "");
    if (signs.length() > 1) {
      throw new NumberFormatException("more than one sign");
    }
    var number = inRange(new BigDecimal(plain(inner.substring(start, end))));
    return new Parts(
        signs.isEmpty() || signs.equals("+") ? number : number.negate(),
        withoutSigns(before),
        withoutSigns(after));
  }

  private static boolean isDigit(String text, int index) {
    return text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private boolean isLeadingMark(String text, int index) {
    return text.charAt(index) == decimal && index + 1 < text.length() && isDigit(text, index + 1);
  }

  private static String signs(String around) {
    var signs = new StringBuilder();
    around.chars().filter(c -> isSign((char) c)).forEach(c -> signs.append((char) c));
    return signs.toString();
  }

  private static boolean isSign(char c) {
    return c == '+' || MINUSES.indexOf(c) >= 0;
  }

  private static String withoutSigns(String around) {
    var text = new StringBuilder();
    around
        .chars()
        .filter(c -> !isSign((char) c) && BLANKS.indexOf(c) < 0)
        .forEach(c -> text.append((char) c));
    return text.toString().strip();
  }

  private static BigDecimal inRange(BigDecimal number) {
    if ((long) number.precision() - number.scale() > MAX_DIGITS || number.scale() > MAX_DIGITS) {
      throw new ArithmeticException("out of range");
    }
    return number;
  }

  /** A group without three digits is a misread decimal mark: 1.50 is not 150. */
  private String plain(String text) {
    var whole = thousands == null ? text : withoutThousands(text, thousands);
    if (decimal != '.' && whole.indexOf('.') >= 0) {
      throw new NumberFormatException("another decimal mark");
    }
    return whole.replace(decimal, '.');
  }

  private String withoutThousands(String text, char thousands) {
    int end = text.indexOf(decimal);
    var whole = end < 0 ? text : text.substring(0, end);
    var marks =
        BLANKS.indexOf(thousands) >= 0
            ? BLANKS
            : APOSTROPHES.indexOf(thousands) >= 0 ? APOSTROPHES : String.valueOf(thousands);
    var mark = "[" + Pattern.quote(marks) + "]";
    // India groups by two above the thousands: 12,34,567
    var groups = "\\d*|\\d{1,3}(%1$s\\d{3})+|\\d{1,2}(%1$s\\d{2})+%1$s\\d{3}".formatted(mark);
    if (!whole.matches(groups)) {
      throw new NumberFormatException("groups of other than three digits");
    }
    return whole.replaceAll(mark, "") + (end < 0 ? "" : text.substring(end));
  }
}
