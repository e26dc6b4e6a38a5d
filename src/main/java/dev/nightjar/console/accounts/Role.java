package dev.nightjar.console.accounts;

import java.util.Locale;

/** What an account can do. Each role can also do what the roles before it can. */
public enum Role {
  /** Sees figures of nights, segments and audiences. */
  VIEWER,
  /** Sees customers too, and downloads extracts. */
  MARKETING,
  /** Runs, stops and approves nights too. */
  OPS;

  /** As it is written in commands, tables and pages. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
