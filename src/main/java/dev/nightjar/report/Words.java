package dev.nightjar.report;

import java.util.Locale;

/** Codes of tables as words for people. */
public final class Words {
  private Words() {}

  /** A code as a heading, such as "Opted out" for opted-out. */
  public static String heading(String code) {
    return code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1).replace('-', ' ');
  }
}
