package dev.nightjar.publish;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.clustering.Tables.CENTROIDS;
import static dev.nightjar.db.clustering.Tables.MEMBERS;
import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.db.publish.Tables.CUSTOMER_SEGMENTS;
import static dev.nightjar.db.publish.Tables.PUBLICATIONS;
import static dev.nightjar.db.publish.Tables.SEGMENT_ATTRIBUTES;
import static dev.nightjar.db.publish.Tables.SEGMENT_MOVES;
import static dev.nightjar.db.publish.Tables.SEGMENT_PROFILE;
import static dev.nightjar.db.rfm.Tables.SCORES;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static dev.nightjar.db.segments.Tables.MOVES;
import static dev.nightjar.db.segments.Tables.PROFILES;
import static dev.nightjar.db.segments.Tables.PROFILE_ATTRIBUTES;
import static dev.nightjar.db.segments.Tables.SEGMENTS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.nightjar.destinations.MemberField;
import dev.nightjar.pipeline.History;
import dev.nightjar.pipeline.Night;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** The statements of the stage for one night, one method per part. */
final class PublishQueries {
  private static final dev.nightjar.db.publish.tables.Segments LIVE_SEGMENTS =
      dev.nightjar.db.publish.Tables.SEGMENTS;

  private static final dev.nightjar.db.audiences.tables.Members AUDIENCE_MEMBERS =
      dev.nightjar.db.audiences.Tables.MEMBERS.as("audience_members");

  private final Night night;

  PublishQueries(Night night) {
    this.night = night;
  }

  /**
   * An audience of the night.
   *
   * @param name as in its file names
   * @param segment that it is made of; null where it is declared
   * @param destinations names; empty for the one that publish.destination names
   * @param isDue whether it is to be delivered in this night, by its frequency
   * @param isEmptied whether nobody of it is delivered, and who was delivered before is removed: it
   *     is too small, or not in the settings any more
   */
  record Audience(
      String name,
      @Nullable String segment,
      String description,
      String action,
      String channel,
      String offer,
      List<String> destinations,
      boolean isDue,
      boolean isEmptied) {

    /** An audience that is not in the settings any more. */
    static Audience ended(String name) {
      return new Audience(
          name, null, "not in the settings any more", "", "", "", List.of(), true, true);
    }
  }

  /** The night's audiences, with the playbook of their segments. */
  List<Audience> audiences(DSLContext db) {
    return db.select(
            AUDIENCES.AUDIENCE,
            AUDIENCES.SEGMENT,
            AUDIENCES.DESCRIPTION,
            coalesce(SEGMENTS.ACTION, inline("")),
            coalesce(SEGMENTS.CHANNEL, AUDIENCES.CHANNEL),
            coalesce(SEGMENTS.OFFER, inline("")),
            AUDIENCES.DESTINATIONS.convertFrom(List::of),
            field(condition(AUDIENCES.IS_DUE).or(AUDIENCES.IS_BLOCKED)),
            AUDIENCES.IS_BLOCKED)
        .from(AUDIENCES)
        .leftJoin(SEGMENTS)
        .on(SEGMENTS.NIGHT.eq(AUDIENCES.NIGHT), SEGMENTS.SEGMENT.eq(AUDIENCES.SEGMENT))
        .where(AUDIENCES.NIGHT.eq(night.date()))
        .orderBy(AUDIENCES.POSITION)
        .fetch(Records.mapping(Audience::new));
  }

