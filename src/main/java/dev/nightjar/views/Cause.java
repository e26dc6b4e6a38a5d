package dev.nightjar.views;

import java.util.Locale;

/**
 * Why a customer's segment differs from that in an earlier night, with the codes of tables and
 * JSON.
 */
public enum Cause {
  NEW("the customer was not known in the earlier night"),
  VANISHED("the customer is not known any more"),
  ORDERS("own orders changed"),
  TIME("only time passed"),
  ATTRIBUTES("an attribute of the customer changed"),
  CUT_POINTS("only the cut points changed, because of other customers"),
  BOTH("it took both: what changed with the customer, and other cut points"),
  SETTINGS("the settings of the map or the scoring changed");

  private final String meaning;

  Cause(String meaning) {
    this.meaning = meaning;
  }

  /** The meaning of a code, the same on every screen. */
  public static String meaning(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')).meaning;
  }
}
