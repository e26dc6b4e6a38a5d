package dev.nightjar.pipeline;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import org.jspecify.annotations.Nullable;

/** A stage failed; the night stops there and can be resumed. */
public final class StageFailed extends Failure {

  public StageFailed(FailureCode code, Night night, String message, @Nullable Throwable cause) {
    super(code, message + "\nNext: nightjar resume --date " + night.date(), cause);
  }

  public StageFailed(FailureCode code, Night night, String message) {
    this(code, night, message, null);
  }
}
