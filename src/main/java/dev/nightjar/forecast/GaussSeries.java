package dev.nightjar.forecast;

/**
 * The value of Gauss' hypergeometric series, which can be too large for a number.
 *
 * @param mantissa the value divided by e to the exponent
 */
record GaussSeries(double mantissa, double exponent) {
  private static final double PRECISION = 1e-13;
  private static final int MOST_TERMS = 100_000;
  private static final double LARGE = 1e200;
  private static final double LOG_LARGE = Math.log(LARGE);

  /** The series 2F1(a, b; c; z), for 0 <= z < 1. */
  static GaussSeries of(double a, double b, double c, double z) {
    double term = 1;
    double sum = 1;
    double exponent = 0;
    for (int n = 0; n < MOST_TERMS && Math.abs(term) > PRECISION * Math.abs(sum); n++) {
      term *= (a + n) / (c + n) * (b + n) / (1 + n) * z;
      sum += term;
      if (Math.abs(sum) > LARGE) {
        sum /= LARGE;
        term /= LARGE;
        exponent += LOG_LARGE;
      }
    }
    return new GaussSeries(sum, exponent);
  }

  /** The value multiplied by a power. */
  double timesPower(double base, double power) {
    return mantissa * Math.exp(exponent + power * Math.log(base));
  }
}
