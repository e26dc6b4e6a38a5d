package dev.nightjar.transport;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;

/** Files could not be fetched from an inbox. */
public final class InboxFailed extends Exception {
  private final FailureCode code;

  /**
   * @param inbox its name in the settings and its place, and the file at fault, if there is one
   * @param cause what a library said
   */
  public InboxFailed(String inbox, Throwable cause) {
    super(
        "Files could not be fetched from %s: %s. %s"
            .formatted(inbox, Failure.reason(cause), TransportFault.of(cause).advice()),
        cause);
    this.code = code(TransportFault.of(cause));
  }

  /** What the night fails with. */
  public FailureCode code() {
    return code;
  }

  private static FailureCode code(TransportFault fault) {
    return switch (fault) {
      case HOST_KEY -> FailureCode.HOST_KEY_CHANGED;
      case LOGIN -> FailureCode.LOGIN_REFUSED;
      case MISSING -> FailureCode.FOLDER_MISSING;
      case AWAY, REFUSED -> FailureCode.SOURCE_AWAY;
    };
  }
}
