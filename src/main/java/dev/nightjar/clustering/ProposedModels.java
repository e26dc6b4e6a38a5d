package dev.nightjar.clustering;

import static dev.nightjar.db.clustering.Tables.ACCEPTANCES;
import static dev.nightjar.db.clustering.Tables.MODELS;
import static dev.nightjar.db.clustering.Tables.NIGHTS;
import static org.jooq.impl.DSL.max;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.ports.ModelAcceptance;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Accepts proposed models: those proposed since the current model came into force. */
@Component
final class ProposedModels implements ModelAcceptance {
  private final DSLContext db;

  ProposedModels(DSLContext db) {
    this.db = db;
  }

  /** A proposed model with its number of clusters. */
  private record Proposal(LocalDate proposedOn, int k, int kInForce) {}

  @Override
  public Accepted accept(@Nullable LocalDate proposedOn) {
    var lastNight = db.select(max(NIGHTS.NIGHT)).from(NIGHTS).fetchSingle().value1();
    var open = open(lastNight);
    var chosen =
        open.stream()
            .filter(each -> proposedOn == null || each.proposedOn().equals(proposedOn))
            .findFirst()
            .orElseThrow(() -> refused(proposedOn, open));
    db.insertInto(ACCEPTANCES)
        .set(ACCEPTANCES.LAST_NIGHT, lastNight)
        .set(ACCEPTANCES.PROPOSED_ON, chosen.proposedOn())
        .onConflict(ACCEPTANCES.LAST_NIGHT)
        .doUpdate()
        .set(ACCEPTANCES.PROPOSED_ON, chosen.proposedOn())
        .execute();
    return new Accepted(chosen.proposedOn(), lastNight, chosen.k(), chosen.kInForce());
  }

  /**
   * The proposals that can be accepted, the newest first.
   *
   * @param lastNight null if none has run
   */
  private List<Proposal> open(@Nullable LocalDate lastNight) {
    var inForce = MODELS.as("in_force");
    var fittedOn =
        db.select(MODELS.FITTED_ON)
            .from(MODELS)
            .where(MODELS.NIGHT.eq(lastNight), MODELS.IS_PROPOSED.isFalse())
            .fetchOne(MODELS.FITTED_ON);
    return db.select(MODELS.NIGHT, MODELS.K, inForce.K)
        .from(MODELS)
        .join(inForce)
        .on(inForce.NIGHT.eq(MODELS.NIGHT), inForce.IS_PROPOSED.isFalse())
        .where(MODELS.IS_PROPOSED.isTrue(), inForce.FITTED_ON.eq(fittedOn))
        .orderBy(MODELS.NIGHT.desc())
        .fetch(Records.mapping(Proposal::new));
  }

  private static Failure refused(@Nullable LocalDate proposedOn, List<Proposal> open) {
    var who =
        proposedOn == null ? "No night proposes a" : "Night %s proposes no".formatted(proposedOn);
    var next =
        open.isEmpty()
            ? "nightjar clusters --quality"
            : "nightjar clusters accept --date " + open.get(0).proposedOn();
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        "%s model in place of the one in force.%nNext: %s".formatted(who, next));
  }
}
