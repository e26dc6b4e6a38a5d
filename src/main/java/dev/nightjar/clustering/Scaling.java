package dev.nightjar.clustering;

import java.util.Locale;

/** How features of different units are made comparable, after their transforms. */
enum Scaling {
  /** (x - mean) / population standard deviation. */
  Z_SCORE,
  /** (x - median) / (third - first quartile). */
  ROBUST,
  /** (x - least) / (greatest - least). */
  MIN_MAX;

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
