package dev.nightjar.forecast;

import static org.apache.commons.math3.special.Gamma.logGamma;

import java.util.Optional;
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
    double unit = values.mean();
    return MaximumLikelihood.find(
            at -> new GammaGamma(at[0], at[1], at[2] * unit).logLikelihood(values),
            new double[] {2, 3, 1},
            BOUNDS,
            before == null ? null : new double[] {before.p, before.q, before.v / unit})
        .map(found -> new GammaGamma(found[0], found[1], found[2] * unit));
  }

  /**
   * The logarithm of the likelihood of the mean values. What is a sum over customers for any
   * parameters is computed once, so that one logarithm per customer is left.
   */
  double logLikelihood(RepeatValues values) {
    var customers = values.customersByRepeats();
    double sum =
        p * values.weightedLogarithms() - values.logarithms() + values.logarithmsOfRepeats();
    for (int x = 1; x < customers.length; x++) {
      sum += customers[x] * (logGamma(p * x + q) - logGamma(p * x));
    }
    sum += values.size() * (q * Math.log(v) - logGamma(q));
    return sum - FixedOrderSum.ofParts(values.size(), (from, to) -> weighted(values, from, to));
  }

  /** The logarithms of v plus the values, each times p times the customer's repeats plus q. */
  private double weighted(RepeatValues values, int from, int to) {
    double sum = 0;
    var alike = new LogOfProduct();
    for (int i = from; i < to; i++) {
      alike.add(v + values.value(i));
      if (i + 1 == to || values.repeats(i + 1) != values.repeats(i)) {
        sum += (p * values.repeats(i) + q) * alike.sum();
        alike = new LogOfProduct();
      }
    }
    return sum;
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
