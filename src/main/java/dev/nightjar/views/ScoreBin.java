package dev.nightjar.views;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A metric's value, its score, and the cut points of the score's bin. The value is in the metric's
 * unit.
 *
 * @param metric recency, frequency or monetary
 * @param score score of the bin
 * @param best the best possible score
 * @param lower the cut point below the bin; null for the lowest bin
 * @param upper the cut point above the bin; null for the highest bin
 */
public record ScoreBin(
    String metric, double value, int score, int best, @Nullable Cut lower, @Nullable Cut upper) {

  /**
   * A cut point.
   *
   * @param isInclusive whether an equal value belongs to the bin above
   */
  record Cut(double value, boolean isInclusive) {}

  /** The limits of the bin, in words. */
  public String borders() {
    var from = lower == null ? "" : (lower.isInclusive() ? "from " : "over ") + text(lower.value());
    var to = upper == null ? "" : (upper.isInclusive() ? "under " : "up to ") + text(upper.value());
    var borders = String.join(" ", from, to).strip();
    return borders.isEmpty() ? "any" : borders;
  }

  /** A value with up to four decimals. */
  public static String text(double value) {
    var rounded = BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.toPlainString();
  }
}
