package dev.nightjar.pipeline;

/** A listener to the stages of a night. */
public interface Progress {

  void started(String stage);

  /** The running stage waits for files. */
  default void waiting(String what) {}

  void finished(String stage, StageReport report);

  void failed(String stage);

  /** Ignores all events. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void started(String stage) {}

      @Override
      public void finished(String stage, StageReport report) {}

      @Override
      public void failed(String stage) {}
    };
  }
}
