package dev.nightjar.drawings;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Numbers and days as texts of a locale. A number that rounds to zero has no sign.
 *
 * @param locale of the reader
 */
public record Figures(Locale locale) {

  /** A whole number, such as 1,234. */
  public String count(long number) {
    return String.format(locale, "%,d", number);
  }

  /** A number with decimals. */
  public String decimal(double number, int decimals) {
    double unit = Math.pow(10, decimals);
    double shown = Math.abs(number) * unit < 0.5 ? 0 : number;
    return String.format(locale, "%,." + decimals + "f", shown);
  }

  /**
   * A share as a percentage with one decimal.
   *
   * @param share 0 to 1
   */
  public String percent(double share) {
    return decimal(share * 100, 1) + "%";
  }

  /** A day, such as 30 Nov 2026; without a locale 2026-11-30. */
  public String date(LocalDate day) {
    return locale.equals(Locale.ROOT)
        ? day.toString()
        : day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
  }

  /** A number in at most six characters, such as 9,999, 12.3k, 456k or 1.2M. */
  public String brief(double number) {
    double size = Math.abs(number);
    if (size < 9_999.5) {
      return decimal(number, size >= 10 || size == Math.rint(size) ? 0 : 1);
    }
    int unit = size < 999_500 ? 0 : size < 999_500_000 ? 1 : 2;
    double scaled = number / Math.pow(1_000, unit + 1);
    return decimal(scaled, Math.abs(scaled) < 99.95 ? 1 : 0) + "kMG".charAt(unit);
  }

  /** A value of an axis whose ticks are a step apart. */
  String tick(double value, double step) {
    if (step >= 1_000 && value != 0) {
      boolean isLarge = step >= 1_000_000;
      return decimal(value / (isLarge ? 1_000_000 : 1_000), 0) + (isLarge ? "M" : "k");
    }
    return decimal(value, (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
  }
}
