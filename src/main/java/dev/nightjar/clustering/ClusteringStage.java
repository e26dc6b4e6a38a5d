package dev.nightjar.clustering;

import static dev.nightjar.db.clustering.Tables.NIGHTS;

import dev.nightjar.database.AdjacentNights;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.pipeline.StageReport;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Clusters the scored customers, by the model in force or by a new one. */
@Component
public class ClusteringStage implements Stage {
  private final DSLContext db;
  private final ClusteringSettings settings;
  private final BusinessSettings business;

  ClusteringStage(DSLContext db, ClusteringSettings settings, BusinessSettings business) {
    this.db = db;
    this.settings = settings;
    this.business = business;
  }

  @Override
  public String name() {
    return "clustering";
  }

  @Override
  public StageReport run(Night night) {
    var queries = new PopulationQueries(night.date(), settings);
    var population = db.transactionResult(transaction -> queries.read(transaction.dsl()));
    var nights = AdjacentNights.of(night.date(), NIGHTS, db);
    var store = new ModelStore(db, nights);
    var lifecycle = new Lifecycle(nights, settings, population);
    var applied = lifecycle.apply(store);
    var candidate =
        lifecycle.isDue(applied, store)
            ? CandidateModel.seek(population, applied, settings, lifecycle.search(applied, store))
            : null;
    var outcome =
        db.transactionResult(
            transaction -> {
              var written = lifecycle.replace(transaction.dsl(), applied, candidate);
              var forgotten = business.forgottenUntil(night.date());
              if (forgotten != null) {
                NightQueries.forget(transaction.dsl(), forgotten);
              }
              return written;
            });
    return new NightReport(nights, settings).of(population, outcome, candidate);
  }
}
