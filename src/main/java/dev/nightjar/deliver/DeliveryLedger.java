package dev.nightjar.deliver;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.deliver.Tables.APPROVALS;
import static dev.nightjar.db.deliver.Tables.CHANGES;
import static dev.nightjar.db.deliver.Tables.EXTRACTS;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.nightjar.db.deliver.tables.records.ExtractsRecord;
import dev.nightjar.pipeline.Night;
import dev.nightjar.ports.DeliveryApprovals.Stop;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What is known of the extracts of a night: what they change, and that they were delivered. */
final class DeliveryLedger {
  /** The revision of what is sent while the night waits: only people who refused leave. */
  static final int REFUSALS_ONLY = 0;

  private final Night night;

  DeliveryLedger(Night night) {
    this.night = night;
  }

  /** Customers in the extract of this very run of the night; empty where it is not confirmed. */
  Optional<Long> confirmed(DSLContext db, DeliveryTarget target) {
    return extract(db, target)
        .filter(row -> row.getRevision() == night.revision() && row.getDeliveredAt() != null)
        .map(ExtractsRecord::getLines);
  }

  private Optional<ExtractsRecord> extract(DSLContext db, DeliveryTarget target) {
    return db.fetchOptional(
        EXTRACTS,
        EXTRACTS.NIGHT.eq(night.date()),
        EXTRACTS.DESTINATION.eq(target.destination()),
        EXTRACTS.AUDIENCE.eq(target.audience().name()));
  }

  /**
   * Whether an audience is due at a destination: tonight, or since a night that was not confirmed
   * there.
   */
  boolean isDue(DSLContext db, DeliveryTarget target) {
    if (target.audience().isDue()) {
      return true;
    }
    // of a night whose change waits, only the people who refused were confirmed
    var waiting =
        select(CHANGES.NIGHT)
            .from(CHANGES)
            .where(CHANGES.DESTINATION.eq(target.destination()))
            .and(CHANGES.AUDIENCE.eq(target.audience().name()))
            .and(CHANGES.STOPPED_FOR.isNotNull());
    var lastConfirmed =
        db.select(max(EXTRACTS.NIGHT))
            .from(EXTRACTS)
            .where(EXTRACTS.DESTINATION.eq(target.destination()))
            .and(EXTRACTS.AUDIENCE.eq(target.audience().name()))
            .and(EXTRACTS.NIGHT.ne(night.date()).and(EXTRACTS.DELIVERED_AT.isNotNull()))
            .and(EXTRACTS.REVISION.gt(REFUSALS_ONLY))
            .and(EXTRACTS.NIGHT.notIn(waiting))
            .fetchSingle()
            .value1();
    var isDueThen =
        AUDIENCES
            .AUDIENCE
            .eq(target.audience().name())
            .and(AUDIENCES.NIGHT.lt(night.date()))
            .and(condition(AUDIENCES.IS_DUE))
            .and(not(condition(AUDIENCES.IS_BLOCKED)));
    return db.fetchExists(
        AUDIENCES,
        lastConfirmed == null ? isDueThen : isDueThen.and(AUDIENCES.NIGHT.gt(lastConfirmed)));
  }

  /**
   * Notes what an extract changes.
   *
   * @param stoppedFor why it waits for an approval; null where it does not
   */
  void found(
      DSLContext db, DeliveryTarget target, ChangeCounts change, @Nullable String stoppedFor) {
    db.insertInto(CHANGES)
        .set(CHANGES.NIGHT, night.date())
        .set(CHANGES.DESTINATION, target.destination())
        .set(CHANGES.AUDIENCE, target.audience().name())
        .set(CHANGES.SINCE, change.since())
        .set(CHANGES.CUSTOMERS_BEFORE, change.before())
        .set(CHANGES.CUSTOMERS, change.customers())
        .set(CHANGES.ADDED, change.added())
        .set(CHANGES.CHANGED, change.changed())
        .set(CHANGES.REMOVED, change.removed())
        .set(CHANGES.REPLACED, change.replaced())
        .set(CHANGES.REFUSED, change.refused())
        .set(CHANGES.IS_DECLARED, !target.audience().isEnded())
        .set(CHANGES.STOPPED_FOR, stoppedFor)
        .onConflict(CHANGES.NIGHT, CHANGES.DESTINATION, CHANGES.AUDIENCE)
        .doUpdate()
        .setAllToExcluded()
        .execute();
  }

