package dev.nightjar.pipeline;

import dev.nightjar.home.Failure;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Informs the screen and the listeners of what happens to a night. */
@Component
public class NightEvents {
  private static final Logger LOG = LoggerFactory.getLogger("nightjar");

  private final Progress progress;
  private final List<NightListener> listeners;

  NightEvents(Progress progress, List<NightListener> listeners) {
    this.progress = progress;
    this.listeners = listeners;
  }

  void started(Night night) {
    inform(each -> each.started(night));
  }

  /**
   * Says that a night waits for files.
   *
   * @param what the files, and until when it waits
   */
  public void waiting(Night night, String what) {
    LOG.info("{} waits for {}", night.date(), what);
    progress.waiting(what);
    inform(each -> each.waiting(night, what));
  }

  void finished(Night night, List<Failure> warnings) {
    inform(each -> each.finished(night, warnings));
  }

  void failed(Night night, Failure failure) {
    inform(each -> each.failed(night, failure));
  }

  void stageStarted(Night night, String stage) {
    progress.started(stage);
    inform(each -> each.stageStarted(night, stage));
  }

  void stageFinished(Night night, String stage, StageReport report) {
    progress.finished(stage, report);
    inform(each -> each.stageFinished(night, stage, report));
  }

  void stageFailed(Night night, String stage, Failure failure) {
    progress.failed(stage);
    inform(each -> each.stageFailed(night, stage, failure));
  }

  private void inform(Consumer<NightListener> event) {
    for (var listener : listeners) {
      try {
        event.accept(listener);
      } catch (RuntimeException e) {
        LOG.warn("a listener to nights failed", e);
      }
    }
  }
}