  /** Makes the night public: its profile and moves, and if it is the newest, who is where. */
  void swap(DSLContext db, OffsetDateTime now) {
    replaceHistory(db);
    new ClusterQueries(night.date()).replace(db);
    var newest = db.select(max(PUBLICATIONS.NIGHT)).from(PUBLICATIONS).fetchSingle().value1();
    if (newest == null || !newest.isAfter(night.date())) {
      replaceLiveSegments(db);
      replaceLiveCustomers(db);
    }
    db.insertInto(PUBLICATIONS, PUBLICATIONS.fields())
        .values(night.date(), night.revision(), now)
        .onConflict(PUBLICATIONS.NIGHT)
        .doUpdate()
        .setAllToExcluded()
        .execute();
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

  private void replaceLiveCustomers(DSLContext db) {
    db.deleteFrom(CUSTOMER_SEGMENTS).execute();
    db.insertInto(CUSTOMER_SEGMENTS, CUSTOMER_SEGMENTS.fields())
        .select(
            select(
                    MEMBERSHIPS.CUSTOMER_KEY,
                    val(night.date()),
                    MEMBERSHIPS.SEGMENT,
                    MEMBERS.CLUSTER,
                    SCORES.RECENCY_DAYS,
                    SCORES.ORDERS_COUNT,
                    SCORES.NET_VALUE,
                    SCORES.R_SCORE,
                    SCORES.F_SCORE,
                    SCORES.M_SCORE,
                    MEMBERSHIPS.PREVIOUS_SEGMENT,
                    MEMBERSHIPS.CHANGED_ON,
                    MEMBERSHIPS.CAUSE,
                    CENTROIDS.NAME,
                    CENTROIDS.TIER)
                .from(MEMBERSHIPS)
                .join(SCORES)
                .on(SCORES.NIGHT.eq(night.date()))
                .and(SCORES.CUSTOMER_KEY.eq(MEMBERSHIPS.CUSTOMER_KEY))
                .leftJoin(MEMBERS)
                .on(MEMBERS.CUSTOMER_KEY.eq(MEMBERSHIPS.CUSTOMER_KEY))
                .and(History.at(MEMBERS, night.date()))
                .leftJoin(CENTROIDS)
                .on(CENTROIDS.NIGHT.eq(night.date()), CENTROIDS.IS_PROPOSED.isFalse())
                .and(CENTROIDS.CLUSTER.eq(MEMBERS.CLUSTER))
                .where(isTonight()))
        .execute();
  }

  /**
   * The lines of an extract, in the order of the keys.
   *
   * @param fields what its columns are, in this order; what is not known of customers is null
   */
  Select<? extends Record> extract(
      DSLContext transaction, Audience audience, Collection<MemberField> fields) {
    return transaction
        .select(fields.stream().map(this::column).toList())
        .from(AUDIENCE_MEMBERS)
        .join(CUSTOMERS)
        .on(CUSTOMERS.CUSTOMER_KEY.eq(AUDIENCE_MEMBERS.CUSTOMER_KEY))
        .join(MEMBERSHIPS)
        .on(MEMBERSHIPS.CUSTOMER_KEY.eq(AUDIENCE_MEMBERS.CUSTOMER_KEY), isTonight())
        .join(SCORES)
        .on(SCORES.NIGHT.eq(night.date()))
        .and(SCORES.CUSTOMER_KEY.eq(AUDIENCE_MEMBERS.CUSTOMER_KEY))
        .where(History.at(AUDIENCE_MEMBERS, night.date()))
        .and(AUDIENCE_MEMBERS.AUDIENCE.eq(audience.name()))
        .and(AUDIENCE_MEMBERS.EXCLUSION.isNull())
        .and(audience.isEmptied() ? falseCondition() : noCondition())
        .orderBy(CUSTOMERS.CUSTOMER_KEY.collate("C"));
  }

  private Field<?> column(MemberField field) {
    return switch (field) {
      case CUSTOMER_KEY -> CUSTOMERS.CUSTOMER_KEY;
      case EMAIL -> CUSTOMERS.EMAIL;
      case PHONE -> CUSTOMERS.PHONE;
      case FIRST_NAME -> CUSTOMERS.FIRST_NAME;
      case LAST_NAME -> CUSTOMERS.LAST_NAME;
      case COUNTRY -> CUSTOMERS.COUNTRY;
      case CITY -> CUSTOMERS.CITY;
      case STATE -> CUSTOMERS.STATE;
      case ZIP -> CUSTOMERS.ZIP;
      case BIRTH_DATE -> CUSTOMERS.BIRTH_DATE;
      case SEGMENT -> MEMBERSHIPS.SEGMENT;
      case RECENCY_DAYS -> SCORES.RECENCY_DAYS;
      case ORDERS_COUNT -> SCORES.ORDERS_COUNT;
      case NET_VALUE -> SCORES.NET_VALUE;
      case BUSINESS_DATE -> val(night.date());
    };
  }

  private Condition isTonight() {
    return History.at(MEMBERSHIPS, night.date());
  }
}
