package dev.nightjar.deliver;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.orders.Tables.CUSTOMERS;
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
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.destinations.MemberField;
import dev.nightjar.pipeline.Night;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

/** What the extracts of one night are made of: its audiences, and the lines of each. */
final class DeliverQueries {
  private static final dev.nightjar.db.audiences.tables.Members AUDIENCE_MEMBERS =
      dev.nightjar.db.audiences.Tables.MEMBERS.as("audience_members");

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
            AUDIENCES.PURPOSE,
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
   * @param fields its columns, in this order; unknown values are null
   */
  Select<? extends Record> extract(
      DSLContext transaction, Audience audience, Collection<MemberField> fields) {
    return transaction
        .select(fields.stream().map(each -> column(audience, each)).toList())
        .from(AUDIENCE_MEMBERS)
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
        // a night that waited was computed before an erasure
        .and(not(condition(CUSTOMERS.IS_ERASED)))
        .and(audience.isEmptied() ? falseCondition() : noCondition())
        .orderBy(CUSTOMERS.CUSTOMER_KEY.collate("C"));
  }

  /** The keys of the members that are published. */
  Select<Record1<String>> published(Audience audience) {
    return select(AUDIENCE_MEMBERS.CUSTOMER_KEY)
        .from(AUDIENCE_MEMBERS)
        .where(ValidityIntervals.at(AUDIENCE_MEMBERS, night.date()))
        .and(AUDIENCE_MEMBERS.AUDIENCE.eq(audience.name()))
        .and(AUDIENCE_MEMBERS.EXCLUSION.isNull());
  }

  /** The customer's answer to the purpose, as exclusions use it. */
  private static Field<?> consent(Audience audience) {
    var own = jsonbGetAttributeAsText(CUSTOMERS.CONSENTS, audience.purpose());
    return coalesce(own.cast(SQLDataType.BOOLEAN), CUSTOMERS.HAS_CONSENT).cast(SQLDataType.VARCHAR);
  }

  private Field<?> column(Audience audience, MemberField field) {
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
      case CONSENT -> consent(audience);
    };
  }
}