  /** Deletes extracts of nights before a date whose files are gone, and what they changed. */
  static void forget(DSLContext db, LocalDate before) {
    db.deleteFrom(EXTRACTS)
        .where(EXTRACTS.NIGHT.lt(before))
        .andNot(DeliveryAudit.isPresent(EXTRACTS.NIGHT, EXTRACTS.DESTINATION, EXTRACTS.AUDIENCE))
        .execute();
    db.deleteFrom(CHANGES)
        .where(CHANGES.NIGHT.lt(before))
        .andNotExists(
            selectOne()
                .from(EXTRACTS)
                .where(EXTRACTS.NIGHT.eq(CHANGES.NIGHT))
                .and(EXTRACTS.DESTINATION.eq(CHANGES.DESTINATION))
                .and(EXTRACTS.AUDIENCE.eq(CHANGES.AUDIENCE)))
        .execute();
  }

  /** Forgets what was found, before it is found again. */
  void forgetChanges(DSLContext db) {
    db.deleteFrom(CHANGES).where(CHANGES.NIGHT.eq(night.date())).execute();
  }

  /** Forgets the changes found for audiences that now go elsewhere, or nowhere. */
  void forgetOthers(DSLContext db, List<DeliveryTarget> targets) {
    db.deleteFrom(CHANGES)
        .where(CHANGES.NIGHT.eq(night.date()))
        .and(
            row(CHANGES.DESTINATION, CHANGES.AUDIENCE)
                .notIn(
                    targets.stream()
                        .map(each -> row(each.destination(), each.audience().name()))
                        .toList()))
        .execute();
  }

  /** Whether somebody approved this very change of the night. */
  boolean isApproved(DSLContext db, DeliveryTarget target, ChangeCounts change) {
    return db.fetchExists(
        APPROVALS,
        APPROVALS.NIGHT.eq(night.date()),
        APPROVALS.DESTINATION.eq(target.destination()),
        APPROVALS.AUDIENCE.eq(target.audience().name()),
        APPROVALS.CUSTOMERS_BEFORE.eq(change.before()),
        APPROVALS.CUSTOMERS.eq(change.customers()),
        APPROVALS.ADDED.eq(change.added()),
        APPROVALS.CHANGED.eq(change.changed()),
        APPROVALS.REMOVED.eq(change.removed()),
        APPROVALS.REPLACED.eq(change.replaced()),
        APPROVALS.REFUSED.eq(change.refused()));
  }

  /** Why the change found last waits for an approval; null if it does not. */
  @Nullable String waitsFor(DSLContext db, DeliveryTarget target) {
    return db.select(CHANGES.STOPPED_FOR)
        .from(CHANGES)
        .where(CHANGES.NIGHT.eq(night.date()), CHANGES.DESTINATION.eq(target.destination()))
        .and(CHANGES.AUDIENCE.eq(target.audience().name()))
        .fetchOne(CHANGES.STOPPED_FOR);
  }

  /** The changes of the night that wait for an approval; once a later night ran, none does. */
  List<Stop> stops(DSLContext db) {
    var later = CHANGES.as("later");
    return db.selectFrom(CHANGES)
        .where(CHANGES.NIGHT.eq(night.date()), CHANGES.STOPPED_FOR.isNotNull())
        .andNotExists(
            selectOne()
                .from(later)
                .where(later.DESTINATION.eq(CHANGES.DESTINATION))
                .and(later.AUDIENCE.eq(CHANGES.AUDIENCE))
                .and(later.NIGHT.gt(CHANGES.NIGHT)))
        .orderBy(CHANGES.AUDIENCE, CHANGES.DESTINATION)
        .fetch(
            row ->
                new Stop(
                    row.getNight(),
                    row.getDestination(),
                    row.getAudience(),
                    row.getCustomersBefore(),
                    row.getCustomers(),
                    row.getAdded(),
                    row.getChanged(),
                    row.getRemoved(),
                    row.getReplaced(),
                    row.getRefused(),
                    row.getIsDeclared(),
                    row.getStoppedFor()));
  }

  /**
   * Notes that the delivery of an extract is confirmed.
   *
   * @param warnings what people are to know of it, one line each
   */
  void delivered(
      DSLContext db,
      DeliveryTarget target,
      Extract extract,
      List<String> warnings,
      OffsetDateTime now) {
    var row = db.newRecord(EXTRACTS);
    row.setNight(night.date());
    row.setDestination(target.destination());
    row.setAudience(target.audience().name());
    row.setRevision(night.revision());
    row.setPath(extract.path());
    row.setWarnings(warnings.toArray(String[]::new));
    row.setBytes(extract.bytes());
    row.setLines(extract.lines());
    row.setContentHash(extract.hash());
    row.setDeliveredAt(extract.isWithheld() ? null : now);
    row.merge();
  }
}
