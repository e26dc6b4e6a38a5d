package dev.nightjar.deliver;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.audiences.Tables.DESTINATIONS;
import static dev.nightjar.db.audiences.Tables.DESTINATION_EXCLUSIONS;
import static dev.nightjar.db.clustering.Tables.CENTROIDS;
import static dev.nightjar.db.clustering.Tables.MEMBERS;
import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.db.rfm.Tables.METRICS;
import static dev.nightjar.db.rfm.Tables.SCORES;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static dev.nightjar.db.segments.Tables.SEGMENTS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.destinations.MemberField;
import dev.nightjar.pipeline.Night;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** What the extracts of one night are made of: its audiences, and the lines of each. */
final class DeliverQueries {
  private static final dev.nightjar.db.audiences.tables.Members AUDIENCE_MEMBERS =
      dev.nightjar.db.audiences.Tables.MEMBERS.as("audience_members");

  private static final Set<MemberField> OF_CLUSTERS =
      EnumSet.of(MemberField.CLUSTER, MemberField.CLUSTER_NAME, MemberField.TIER);
  private static final Set<MemberField> OF_ORDERS =
      EnumSet.of(MemberField.FIRST_ORDER_DATE, MemberField.LAST_ORDER_DATE);

  private final Night night;

  DeliverQueries(Night night) {
    this.night = night;
  }

