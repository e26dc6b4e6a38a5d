package dev.nightjar.publish;

import dev.nightjar.home.Failure;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.pipeline.StageReport;
import dev.nightjar.ports.NightGates;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Audits the night, and swaps what is published. */
@Component
public class PublishStage implements Stage {
  private final DSLContext db;
  private final Clock clock;
  private final NightGates gates;

  PublishStage(DSLContext db, Clock clock, NightGates gates) {
    this.db = db;
    this.clock = clock;
    this.gates = gates;
  }

  @Override
  public String name() {
    return "publish";
  }

  @Override
  public void prepare(Night night) {
    db.transaction(transaction -> new PublishQueries(night).keepLive(transaction.dsl()));
  }

  @Override
  public StageReport run(Night night) {
    var verdict = gates.pass(night);
    var queries = new PublishQueries(night);
    db.transaction(transaction -> queries.swap(transaction.dsl(), OffsetDateTime.now(clock)));
    return report(verdict);
  }

  @Override
  public void forget(DSLContext transaction, LocalDate before) {
    PublishQueries.forget(transaction, before);
    gates.forget(transaction, before);
  }

  private static StageReport report(NightGates.Findings verdict) {
    return new StageReport(
        verdict.summary(), Map.of("checks", verdict.checks(), "gates", verdict.passed()));
  }

  @Override
  public List<Failure> warnings(Night night) {
    return gates.warnings(night);
  }

  /** A dry run leaves the published tables as they are. */
  @Override
  public StageReport rehearse(DSLContext transaction, Night night) {
    return new StageReport("not published", Map.of());
  }
}
