package dev.nightjar.views;

import java.util.Locale;

/** Why a customer is in another segment than in the night before, as tables and JSON name it. */
public enum Cause {
  NEW("the customer was not known in the night before"),
  VANISHED("the customer is not known any more"),
  BEHAVIOUR("own orders changed"),
  DRIFT("only the cut points changed, by orders of others"),
  SETTINGS("the map or the scoring was set otherwise");

  private final String meaning;

  Cause(String meaning) {
    this.meaning = meaning;
  }

  /** What a code means, the same on every screen. */
  public static String meaning(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT)).meaning;
  }
}
