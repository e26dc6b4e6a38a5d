package dev.nightjar.pipeline;

import dev.nightjar.home.Failure;
import java.util.List;

/**
 * A listener to nights, in the process that runs them. A component of this type is called for every
 * night. An exception of a listener is logged, and the night goes on; a listener that takes long
 * delays the night.
 */
public interface NightListener {

  /** A night begins or is resumed. */
  default void started(Night night) {}

  /**
   * A night waits for files.
   *
   * @param what the files, and until when it waits
   */
  default void waiting(Night night, String what) {}

  /**
   * A night has finished.
   *
   * @param warnings what it leaves to do
   */
  default void finished(Night night, List<Failure> warnings) {}

  /** A night has failed or was stopped. Its process can also end without this call. */
  default void failed(Night night, Failure failure) {}

  /** A stage of a night begins, or begins again after the night was resumed. */
  default void stageStarted(Night night, String stage) {}

  /** A stage has finished, and its tables are written. */
  default void stageFinished(Night night, String stage, StageReport report) {}

  /** A stage has failed or was stopped. Its process can also end without this call. */
  default void stageFailed(Night night, String stage, Failure failure) {}
}
