package dev.nightjar.operations;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values at which a gate acts; one of the two is needed.
 *
 * @param below it acts on a lower value
 * @param above it acts on a higher value
 */
record Bounds(@Nullable BigDecimal below, @Nullable BigDecimal above) {

  /** Whether a value is outside. */
  boolean isCrossed(BigDecimal value) {
    return below != null && value.compareTo(below) < 0
        || above != null && value.compareTo(above) > 0;
  }

  boolean isEmpty() {
    return below == null && above == null;
  }

  /** Such as {@code below 0.6 or above 1.7}. */
  @Override
  public String toString() {
    return Stream.of(
            below == null ? "" : "below " + below.toPlainString(),
            above == null ? "" : "above " + above.toPlainString())
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(" or "));
  }
}
