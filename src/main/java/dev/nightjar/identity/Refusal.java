package dev.nightjar.identity;

import java.util.Locale;

/** Why a value is not written. */
public enum Refusal {
  /** Looks like a SHA-256 already: hashed once more, nobody could match it. */
  ALREADY_HASHED,
  NOT_AN_EMAIL,
  NOT_A_PHONE,
  NOT_A_NAME,
  NOT_A_COUNTRY,
  NOT_A_ZIP,
  NOT_A_STATE,
  NOT_A_DATE;

  /** As it is counted in a manifest: {@code not-an-email}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A value that is refused; knows the reason only. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final Refusal reason;

    Refused(Refusal reason) {
      // thrown for data, not for faults: no place is worth the time to find it
      super(reason.toString(), null, false, false);
      this.reason = reason;
    }

    public Refusal reason() {
      return reason;
    }
  }

  /** What to throw. */
  public Refused refused() {
    return new Refused(this);
  }
}
