package dev.nightjar.views;

import static dev.nightjar.db.rfm.Tables.NIGHTS;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static dev.nightjar.db.segments.Tables.PROFILES;
import static dev.nightjar.db.segments.Tables.SEGMENTS;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.pipeline.DryRun;
import dev.nightjar.pipeline.Night;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/** The segments of a night as they are, and as the settings of this session would make them. */
public record ScoreTrial(LocalDate night, Trial trial) {
  private static final List<String> STAGES = List.of("orders", "rfm", "segments");
  private static final String BEFORE = "now_members";

  /**
   * A night as it is and as it would be. Counts are in customers.
   *
   * @param now one entry per segment, best first
   * @param then the same with the other settings
   * @param counts description of what the metrics count, and of the window
   * @param wouldCount the same with the other settings
   * @param customers all customers
   * @param changed customers that would be in another segment
   */
  public record Trial(
      List<Profile> now,
      List<Profile> then,
      String counts,
      String wouldCount,
      long customers,
      long changed) {}

  /** A segment's number of customers, and their revenue in the business currency. */
  public record Profile(String segment, long customers, BigDecimal revenue) {}

  /** The segments of a night, and a description of what its metrics count. */
  private record State(List<Profile> segments, String counts) {}

  /**
   * Tries the settings on a night, and rolls everything back.
   *
   * @param date null for the newest night with segments
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if the night has none
   */
  public static ScoreTrial of(@Nullable LocalDate date, DryRun dryRun, DSLContext db) {
    var night = night(date, db);
    return new ScoreTrial(
        night,
        dryRun.of(
            new Night(night, 0),
            STAGES,
            before -> remember(before, night),
            (after, now) -> trial(after, night, now)));
  }

  private static LocalDate night(@Nullable LocalDate date, DSLContext db) {
    return db
        .selectDistinct(SEGMENTS.NIGHT)
        .from(SEGMENTS)
        .orderBy(SEGMENTS.NIGHT.desc())
        .fetch(SEGMENTS.NIGHT)
        .stream()
        .filter(each -> date == null || each.equals(date))
        .findFirst()
        .orElseThrow(
            () ->
                new Failure(
                    FailureCode.NIGHT_REFUSED,
                    date == null
                        ? "No night has segments yet.\nNext: nightjar run"
                        : "Night %s has no segments.%nNext: nightjar nights (lists them)"
                            .formatted(date)));
  }

  /** Copies the memberships to a table that is dropped with the transaction. */
  private static State remember(DSLContext db, LocalDate night) {
    db.createTemporaryTable(BEFORE)
        .as(
            db.select(MEMBERSHIPS.CUSTOMER_KEY, MEMBERSHIPS.SEGMENT)
                .from(MEMBERSHIPS)
                .where(ValidityIntervals.at(MEMBERSHIPS, night)))
        .onCommitDrop()
        .execute();
    return state(db, night);
  }

  private static State state(DSLContext db, LocalDate night) {
    return new State(
        profiles(db, night), db.fetchSingle(NIGHTS, NIGHTS.NIGHT.eq(night)).getDefinition());
  }

  private static List<Profile> profiles(DSLContext db, LocalDate night) {
    return db.select(PROFILES.SEGMENT, PROFILES.CUSTOMERS, PROFILES.REVENUE)
        .from(PROFILES)
        .join(SEGMENTS)
        .on(SEGMENTS.NIGHT.eq(PROFILES.NIGHT), SEGMENTS.SEGMENT.eq(PROFILES.SEGMENT))
        .where(PROFILES.NIGHT.eq(night))
        .orderBy(SEGMENTS.POSITION)
        .fetch(Records.mapping(Profile::new));
  }

  private static Trial trial(DSLContext db, LocalDate night, State now) {
    var then = state(db, night);
    var before = MEMBERSHIPS.as(BEFORE);
    long changed =
        db.fetchCount(
            db.selectOne()
                .from(MEMBERSHIPS)
                .fullJoin(table(name(BEFORE)))
                .on(before.CUSTOMER_KEY.eq(MEMBERSHIPS.CUSTOMER_KEY))
                .where(ValidityIntervals.at(MEMBERSHIPS, night))
                .and(before.SEGMENT.isDistinctFrom(MEMBERSHIPS.SEGMENT)));
    long customers = then.segments().stream().mapToLong(Profile::customers).sum();
    return new Trial(
        now.segments(), then.segments(), now.counts(), then.counts(), customers, changed);
  }
}
