package dev.nightjar.report;

import org.jspecify.annotations.Nullable;

/** Where the moves of customers lead. */
@FunctionalInterface
public interface MoveLinks {
  /** Nowhere. */
  MoveLinks NONE = (from, to, cause) -> null;

  /**
   * The address of the customers with a move.
   *
   * @param from segment left; null for new customers
   * @param to segment entered; null for customers that are gone
   * @param cause code of the cause; null for any
   * @return null for nowhere
   */
  @Nullable String to(@Nullable String from, @Nullable String to, @Nullable String cause);
}
