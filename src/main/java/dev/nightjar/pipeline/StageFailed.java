package dev.nightjar.pipeline;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import org.jspecify.annotations.Nullable;

/** A stage failed; the night stops there and can be resumed. */
public final class StageFailed extends Failure {
  private final transient Night night;

  private StageFailed(
      FailureCode code, Night night, String message, String next, @Nullable Throwable cause) {
    super(code, message + "\nNext: " + next, cause);
    this.night = night;
  }

  public StageFailed(FailureCode code, Night night, String message, @Nullable Throwable cause) {
    this(code, night, message, "nightjar resume --date " + night.date(), cause);
  }

  public StageFailed(FailureCode code, Night night, String message) {
    this(code, night, message, null);
  }

  /**
   * A stage that waits for a decision.
   *
   * @param next the commands to choose from
   */
  public static StageFailed waiting(FailureCode code, Night night, String message, String next) {
    return new StageFailed(code, night, message, next, null);
  }

  /** The night that stopped. */
  public Night night() {
    return night;
  }
}
