package dev.nightjar.drawings;

import java.util.ArrayList;
import java.util.List;

/**
 * Values along a line.
 *
 * @param low the value at the line's start
 * @param high the value at its end, above the low one
 * @param isLog whether equal ratios, not differences, are equally far apart
 * @param ticks values with a label, from low to high
 * @param step between them; for logarithmic axes the lowest tick
 */
record Axis(double low, double high, boolean isLog, List<Double> ticks, double step) {
  private static final double WIDE = 100;

  /** An axis with round ends around some values. */
  static Axis of(double least, double most, int ticks) {
    double high = most > least ? most : least + Math.max(1, Math.abs(least));
    double step = step((high - least) / ticks);
    double first = Math.floor(least / step + 1e-9);
    double last = Math.ceil(high / step - 1e-9);
    var all = new ArrayList<Double>();
    for (double each = first; each <= last; each++) {
      all.add(each * step);
    }
    return new Axis(first * step, last * step, false, all, step);
  }

  /** An axis of powers of ten if the values are above zero and far apart, otherwise a plain one. */
  static Axis wide(double least, double most, int ticks) {
    if (least <= 0 || most / least < WIDE) {
      return of(least, most, ticks);
    }
    double first = Math.floor(Math.log10(least) + 1e-9);
    double last = Math.ceil(Math.log10(most) - 1e-9);
    var all = new ArrayList<Double>();
    for (double power = first; power <= last; power++) {
      all.add(Math.pow(10, power));
    }
    return new Axis(all.get(0), all.get(all.size() - 1), true, all, all.get(0));
  }

  private static double step(double least) {
    double unit = Math.pow(10, Math.floor(Math.log10(least)));
    for (double each : new double[] {1, 2, 5}) {
      if (each * unit >= least * (1 - 1e-9)) {
        return each * unit;
      }
    }
    return 10 * unit;
  }

  /** The place of a value: 0 at the start, 1 at the end. */
  double place(double value) {
    return isLog ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  }
}