  /** Whether a customer has a score; if not, all extracts of the night would be empty. */
  boolean hasScores(DSLContext db) {
    return db.fetchExists(SCORES, SCORES.NIGHT.eq(night.date()));
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

  /**
   * The lines of an extract, in the order of the keys.
   *
   * @param values its columns, in this order; unknown values are null
   */
  Select<? extends Record> extract(
      DSLContext transaction, DeliveryTarget target, Collection<MemberField.Value> values) {
    var audience = target.audience();
    return transaction
        .select(values.stream().map(each -> column(target, each)).toList())
        .from(members(values))
        .join(CUSTOMERS)
        .on(CUSTOMERS.CUSTOMER_KEY.eq(AUDIENCE_MEMBERS.CUSTOMER_KEY))
        .join(MEMBERSHIPS)
        .on(
            MEMBERSHIPS.CUSTOMER_KEY.eq(AUDIENCE_MEMBERS.CUSTOMER_KEY),
            ValidityIntervals.at(MEMBERSHIPS, night.date()))
        .join(SCORES)
        .on(SCORES.NIGHT.eq(night.date()))
        .and(SCORES.CUSTOMER_KEY.eq(AUDIENCE_MEMBERS.CUSTOMER_KEY))
        .where(ValidityIntervals.at(AUDIENCE_MEMBERS, night.date()))
        .and(AUDIENCE_MEMBERS.AUDIENCE.eq(audience.name()))
        .and(AUDIENCE_MEMBERS.EXCLUSION.isNull())
        .and(isSentTo(target))
        // a night that waited was computed before an erasure
        .and(not(condition(CUSTOMERS.IS_ERASED)))
        .and(audience.isEmptied() ? falseCondition() : noCondition())
        .orderBy(CUSTOMERS.CUSTOMER_KEY.collate("C"));
  }

  /** Whether a published member did not refuse what the destination is for. */
  private Condition isSentTo(DeliveryTarget target) {
    return notExists(
        selectOne()
            .from(DESTINATION_EXCLUSIONS)
            .where(DESTINATION_EXCLUSIONS.CUSTOMER_KEY.eq(AUDIENCE_MEMBERS.CUSTOMER_KEY))
            .and(DESTINATION_EXCLUSIONS.AUDIENCE.eq(AUDIENCE_MEMBERS.AUDIENCE))
            .and(DESTINATION_EXCLUSIONS.DESTINATION.eq(target.destination()))
            .and(ValidityIntervals.at(DESTINATION_EXCLUSIONS, night.date())));
  }

  /** The keys of the members that are published at a destination. */
  Select<Record1<String>> published(DeliveryTarget target) {
    return select(AUDIENCE_MEMBERS.CUSTOMER_KEY)
        .from(AUDIENCE_MEMBERS)
        .where(ValidityIntervals.at(AUDIENCE_MEMBERS, night.date()))
        .and(AUDIENCE_MEMBERS.AUDIENCE.eq(target.audience().name()))
        .and(AUDIENCE_MEMBERS.EXCLUSION.isNull())
        .and(isSentTo(target));
  }

  /** The members, with their clusters and days of orders if these are among the values. */
  private Table<?> members(Collection<MemberField.Value> values) {
    var fields = values.stream().map(MemberField.Value::field).toList();
    Table<?> members = AUDIENCE_MEMBERS;
    if (!Collections.disjoint(fields, OF_CLUSTERS)) {
      members =
          members
              .leftJoin(MEMBERS)
              .on(MEMBERS.CUSTOMER_KEY.eq(AUDIENCE_MEMBERS.CUSTOMER_KEY))
              .and(ValidityIntervals.at(MEMBERS, night.date()))
              .leftJoin(CENTROIDS)
              .on(CENTROIDS.NIGHT.eq(night.date()), CENTROIDS.IS_PROPOSED.isFalse())
              .and(CENTROIDS.CLUSTER.eq(MEMBERS.CLUSTER));
    }
    if (!Collections.disjoint(fields, OF_ORDERS)) {
      members =
          members
              .leftJoin(METRICS)
              .on(METRICS.CUSTOMER_KEY.eq(AUDIENCE_MEMBERS.CUSTOMER_KEY))
              .and(ValidityIntervals.at(METRICS, night.date()));
    }
    return members;
  }

  /** The purpose that counts at a destination. */
  private Field<String> purpose(DeliveryTarget target) {
    return field(
        select(DESTINATIONS.PURPOSE)
            .from(DESTINATIONS)
            .where(DESTINATIONS.NIGHT.eq(night.date()))
            .and(DESTINATIONS.AUDIENCE.eq(target.audience().name()))
            .and(DESTINATIONS.DESTINATION.eq(target.destination())));
  }

  /** The customer's answer to a purpose, as exclusions use it. */
  private static Field<?> consent(Field<String> purpose) {
    var own = jsonbGetAttributeAsText(CUSTOMERS.CONSENTS, purpose);
    return coalesce(own.cast(SQLDataType.BOOLEAN), CUSTOMERS.HAS_CONSENT).cast(SQLDataType.VARCHAR);
  }

  private Field<?> column(DeliveryTarget target, MemberField.Value value) {
    return switch (value.field()) {
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
      case ADDRESS -> CUSTOMERS.ADDRESS;
      case ADDRESS_2 -> CUSTOMERS.ADDRESS_2;
      case GENDER -> CUSTOMERS.GENDER;
      case ATTRIBUTE -> attribute(Objects.requireNonNull(value.name()));
      case PREVIOUS_SEGMENT -> MEMBERSHIPS.PREVIOUS_SEGMENT;
      case DAYS_IN_SEGMENT -> daysSince(MEMBERSHIPS.CHANGED_ON);
      case FIRST_ORDER_DATE -> METRICS.FIRST_ORDERED_ON;
      case LAST_ORDER_DATE -> METRICS.LAST_ORDERED_ON;
      case FREQUENCY -> SCORES.FREQUENCY.cast(SQLDataType.NUMERIC);
      case MONETARY -> SCORES.MONETARY.cast(SQLDataType.NUMERIC);
      case R_SCORE -> MEMBERSHIPS.R_SCORE;
      case F_SCORE -> MEMBERSHIPS.F_SCORE;
      case M_SCORE -> MEMBERSHIPS.M_SCORE;
      case CLUSTER -> MEMBERS.CLUSTER;
      case CLUSTER_NAME -> CENTROIDS.NAME;
      case TIER -> CENTROIDS.TIER;
      case RECENCY_DAYS -> SCORES.RECENCY_DAYS;
      case ORDERS_COUNT -> SCORES.ORDERS_COUNT;
      case NET_VALUE -> SCORES.NET_VALUE;
      case BUSINESS_DATE -> val(night.date());
      case CONSENT -> consent(value.name() == null ? purpose(target) : inline(value.name()));
    };
  }

  private Field<Integer> daysSince(Field<LocalDate> day) {
    return field("{0} - {1}", Integer.class, inline(night.date()), day);
  }

  /** A further value of the customer's latest order. */
  private static Field<String> attribute(String attribute) {
    return jsonbGetAttributeAsText(CUSTOMERS.ATTRIBUTES, inline(attribute));
  }
}
