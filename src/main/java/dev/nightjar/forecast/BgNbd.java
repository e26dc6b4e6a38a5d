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

  /** Up to which 1 + e to the power fits into a product. */
  private static final double MOST_POWER = 300;

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
    var byDays =
        IntStream.rangeClosed(0, histories.mostDays())
            .mapToDouble(days -> Math.log(alpha + PurchaseHistories.weeks(days)))
            .toArray();
    var toStop =
        IntStream.range(0, byRepeats.length)
            .mapToDouble(x -> x == 0 ? 0 : Math.log(a / (b + x - 1)))
            .toArray();
    return FixedOrderSum.ofParts(
        histories.size(),
        (from, to) -> {
          double sum = 0;
          var stopped = new LogOfProduct();
          for (int i = from; i < to; i++) {
            int x = histories.repeats()[i];
            long customers = histories.customers()[i];
            double age = byDays[histories.ageDays()[i]];
            sum += customers * (byRepeats[x] - (r + x) * age);
            if (x > 0) {
              double power = toStop[x] + (r + x) * (age - byDays[histories.lastDays()[i]]);
              if (customers == 1 && power < MOST_POWER) {
                stopped.add(1 + Math.exp(power));
              } else {
                sum += customers * logOfOnePlus(power);
              }
            }
          }
          return sum + stopped.sum();
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

  /** The logarithm of 1 + e to a power. */
  private static double logOfOnePlus(double power) {
    return Math.max(power, 0) + Math.log1p(Math.exp(-Math.abs(power)));
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
