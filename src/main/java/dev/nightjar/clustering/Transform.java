package dev.nightjar.clustering;

import java.util.Locale;

/** What is done to the values of a feature before they are scaled. */
enum Transform {
  NONE,
  /** log(1 + x); of -1 and less there is none. */
  LOG1P,
  /** What is beyond two percentiles is set to them. */
  WINSORISE,
  /** Share of the customers with less, those with as much counting half: 0 to 1. */
  RANK;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The transform of a key. */
  static Transform of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
