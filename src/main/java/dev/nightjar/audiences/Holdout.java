package dev.nightjar.audiences;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Customers who are left out to measure the effect on the others. Holdout assignment is a
 * deterministic hash of salt and customer key: a higher percentage only adds people.
 *
 * @param percent of the customers, 0 to 100
 * @param salt of the draw; none for the name of the audience. With another salt, others are drawn
 * @param days of orders after a customer's first export, after which the effect is judged, once;
 *     none for those that {@code uplift} is given
 */
record Holdout(
    @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2) @DefaultValue("0")
        BigDecimal percent,
    @Nullable String salt,
    @Min(1) @Nullable Integer days) {

  /** The scope of the holdout from all audiences. */
  static final String EVERYWHERE = "";

  boolean isDrawn() {
    return percent.signum() > 0;
  }

  /** The salt of an audience's draw, or of the one for all audiences. */
  String saltOf(String scope) {
    if (salt != null) {
      return salt;
    }
    return scope.equals(EVERYWHERE) ? "global" : scope;
  }

  /** Buckets below this one are held out, of 10,000. */
  int limit() {
    return percent.movePointRight(2).intValueExact();
  }
}
