package dev.nightjar.identity;

import java.util.Locale;

/** Why a value is refused. */
public enum Refusal {
  /** The value looks like a SHA-256; hashed again, it would not match. */
  ALREADY_HASHED,
  NOT_AN_EMAIL,
  NOT_A_PHONE,
  NOT_A_NAME,
  NOT_A_COUNTRY,
  NOT_A_ZIP,
  NOT_A_STATE,
  NOT_A_DATE,
  NOT_A_GENDER,
  /** A value with a character that the file's encoding lacks. */
  NOT_IN_ENCODING,
  /** A value below 0, at a destination that takes none. */
  NEGATIVE;

  /** The name in a manifest, such as {@code not-an-email}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A refused value; contains only the reason. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final Refusal reason;

    Refused(Refusal reason) {
      // thrown for data, not for faults: a stack trace would only cost time
      super(reason.toString(), null, false, false);
      this.reason = reason;
    }

    public Refusal reason() {
      return reason;
    }
  }

  /** The exception to throw. */
  public Refused refused() {
    return new Refused(this);
  }
}
