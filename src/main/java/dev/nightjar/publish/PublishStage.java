package dev.nightjar.publish;

import dev.nightjar.home.Counted;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.pipeline.StageReport;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Audits the night, and swaps what is published. */
@Component
public class PublishStage implements Stage {
  private final DSLContext db;
  private final Clock clock;

  PublishStage(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "publish";
  }

  @Override
  public StageReport run(Night night) {
    int checks = new NightChecks(db).pass(night);
    var queries = new PublishQueries(night);
    db.transaction(transaction -> queries.swap(transaction.dsl(), OffsetDateTime.now(clock)));
    return new StageReport(
        Counted.of(checks, "check") + " passed", Map.of("checks", (long) checks));
  }

  /** A dry run leaves the published tables as they are. */
  @Override
  public StageReport rehearse(DSLContext transaction, Night night) {
    return new StageReport("not published", Map.of());
  }
}
