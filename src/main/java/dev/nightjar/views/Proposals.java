package dev.nightjar.views;

import static dev.nightjar.db.clustering.Tables.ACCEPTANCES;
import static dev.nightjar.db.clustering.Tables.MODELS;
import static dev.nightjar.db.clustering.Tables.NIGHTS;
import static org.jooq.impl.DSL.max;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/**
 * The proposed models that can be accepted: those that were proposed beside the model that is still
 * in force.
 *
 * @param lastNight the newest night; null where none has run
 * @param open the newest first
 */
public record Proposals(@Nullable LocalDate lastNight, List<Open> open) {

  /** A proposed model with its number of clusters. */
  record Open(LocalDate proposedOn, int k, int kInForce) {}

  /** What was accepted, and after which night. */
  public record Accepted(LocalDate proposedOn, LocalDate lastNight, int k, int kInForce) {}

  public static Proposals of(DSLContext db) {
    var inForce = MODELS.as("in_force");
    var last = db.select(max(NIGHTS.NIGHT)).from(NIGHTS).fetchSingle().value1();
    var fittedOn =
        db.select(MODELS.FITTED_ON)
            .from(MODELS)
            .where(MODELS.NIGHT.eq(last), MODELS.IS_PROPOSED.isFalse())
            .fetchOne(MODELS.FITTED_ON);
    var open =
        db.select(MODELS.NIGHT, MODELS.K, inForce.K)
            .from(MODELS)
            .join(inForce)
            .on(inForce.NIGHT.eq(MODELS.NIGHT), inForce.IS_PROPOSED.isFalse())
            .where(MODELS.IS_PROPOSED.isTrue(), inForce.FITTED_ON.eq(fittedOn))
            .orderBy(MODELS.NIGHT.desc())
            .fetch(Records.mapping(Open::new));
    return new Proposals(last, open);
  }

  /**
   * Lets the next night take a proposed model over.
   *
   * @param proposedOn the night that proposes it; null for the newest that does
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} where there is none
   */
  public Accepted accept(@Nullable LocalDate proposedOn, DSLContext db) {
    var chosen =
        open.stream()
            .filter(each -> proposedOn == null || each.proposedOn().equals(proposedOn))
            .findFirst()
            .orElseThrow(() -> refused(proposedOn));
    db.insertInto(ACCEPTANCES)
        .set(ACCEPTANCES.LAST_NIGHT, lastNight)
        .set(ACCEPTANCES.PROPOSED_ON, chosen.proposedOn())
        .onConflict(ACCEPTANCES.LAST_NIGHT)
        .doUpdate()
        .set(ACCEPTANCES.PROPOSED_ON, chosen.proposedOn())
        .execute();
    return new Accepted(chosen.proposedOn(), lastNight, chosen.k(), chosen.kInForce());
  }

  private Failure refused(@Nullable LocalDate proposedOn) {
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
