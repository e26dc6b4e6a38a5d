package dev.nightjar.home;

import org.jspecify.annotations.Nullable;

/** A failure with a code. Its message says what failed, where, and which command to run next. */
public class Failure extends RuntimeException {
  private final FailureCode code;

  /**
   * @param message for the screen: ids and line numbers, never a customer's values
   * @param cause for the log
   */
  public Failure(FailureCode code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public Failure(FailureCode code, String message) {
    this(code, message, null);
  }

  public FailureCode code() {
    return code;
  }

  /**
   * The first line of the deepest cause's message, without the wrapping of libraries.
   *
   * @param thrown exception of a library about a server, folder or file
   */
  public static String reason(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    var message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    return root.getClass().getSimpleName() + ": " + Visible.text(message);
  }
}
