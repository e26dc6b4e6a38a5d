package dev.nightjar.forecast;

import static org.apache.commons.math3.special.Gamma.logGamma;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The gamma-gamma model of Fader and Hardie, "The Gamma-Gamma Model of Monetary Value" (note 025,
 * 2013): the value of a purchase varies around a customer's own mean, and the means among
 * customers, both by gamma distributions.
 *
 * @param p shape of the values of one customer
 * @param q shape among customers; up to 1, the mean of all customers is not finite
 * @param v scale, in the currency
 */
record GammaGamma(double p, double q, double v) {

  /** Beyond 1,000, values hardly differ, and the search would go on without end. */
  private static final double[] BOUNDS = {1e3, 1e3, 1e6};

  /**
   * The model under which the values are most likely, sought in units of their mean; empty if the
   * search does not converge.
   *
   * @param before the model of an earlier night, near which it is sought first
   */
  static Optional<GammaGamma> fit(RepeatValues values, @Nullable GammaGamma before) {
    double unit = FixedOrderSum.of(values.size(), i -> values.means()[i]) / values.size();
    return MaximumLikelihood.find(
            at -> new GammaGamma(at[0], at[1], at[2] * unit).logLikelihood(values),
            new double[] {2, 3, 1},
            BOUNDS,
            before == null ? null : new double[] {before.p, before.q, before.v / unit})
        .map(found -> new GammaGamma(found[0], found[1], found[2] * unit));
  }

  /** The logarithm of the likelihood of the mean values. */
  double logLikelihood(RepeatValues values) {
    int most = Arrays.stream(values.repeats()).max().orElse(0);
    var byRepeats = IntStream.rangeClosed(0, most).mapToDouble(this::termOfRepeats).toArray();
    return FixedOrderSum.of(
        values.size(),
        i -> {
          int x = values.repeats()[i];
          double mean = values.means()[i];
          return byRepeats[x] + (p * x - 1) * Math.log(mean) - (p * x + q) * Math.log(v + x * mean);
        });
  }

  private double termOfRepeats(int x) {
    return x == 0
        ? 0
        : logGamma(p * x + q)
            - logGamma(p * x)
            - logGamma(q)
            + q * Math.log(v)
            + p * x * Math.log(x);
  }

  boolean hasMean() {
    return q > 1;
  }

  /**
   * The expected value of a customer's purchases: between the customer's own mean and that of all
   * customers.
   *
   * @param mean of the repeat purchases; anything without any
   */
  double expectedValue(int repeats, double mean) {
    return p * (v + repeats * mean) / (p * repeats + q - 1);
  }
}
