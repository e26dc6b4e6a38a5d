package dev.nightjar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NightEventsTest {
  private static final Night NIGHT = new Night(LocalDate.parse("2025-01-31"), 1);

  @Test
  void everyListenerHearsOfEveryEventWhateverAnotherThrows() {
    var heard = new ArrayList<String>();
    var events = new NightEvents(Progress.silent(), List.of(new Throwing(), new Recording(heard)));
    events.started(NIGHT);
    events.waiting(NIGHT, "shop-orders");
    events.stageStarted(NIGHT, "ingest");
    events.stageFinished(NIGHT, "ingest", new StageReport("read", Map.of()));
    events.stageFailed(NIGHT, "orders", new Failure(FailureCode.STAGE_BROKEN, "broken"));
    events.failed(NIGHT, new Failure(FailureCode.FILE_MISSING, "none came"));
    events.finished(NIGHT, List.of());
    assertThat(heard)
        .containsExactly(
            "started",
            "waiting for shop-orders",
            "ingest started",
            "ingest finished",
            "orders STAGE_BROKEN",
            "FILE_MISSING",
            "finished");
  }

  private record Recording(List<String> heard) implements NightListener {
    @Override
    public void started(Night night) {
      heard.add("started");
    }

    @Override
    public void waiting(Night night, String what) {
      heard.add("waiting for " + what);
    }

    @Override
    public void stageStarted(Night night, String stage) {
      heard.add(stage + " started");
    }

    @Override
    public void stageFinished(Night night, String stage, StageReport report) {
      heard.add(stage + " finished");
    }

    @Override
    public void stageFailed(Night night, String stage, Failure failure) {
      heard.add(stage + " " + failure.code());
    }

    @Override
    public void failed(Night night, Failure failure) {
      heard.add(failure.code().name());
    }

    @Override
    public void finished(Night night, List<Failure> warnings) {
      heard.add("finished");
    }
  }

  private static final class Throwing implements NightListener {
    @Override
    public void started(Night night) {
      throw new IllegalStateException();
    }

    @Override
    public void stageFinished(Night night, String stage, StageReport report) {
      throw new IllegalStateException();
    }

    @Override
    public void finished(Night night, List<Failure> warnings) {
      throw new IllegalStateException();
    }
  }
}
