package dev.nightjar.forecast;

import static org.apache.commons.math3.special.Gamma.logGamma;

import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The BG/NBD model of Fader, Hardie and Lee, "'Counting Your Customers' the Easy Way" (Marketing
 * Science 2005): customers buy at random at a rate of their own, and after each purchase stop for
 * good with a probability of their own. Rates have a gamma distribution among customers, the
 * probabilities a beta distribution. Time is in weeks.
 *
 * @param r shape of the rates
 * @param alpha scale of the rates, in weeks
 * @param a first parameter of the probabilities of stopping
 * @param b second parameter of the probabilities of stopping
 */
record BgNbd(double r, double alpha, double a, double b) {
  /** At a = 1 the formula of expected orders divides zero by zero. */
  private static final double NEXT_TO_ONE = 1e-6;

  /** Beyond 1,000, customers hardly differ, and the search would go on without end. */
  private static final double[] BOUNDS = {1e3, 1e6, 1e3, 1e3};

  /** The model of parameters in the order of the record. */
  static BgNbd of(double[] parameters) {
    return new BgNbd(parameters[0], parameters[1], parameters[2], parameters[3]);
  }

  double[] parameters() {
    return new double[] {r, alpha, a, b};
  }

  /**
   * The model under which the histories are most likely; empty if the search does not converge.
   *
   * @param before the model of an earlier night, near which it is sought first
   */
  static Optional<BgNbd> fit(PurchaseHistories histories, @Nullable BgNbd before) {
    return MaximumLikelihood.find(
            at -> of(at).logLikelihood(histories),
            new double[] {1, 1 / histories.meanRate(), 1, 3},
            BOUNDS,
            before == null ? null : before.parameters())
        .map(BgNbd::of);
  }

  /**
   * The logarithm of the likelihood, in the form of Fader and Hardie, "Overcoming the BG/NBD
   * Model's #NUM! Error Problem" (note 027, 2013).
   */
  double logLikelihood(PurchaseHistories histories) {
    var byRepeats =
        IntStream.rangeClosed(0, histories.mostRepeats())
            .mapToDouble(this::termOfRepeats)
            .toArray();
    return FixedOrderSum.of(
        histories.size(),
        i -> {
          int x = histories.repeats()[i];
          double lost = Math.log(alpha + histories.age(i)) * -(r + x);
          double each = byRepeats[x] + lost;
          if (x > 0) {
            double stopped =
                Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + histories.last(i));
            each = byRepeats[x] + logOfSum(lost, stopped);
          }
          return histories.customers()[i] * each;
        });
  }

  /** The part of a customer's term that depends on the number of repeat purchases alone. */
  private double termOfRepeats(int x) {
    return logGamma(r + x)
        - logGamma(r)
        + r * Math.log(alpha)
        + logGamma(a + b)
        - logGamma(b)
        + logGamma(b + x)
        - logGamma(a + b + x);
  }

  private static double logOfSum(double one, double other) {
    double greater = Math.max(one, other);
    return greater + Math.log1p(Math.exp(Math.min(one, other) - greater));
  }

  /**
   * The probability that a customer has not stopped buying. A customer without repeat purchases
   * cannot have stopped in this model.
   *
   * @param last weeks from the first purchase to the last
   * @param age weeks from the first purchase to now
   */
  double probabilityAlive(int repeats, double last, double age) {
    return 1 / (1 + oddsOfHavingStopped(repeats, last, age));
  }

  private double oddsOfHavingStopped(int repeats, double last, double age) {
    return repeats == 0
        ? 0
        : Math.exp(
            Math.log(a / (b + repeats - 1))
                + (r + repeats) * Math.log((alpha + age) / (alpha + last)));
  }

  /**
   * Expected days with an order in the next weeks (formula 10 of the paper).
   *
   * @param last weeks from the first purchase to the last
   * @param age weeks from the first purchase to now
   */
  double expectedOrders(int repeats, double last, double age, double weeks) {
    double exponent = Math.abs(a - 1) < NEXT_TO_ONE ? NEXT_TO_ONE : a - 1;
    double c = exponent + b + repeats;
    double z = weeks / (alpha + age + weeks);
    // Euler's transformation, unless its terms would alternate and cancel out
    double remaining =
        exponent + b < r
            ? GaussSeries.of(r + repeats, b + repeats, c, z).timesPower(1 - z, r + repeats)
            : GaussSeries.of(exponent + b - r, exponent, c, z).timesPower(1 - z, exponent);
    return c / exponent * (1 - remaining) / (1 + oddsOfHavingStopped(repeats, last, age));
  }
}
