package dev.nightjar.forecast;

import dev.nightjar.home.Counted;
import org.jspecify.annotations.Nullable;

/**
 * What a night expects of its customers.
 *
 * @param purchases null if purchases cannot be forecast
 * @param logLikelihood of the purchases
 * @param values null if values cannot be forecast
 * @param valueLogLikelihood of the values
 * @param problem why one of the two is missing, and what helps; null if neither is
 */
record ForecastModel(
    @Nullable BgNbd purchases,
    double logLikelihood,
    @Nullable GammaGamma values,
    double valueLogLikelihood,
    @Nullable String problem) {
  private static final String TOO_UNEVEN =
      "no values: those of the repeat orders differ too much for a mean (gamma-gamma)";

  /**
   * Fits the models.
   *
   * @param before the model of the night before; null for none
   * @param minRepeatBuyers fewer are not enough for a forecast
   */
  static ForecastModel fit(
      PurchaseHistories histories,
      RepeatValues values,
      @Nullable ForecastModel before,
      long minRepeatBuyers) {
    if (histories.repeatBuyers() < minRepeatBuyers) {
      return without(
          "%s orders on several days, and forecast.min-repeat-buyers is %,d"
              .formatted(
                  Counted.of(histories.repeatBuyers(), "customer has", "customers have"),
                  minRepeatBuyers));
    }
    var purchases = BgNbd.fit(histories, before == null ? null : before.purchases);
    if (purchases.isEmpty()) {
      return without("the search for the parameters of BG/NBD did not converge");
    }
    double logLikelihood = purchases.get().logLikelihood(histories);
    return values.size() == 0
        ? new ForecastModel(
            purchases.get(), logLikelihood, null, 0, "no values: no repeat order is worth anything")
        : GammaGamma.fit(values, before == null ? null : before.values)
            .filter(GammaGamma::hasMean)
            .map(
                fitted ->
                    new ForecastModel(
                        purchases.get(), logLikelihood, fitted, fitted.logLikelihood(values), null))
            .orElseGet(
                () -> new ForecastModel(purchases.get(), logLikelihood, null, 0, TOO_UNEVEN));
  }

  private static ForecastModel without(String problem) {
    return new ForecastModel(null, 0, null, 0, problem);
  }
}
