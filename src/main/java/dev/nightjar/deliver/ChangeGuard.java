package dev.nightjar.deliver;

import dev.nightjar.home.Counted;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Stops changes that are too large to be delivered without an approval: a lost filter, an
 * incomplete feed. The first delivery to a destination always passes, and so do the removals of
 * people who refused or were erased: the shares are of the customers who can stay.
 *
 * @param maxRemoves share of a destination's customers that can be removed in a night, 0 to 1
 * @param maxGrowth share by which their number can grow in a night; 1 lets it double
 * @param maxChanges share of a destination's customers of whom an identifier, such as the e-mail
 *     address, can be replaced in a night, 0 to 1
 * @param from number of customers at the destination from which the guard applies; of a few, a
 *     share says little
 */
record ChangeGuard(
    @DecimalMin("0") @DecimalMax("1") @DefaultValue("0.3") BigDecimal maxRemoves,
    @DecimalMin("0") @DefaultValue("1") BigDecimal maxGrowth,
    @DecimalMin("0") @DecimalMax("1") @DefaultValue("0.3") BigDecimal maxChanges,
    @Min(0) @DefaultValue("20") long from) {

  /** Why a change is not delivered without an approval; null where it is. */
  @Nullable String stops(ChangeCounts change) {
    long before = change.canStay();
    if (change.since() == null || before < from) {
      return null;
    }
    long removed = change.removed() - change.refused();
    if (exceeds(removed, maxRemoves, before)) {
      return "%,d of %s would be removed, more than deliver.guard.max-removes %s"
          .formatted(removed, Counted.of(before, "customer"), maxRemoves);
    }
    if (exceeds(change.customers() - before, maxGrowth, before)) {
      return "%s would become %,d, more growth than deliver.guard.max-growth %s"
          .formatted(Counted.of(before, "customer"), change.customers(), maxGrowth);
    }
    if (exceeds(change.replaced(), maxChanges, before)) {
      return "%,d of %s would get another identifier, more than deliver.guard.max-changes %s"
          .formatted(change.replaced(), Counted.of(before, "customer"), maxChanges);
    }
    return null;
  }

  private static boolean exceeds(long customers, BigDecimal share, long of) {
    return BigDecimal.valueOf(customers).compareTo(share.multiply(BigDecimal.valueOf(of))) > 0;
  }
}
