package dev.nightjar.pipeline;

/** Hears of each stage as the night goes on. */
public interface Progress {

  void started(String stage);

  void finished(String stage, StageReport report);

  void failed(String stage);

  /** Hears and says nothing. */
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
