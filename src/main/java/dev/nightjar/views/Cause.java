package dev.nightjar.views;

import java.util.Locale;

/** Why a customer's segment differs from the night before, with the codes of tables and JSON. */
public enum Cause {
  NEW("the customer was not known in the night before"),
  VANISHED("the customer is not known any more"),
  BEHAVIOUR("own orders changed"),
  DRIFT("only the cut points changed, because of other customers' orders"),
  SETTINGS("the settings of the map or the scoring changed");

  private final String meaning;

  Cause(String meaning) {
    this.meaning = meaning;
  }

  /** The meaning of a code, the same on every screen. */
  public static String meaning(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT)).meaning;
  }
}
