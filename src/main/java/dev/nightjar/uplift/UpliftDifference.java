package dev.nightjar.uplift;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A difference of exported less held-out customers, with its 95 % interval. */
public record UpliftDifference(double value, double low, double high) {
  /** Whether the interval excludes zero. */
  @JsonProperty("significant")
  public boolean isSignificant() {
    return low > 0 || high < 0;
  }
}
