package dev.nightjar.views;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What uplift compares.
 *
 * @param audience null for all audiences
 * @param to last night of first exports; null for the first
 * @param days null for those that the audience declares, or {@link #DEFAULT_DAYS}
 * @param effect for which the size of the holdout is asked; null for none
 */
public record UpliftQuestion(
    @Nullable String audience,
    LocalDate from,
    @Nullable LocalDate to,
    @Nullable Integer days,
    @Nullable Effect effect) {
  /** Days of orders that count where neither the audience nor the question says it. */
  public static final int DEFAULT_DAYS = 30;

  LocalDate last() {
    return to == null ? from : to;
  }

  /** The given days, otherwise the declared ones. */
  int days(@Nullable Integer declared) {
    if (days != null) {
      return days;
    }
    return declared == null ? DEFAULT_DAYS : declared;
  }

  /** The seed of the draws: the same question has the same answer. */
  long seed() {
    return "%s %s %s".formatted(audience, from, last()).hashCode();
  }

  /**
   * An effect that a question names.
   *
   * @param amount points of customers that buy again, or revenue per customer; above zero
   */
  public record Effect(double amount, boolean isInPoints) {}
}
