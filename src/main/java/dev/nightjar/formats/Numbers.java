package dev.nightjar.formats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a source writes numbers.
 *
 * @param decimal mark before the decimals
 * @param thousands mark between groups of three digits; none if there is none
 */
public record Numbers(@DefaultValue(".") char decimal, @Nullable Character thousands) {
  /** Most digits before and after the point: 1e999999 would fill the disk. */
  private static final int MAX_DIGITS = 20;

  /**
   * Reads a number.
   *
   * @throws NumberFormatException if the text is not a number
   * @throws ArithmeticException if it is out of range
   */
  public BigDecimal parse(String text) {
    var number = new BigDecimal(decimal == '.' && thousands == null ? text : plain(text));
    if ((long) number.precision() - number.scale() > MAX_DIGITS || number.scale() > MAX_DIGITS) {
      throw new ArithmeticException("out of range");
    }
    return number;
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

  /** A group without three digits is a misread decimal mark: 1.50 is not 150. */
  private String plain(String text) {
    var whole = thousands == null ? text : withoutThousands(text, Pattern.quote(thousands + ""));
    if (decimal != '.' && whole.indexOf('.') >= 0) {
      throw new NumberFormatException("another decimal mark");
    }
    return whole.replace(decimal, '.');
  }

  private String withoutThousands(String text, String mark) {
    int end = text.indexOf(decimal);
    var whole = end < 0 ? text : text.substring(0, end);
    if (!whole.matches("[+-]?(\\d*|\\d{1,3}(%s\\d{3})+)".formatted(mark))) {
      throw new NumberFormatException("groups of other than three digits");
    }
    return whole.replaceAll(mark, "") + (end < 0 ? "" : text.substring(end));
  }
}
