package dev.nightjar.uplift;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Incremental revenue. Amounts are capped, and in the business currency.
 *
 * @param each difference per customer
 * @param total the same of all exported customers together
 * @param relative the same as a share of what exported customers would have spent otherwise, 0.1
 *     for 10 %; null where that is not above zero
 * @param cap revenue of a customer above this counts as this: the 99th percentile of the buyers
 * @param explained share of the variance that the value of the year before explains, 0 to 1, and
 *     that the interval is free of
 */
@JsonNaming(KebabCaseStrategy.class)
@JsonInclude(Include.NON_NULL)
public record UpliftRevenue(
    UpliftDifference each,
    UpliftDifference total,
    @Nullable UpliftDifference relative,
    double cap,
    double explained) {

  /** The incremental revenue of a comparison; the same seed gives the same answer. */
  public static UpliftRevenue of(RevenueComparison revenue, long exported, long seed) {
    var each = revenue.difference(RevenueComparison.DRAWS, seed);
    double mean = revenue.exportedMean();
    return new UpliftRevenue(
        each,
        new UpliftDifference(
            exported * each.value(), exported * each.low(), exported * each.high()),
        each.high() < mean
            ? new UpliftDifference(
                share(each.value(), mean), share(each.low(), mean), share(each.high(), mean))
            : null,
        revenue.cap(),
        revenue.explained());
  }

  /** A difference as a share of the mean without it. */
  private static double share(double difference, double mean) {
    return difference / (mean - difference);
  }
}
