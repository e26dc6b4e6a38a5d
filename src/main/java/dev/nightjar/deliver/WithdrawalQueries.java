package dev.nightjar.deliver;

import static dev.nightjar.db.deliver.Tables.CHANGES;
import static dev.nightjar.db.deliver.Tables.EXPORTS;
import static dev.nightjar.db.deliver.Tables.EXTRACTS;
import static dev.nightjar.db.deliver.Tables.SENT_ROWS;
import static dev.nightjar.db.deliver.Tables.STATES;
import static dev.nightjar.db.deliver.Tables.WITHDRAWALS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.nightjar.db.deliver.tables.records.WithdrawalsRecord;
import dev.nightjar.destinations.Profile;
import dev.nightjar.ports.ExtractWithdrawals.Range;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The statements about extracts that are still to be withdrawn. */
final class WithdrawalQueries {
  private WithdrawalQueries() {}

  private record Target(String destination, String place, String audience) {}

  /**
   * Notes where the extracts of a range are to be withdrawn: where the audit says that they were
   * delivered, and where a delivery was begun and perhaps never noted. They no longer count as
   * confirmed, so that a night sends them again.
   *
   * @param place of a destination, as the settings say
   */
  static void add(DSLContext tx, Range range, UnaryOperator<String> place) {
    var targets = new HashMap<Target, Set<LocalDate>>();
    tx.selectDistinct(EXPORTS.DESTINATION, EXPORTS.PLACE, EXPORTS.AUDIENCE, EXPORTS.NIGHT)
        .from(EXPORTS)
        .where(isIn(range, EXPORTS.AUDIENCE, EXPORTS.NIGHT))
        .forEach(
            row ->
                add(targets, new Target(row.value1(), row.value2(), row.value3()), row.value4()));
    tx.selectDistinct(CHANGES.DESTINATION, CHANGES.AUDIENCE, CHANGES.NIGHT)
        .from(CHANGES)
        .where(isIn(range, CHANGES.AUDIENCE, CHANGES.NIGHT))
        .and(CHANGES.STOPPED_FOR.isNull().or(CHANGES.REFUSED.gt(0L)))
        .forEach(
            row ->
                add(
                    targets,
                    new Target(row.value1(), place.apply(row.value1()), row.value2()),
                    row.value3()));
    targets.forEach((target, nights) -> add(tx, target, range, nights.size()));
    tx.deleteFrom(EXTRACTS).where(isIn(range, EXTRACTS.AUDIENCE, EXTRACTS.NIGHT)).execute();
  }

  private static void add(Map<Target, Set<LocalDate>> targets, Target target, LocalDate night) {
    targets.computeIfAbsent(target, any -> new TreeSet<>()).add(night);
  }

  private static Condition isIn(Range range, Field<String> audience, Field<LocalDate> night) {
    return night
        .between(range.firstNight(), range.lastNight())
        .and(range.audience() == null ? noCondition() : audience.eq(range.audience()));
  }

  private static void add(DSLContext tx, Target target, Range range, int extracts) {
    var row = tx.newRecord(WITHDRAWALS);
    row.setDestination(target.destination());
    row.setPlace(target.place());
    row.setAudience(target.audience());
    row.setFirstNight(range.firstNight());
    row.setLastNight(range.lastNight());
    row.setExtracts(extracts);
    row.setLastExportId(
        tx.select(coalesce(max(EXPORTS.EXPORT_ID), inline(0L)))
            .from(EXPORTS)
            .fetchSingle()
            .value1());
    tx.insertInto(WITHDRAWALS)
        .set(row)
        .onConflict(
            WITHDRAWALS.DESTINATION,
            WITHDRAWALS.PLACE,
            WITHDRAWALS.AUDIENCE,
            WITHDRAWALS.FIRST_NIGHT)
        .doUpdate()
        .set(
            WITHDRAWALS.LAST_NIGHT,
            greatest(WITHDRAWALS.LAST_NIGHT, excluded(WITHDRAWALS.LAST_NIGHT)))
        .set(WITHDRAWALS.EXTRACTS, greatest(WITHDRAWALS.EXTRACTS, excluded(WITHDRAWALS.EXTRACTS)))
        .set(WITHDRAWALS.LAST_EXPORT_ID, excluded(WITHDRAWALS.LAST_EXPORT_ID))
        .execute();
  }

  /** What is still to be withdrawn, by place. */
  static List<WithdrawalsRecord> open(DSLContext db) {
    return db.selectFrom(WITHDRAWALS)
        .orderBy(
            WITHDRAWALS.DESTINATION,
            WITHDRAWALS.PLACE,
            WITHDRAWALS.AUDIENCE,
            WITHDRAWALS.FIRST_NIGHT)
        .fetch();
  }

