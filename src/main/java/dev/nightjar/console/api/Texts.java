package dev.nightjar.console.api;

import org.jspecify.annotations.Nullable;

/** What texts of a request are. */
final class Texts {
  private Texts() {}

  /**
   * Refuses a text that is missing, or that no text of the database can be.
   *
   * @throws IllegalArgumentException without the text, which can be about a person
   */
  static void require(@Nullable String text) {
    if (text == null || text.isBlank() || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "a text is missing, or has a character that none can have");
    }
  }
}
