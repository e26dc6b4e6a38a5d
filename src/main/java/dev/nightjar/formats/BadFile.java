package dev.nightjar.formats;

import dev.nightjar.home.Visible;
import org.jspecify.annotations.Nullable;

/** A file that cannot be loaded as it is; nothing of it stays in the tables. */
public final class BadFile extends RuntimeException {
  private final @Nullable Long line;

  /**
   * @param reason what is wrong, without a value of the file
   * @param line at which reading ended; null if no line is at fault
   */
  public BadFile(String reason, @Nullable Long line) {
    super(Visible.text(reason));
    this.line = line;
  }

  /** The line at which reading ended; null if no line is at fault. */
  public @Nullable Long line() {
    return line;
  }

  /** Where reading ended, to follow a word, such as ", line 7"; empty if no line is at fault. */
  public String place() {
    return line == null ? "" : ", line " + line;
  }
}
