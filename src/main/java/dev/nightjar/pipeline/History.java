package dev.nightjar.pipeline;

import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Failure;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Deletes, at the end of a night, what {@code business.history} no longer keeps of past nights. If
 * that fails, the next night does it.
 */
@Component
final class History implements NightListener {
  private final DSLContext db;
  private final BusinessSettings business;
  private final Ledger ledger;

  /** Looked up late, as stages inform listeners too. */
  private final ObjectProvider<Stage> stages;

  History(DSLContext db, BusinessSettings business, Ledger ledger, ObjectProvider<Stage> stages) {
    this.db = db;
    this.business = business;
    this.ledger = ledger;
    this.stages = stages;
  }

  @Override
  public void finished(Night night, List<Failure> warnings) {
    var first = business.firstOfHistory(night.date());
    if (first == null) {
      return;
    }
    db.transaction(
        transaction -> {
          var tx = transaction.dsl();
          stages.forEach(stage -> stage.forget(tx, first));
          ledger.forget(tx, first);
          Executions.forget(tx, first);
        });
  }
}
