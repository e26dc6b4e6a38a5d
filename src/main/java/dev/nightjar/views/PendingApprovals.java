package dev.nightjar.views;

import static dev.nightjar.db.deliver.Tables.CHANGES;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.ports.DeliveryApprovals.Stop;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/**
 * The changes that wait for an approval. Only the last night of a destination and audience counts.
 *
 * @param open one entry per destination and audience, newest night first
 */
public record PendingApprovals(List<Stop> open) {

  public static PendingApprovals of(DSLContext db) {
    var later = CHANGES.as("later");
    return new PendingApprovals(
        db.select(
                CHANGES.NIGHT,
                CHANGES.DESTINATION,
                CHANGES.AUDIENCE,
                CHANGES.CUSTOMERS_BEFORE,
                CHANGES.CUSTOMERS,
                CHANGES.ADDED,
                CHANGES.CHANGED,
                CHANGES.REMOVED,
                CHANGES.REPLACED,
                CHANGES.REFUSED,
                CHANGES.IS_DECLARED,
                CHANGES.STOPPED_FOR)
            .from(CHANGES)
            .where(CHANGES.STOPPED_FOR.isNotNull())
            .and(
                notExists(
                    selectOne()
                        .from(later)
                        .where(later.DESTINATION.eq(CHANGES.DESTINATION))
                        .and(later.AUDIENCE.eq(CHANGES.AUDIENCE))
                        .and(later.NIGHT.gt(CHANGES.NIGHT))))
            .orderBy(CHANGES.NIGHT.desc(), CHANGES.AUDIENCE, CHANGES.DESTINATION)
            .fetch(Records.mapping(Stop::new)));
  }

  /**
   * The waiting changes of an audience in one night.
   *
   * @param destination null for all destinations
   * @param night null for the newest night with a stopped change
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if no change waits
   */
  public List<Stop> named(
      String audience, @Nullable String destination, @Nullable LocalDate night) {
    var named =
        open.stream()
            .filter(each -> each.audience().equals(audience))
            .filter(each -> destination == null || each.destination().equals(destination))
            .filter(each -> night == null || each.night().equals(night))
            .toList();
    if (named.isEmpty()) {
      throw refused(audience, destination, night);
    }
    return newest(named);
  }

  /**
   * The waiting changes of audiences that are no longer in the settings, in one night.
   *
   * @param night null for the newest night with such a change
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if no such change waits
   */
  public List<Stop> undeclared(@Nullable LocalDate night) {
    var undeclared =
        open.stream()
            .filter(each -> !each.isDeclared())
            .filter(each -> night == null || each.night().equals(night))
            .toList();
    if (undeclared.isEmpty()) {
      throw refused("audiences that are no longer in the settings", null, night);
    }
    return newest(undeclared);
  }

  private static List<Stop> newest(List<Stop> stops) {
    return new PendingApprovals(stops).of(stops.get(0).night());
  }

  /** The waiting changes of a night. */
  public List<Stop> of(LocalDate night) {
    return open.stream().filter(each -> each.night().equals(night)).toList();
  }

  private Failure refused(
      String audience, @Nullable String destination, @Nullable LocalDate night) {
    var waiting =
        open.isEmpty()
            ? "No other does either."
            : "Waiting: "
                + String.join(
                    ", ",
                    open.stream()
                        .map(
                            each ->
                                "%s at %s (%s)"
                                    .formatted(each.audience(), each.destination(), each.night()))
                        .toList());
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        "No change of %s%s%s waits for an approval. %s%nNext: nightjar audiences (shows what waits)"
            .formatted(
                audience,
                destination == null ? "" : " at " + destination,
                night == null ? "" : " in night " + night,
                waiting));
  }
}
