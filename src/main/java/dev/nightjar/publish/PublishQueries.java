package dev.nightjar.publish;

import static dev.nightjar.db.publish.Tables.CUSTOMER_SEGMENTS;
import static dev.nightjar.db.publish.Tables.PUBLICATIONS;
import static dev.nightjar.db.publish.Tables.SEGMENT_ATTRIBUTES;
import static dev.nightjar.db.publish.Tables.SEGMENT_MOVES;
import static dev.nightjar.db.publish.Tables.SEGMENT_PROFILE;
import static dev.nightjar.db.segments.Tables.MOVES;
import static dev.nightjar.db.segments.Tables.PROFILES;
import static dev.nightjar.db.segments.Tables.PROFILE_ATTRIBUTES;
import static dev.nightjar.db.segments.Tables.SEGMENTS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import dev.nightjar.pipeline.Night;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The statements of the stage for one night, one method per part. */
final class PublishQueries {
  private static final dev.nightjar.db.publish.tables.Segments LIVE_SEGMENTS =
      dev.nightjar.db.publish.Tables.SEGMENTS;

  private final Night night;

  PublishQueries(Night night) {
    this.night = night;
  }

  /**
   * Makes the night public: its profile and moves, and, if it is the newest, its segments. The
   * customers' segments are read off the intervals of the newest night.
   */
  void swap(DSLContext db, OffsetDateTime now) {
    replaceHistory(db);
    new ClusterQueries(night.date()).replace(db);
    var newest = live(db);
    if (newest == null || !newest.isAfter(night.date())) {
      replaceLiveSegments(db);
      db.deleteFrom(CUSTOMER_SEGMENTS).execute();
    }
    db.insertInto(PUBLICATIONS, PUBLICATIONS.fields())
        .values(night.date(), night.revision(), now)
        .onConflict(PUBLICATIONS.NIGHT)
        .doUpdate()
        .setAllToExcluded()
        .execute();
  }

  /** Deletes the history of published nights before a date. */
  static void forget(DSLContext db, LocalDate before) {
    db.deleteFrom(SEGMENT_PROFILE).where(SEGMENT_PROFILE.NIGHT.lt(before)).execute();
    db.deleteFrom(SEGMENT_MOVES).where(SEGMENT_MOVES.NIGHT.lt(before)).execute();
    db.deleteFrom(SEGMENT_ATTRIBUTES).where(SEGMENT_ATTRIBUTES.NIGHT.lt(before)).execute();
    ClusterQueries.forget(db, before);
    db.deleteFrom(PUBLICATIONS).where(PUBLICATIONS.NIGHT.lt(before)).execute();
  }

  private void replaceHistory(DSLContext db) {
    db.deleteFrom(SEGMENT_PROFILE).where(SEGMENT_PROFILE.NIGHT.eq(night.date())).execute();
    db.deleteFrom(SEGMENT_MOVES).where(SEGMENT_MOVES.NIGHT.eq(night.date())).execute();
    db.deleteFrom(SEGMENT_ATTRIBUTES).where(SEGMENT_ATTRIBUTES.NIGHT.eq(night.date())).execute();
    var profile = new ArrayList<Field<?>>();
    for (var column : SEGMENT_PROFILE.fields()) {
      profile.add(
          column.getName().equals(SEGMENTS.POSITION.getName())
              ? SEGMENTS.POSITION
              : PROFILES.field(column));
    }
    db.insertInto(SEGMENT_PROFILE, SEGMENT_PROFILE.fields())
        .select(
            select(profile)
                .from(PROFILES)
                .join(SEGMENTS)
                .on(SEGMENTS.NIGHT.eq(PROFILES.NIGHT), SEGMENTS.SEGMENT.eq(PROFILES.SEGMENT))
                .where(PROFILES.NIGHT.eq(night.date())))
        .execute();
    db.insertInto(SEGMENT_MOVES, SEGMENT_MOVES.fields())
        .select(
            select(MOVES.fields(SEGMENT_MOVES.fields()))
                .from(MOVES)
                .where(MOVES.NIGHT.eq(night.date())))
        .execute();
    db.insertInto(SEGMENT_ATTRIBUTES, SEGMENT_ATTRIBUTES.fields())
        .select(
            select(PROFILE_ATTRIBUTES.fields(SEGMENT_ATTRIBUTES.fields()))
                .from(PROFILE_ATTRIBUTES)
                .where(PROFILE_ATTRIBUTES.NIGHT.eq(night.date())))
        .execute();
  }

  private void replaceLiveSegments(DSLContext db) {
    db.deleteFrom(LIVE_SEGMENTS).execute();
    db.insertInto(LIVE_SEGMENTS, LIVE_SEGMENTS.fields())
        .select(
            select(
                    SEGMENTS.SEGMENT,
                    SEGMENTS.NIGHT,
                    SEGMENTS.POSITION,
                    SEGMENTS.DESCRIPTION,
                    SEGMENTS.ACTION,
                    PROFILES.CUSTOMERS,
                    PROFILES.REVENUE,
                    SEGMENTS.CHANNEL,
                    SEGMENTS.OFFER)
                .from(SEGMENTS)
                .join(PROFILES)
                .on(PROFILES.NIGHT.eq(SEGMENTS.NIGHT), PROFILES.SEGMENT.eq(SEGMENTS.SEGMENT))
                .where(SEGMENTS.NIGHT.eq(night.date())))
        .execute();
  }

  /**
   * Keeps the segments of the live night if it is this one and is run again: its stages change what
   * held in the night before the checks have seen it. What an attempt before kept stays.
   */
  void keepLive(DSLContext db) {
    boolean isRunAgain =
        night.revision() > 1
            && night.date().equals(live(db))
            && db.fetchExists(
                PUBLICATIONS,
                PUBLICATIONS.NIGHT.eq(night.date()),
                PUBLICATIONS.REVISION.lt(night.revision()));
    if (!isRunAgain) {
      return;
    }
    var live = table(name("published", CUSTOMER_SEGMENTS.getName()));
    var columns =
        Arrays.stream(CUSTOMER_SEGMENTS.fields())
            .map(each -> field(each.getUnqualifiedName(), each.getDataType()))
            .toList();
    db.insertInto(CUSTOMER_SEGMENTS, CUSTOMER_SEGMENTS.fields())
        .select(select(columns).from(live).whereNotExists(selectOne().from(CUSTOMER_SEGMENTS)))
        .execute();
  }

  /** The newest published night; null if there is none. */
  private static @Nullable LocalDate live(DSLContext db) {
    return db.select(max(PUBLICATIONS.NIGHT)).from(PUBLICATIONS).fetchSingle().value1();
  }
}