  /**
   * The nights of which something is to be withdrawn, or of which a delivery was begun, the newest
   * first: it is the one that has a file of a name that stays.
   */
  static List<LocalDate> nights(DSLContext db, WithdrawalsRecord row) {
    return db.select(EXPORTS.NIGHT)
        .from(EXPORTS)
        .where(EXPORTS.DESTINATION.eq(row.getDestination()))
        .and(EXPORTS.AUDIENCE.eq(row.getAudience()))
        .and(EXPORTS.NIGHT.between(row.getFirstNight(), row.getLastNight()))
        .union(
            select(CHANGES.NIGHT)
                .from(CHANGES)
                .where(CHANGES.DESTINATION.eq(row.getDestination()))
                .and(CHANGES.AUDIENCE.eq(row.getAudience()))
                .and(CHANGES.NIGHT.between(row.getFirstNight(), row.getLastNight())))
        .orderBy(field(name(EXPORTS.NIGHT.getName())).desc())
        .fetch(EXPORTS.NIGHT);
  }

  /** Forgets rows that were sent, but at some destinations. */
  static void forgetSent(
      DSLContext tx, Select<Record1<String>> customerKeys, Collection<String> keepers) {
    tx.deleteFrom(SENT_ROWS)
        .where(SENT_ROWS.CUSTOMER_KEY.in(customerKeys), SENT_ROWS.DESTINATION.notIn(keepers))
        .execute();
  }

  /**
   * Empties the cells that a destination does not need to remove the customers. The fingerprint
   * follows from the cells, and goes too.
   *
   * @param profiles the destinations, which get files of what is to be removed
   */
  static void keepIdentifiers(
      DSLContext tx, Select<Record1<String>> customerKeys, Map<String, Profile> profiles) {
    for (var state : tx.fetch(STATES, STATES.DESTINATION.in(profiles.keySet()))) {
      var profile = profiles.get(state.getDestination());
      var kept =
          profile.identifiersOfErased().stream()
              .map(place -> profile.columns().get(place).content())
              .toList();
      var cells = new ArrayList<Field<String>>();
      for (int i = 0; i < state.getColumns().length; i++) {
        cells.add(
            kept.contains(state.getColumns()[i])
                ? DifferenceQueries.cell(SENT_ROWS.CELLS, i + 1)
                : inline(""));
      }
      tx.update(SENT_ROWS)
          .set(SENT_ROWS.CELLS, DSL.array(cells))
          .set(SENT_ROWS.FINGERPRINT, new byte[0])
          .where(SENT_ROWS.CUSTOMER_KEY.in(customerKeys))
          .and(SENT_ROWS.DESTINATION.eq(state.getDestination()))
          .and(SENT_ROWS.AUDIENCE.eq(state.getAudience()))
          .execute();
    }
  }

  /** Whether an erased person is, or can be, among the rows at a destination. */
  static boolean hasErased(DSLContext db, WithdrawalsRecord row) {
    var isThere =
        SENT_ROWS
            .REMOVED_ON
            .isNull()
            .or(STATES.NIGHT.isNull())
            .or(SENT_ROWS.REMOVED_ON.gt(STATES.NIGHT))
            .or(STATES.BEGUN_SINCE.isNotNull());
    return db.fetchExists(
        SENT_ROWS
            .join(STATES)
            .on(STATES.DESTINATION.eq(SENT_ROWS.DESTINATION))
            .and(STATES.AUDIENCE.eq(SENT_ROWS.AUDIENCE)),
        SENT_ROWS.DESTINATION.eq(row.getDestination()),
        SENT_ROWS.AUDIENCE.eq(row.getAudience()),
        RefusedQueries.isEmptied(SENT_ROWS.FINGERPRINT),
        isThere);
  }

  /** Ends what waited for a delivery without the erased people, once it is confirmed. */
  static void confirmed(DSLContext tx, DeliveryTarget target, String place) {
    tx.deleteFrom(WITHDRAWALS)
        .where(WITHDRAWALS.DESTINATION.eq(target.destination()), WITHDRAWALS.PLACE.eq(place))
        .and(WITHDRAWALS.AUDIENCE.eq(target.audience().name()))
        .execute();
  }

  /** Notes why an attempt failed. */
  static void failed(WithdrawalsRecord row, @Nullable String problem) {
    row.setProblem(problem);
    row.update();
  }
}
