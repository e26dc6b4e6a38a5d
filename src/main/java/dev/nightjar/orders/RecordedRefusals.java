package dev.nightjar.orders;

import static dev.nightjar.db.ingest.Tables.CUSTOMER_RECORDS;
import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.orders.TouchedCustomers.TOUCHED;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.nightjar.db.ingest.tables.CustomerRecords;
import java.time.LocalDateTime;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Row2;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SelectJoinStep;
import org.jooq.Table;

/**
 * What the records of the touched customers refuse. A refusal holds until a later record says
 * otherwise: an empty cell, or a record of the same time, takes nothing back.
 *
 * <p>A refusal of a file that another replaced holds too. What a record says with a time after its
 * night takes nothing back, as the time cannot be right.
 *
 * <p>A record's time is when it was last changed. Records without one come before those with, in
 * the order of their files; a reject whose time cannot be read comes after the night.
 */
final class RecordedRefusals {
  static final Field<Boolean> HAS_OPTED_OUT = field(name("has_refused_all"), Boolean.class);
  static final Field<Boolean> HAS_WITHDRAWN = field(name("has_withdrawn"), Boolean.class);

  /** The purposes whose consent is withdrawn, each false. */
  static final Field<JSONB> WITHDRAWN = field(name("withdrawn"), JSONB.class);

  private static final String LOADED = "loaded";
  private static final String OPT_OUT = "opt-out";
  private static final String CONSENT = "consent";
  private static final String PURPOSE = "purpose";
  private static final Field<String> KEY = CUSTOMER_RECORDS.CUSTOMER_KEY;
  private static final Field<String> WHAT = field(name("what"), String.class);
  private static final Field<String> NAME = field(name("purpose_name"), String.class);
  private static final Field<LocalDateTime> SAID_AT = field(name("said_at"), LocalDateTime.class);
  private static final Field<Long> SAID_IN = field(name("said_in"), Long.class);

  private RecordedRefusals() {}

  /** One row per touched customer who refuses something. */
  static Table<?> find() {
    var refused = answers(true).asTable("refused");
    var agreed = answers(false).asTable("agreed");
    var isTakenBack =
        selectOne()
            .from(agreed)
            .where(
                agreed.field(KEY).eq(refused.field(KEY)),
                agreed.field(WHAT).eq(refused.field(WHAT)),
                agreed.field(NAME).eq(refused.field(NAME)))
            .and(time(agreed).gt(time(refused)));
    var what = refused.field(WHAT);
    return select(
            refused.field(KEY),
            boolOr(what.eq(OPT_OUT)).as(HAS_OPTED_OUT),
            boolOr(what.eq(CONSENT)).as(HAS_WITHDRAWN),
            field(
                    "jsonb_object_agg({0}, false) filter (where {1})",
                    JSONB.class, refused.field(NAME), what.eq(PURPOSE))
                .as(WITHDRAWN))
        .from(refused)
        .where(notExists(isTakenBack))
        .groupBy(refused.field(KEY))
        .asTable("recorded_refusals");
  }

  private static Row2<LocalDateTime, Long> time(Table<?> answers) {
    return row(answers.field(SAID_AT), answers.field(SAID_IN));
  }

  /** The records that answer a question with a refusal, or with the opposite. */
  private static Select<Record> answers(boolean isRefusal) {
    var records = CUSTOMER_RECORDS;
    var purpose = field(name("answer", "key"), String.class);
    return answers(isRefusal, OPT_OUT, inline(""))
        .where(records.IS_OPTED_OUT.eq(isRefusal))
        .unionAll(answers(isRefusal, CONSENT, inline("")).where(records.HAS_CONSENT.eq(!isRefusal)))
        .unionAll(
            answers(isRefusal, PURPOSE, purpose)
                .crossJoin(table("lateral jsonb_each({0}) answer", records.CONSENTS))
                .where(condition("answer.value = {0}::jsonb", val(String.valueOf(!isRefusal)))));
  }

  private static SelectJoinStep<Record> answers(
      boolean isRefusal, String what, Field<String> purpose) {
    var records = CUSTOMER_RECORDS;
    var counts =
        isRefusal ? FILES.VERDICT.in(LOADED, "replaced") : FILES.VERDICT.eq(LOADED).and(isPast());
    var never = field("timestamp '-infinity'", LocalDateTime.class);
    var afterTheNight = field("{0} + interval '1 day'", LocalDateTime.class, FILES.NIGHT);
    return select(
            List.<SelectField<?>>of(
                records.CUSTOMER_KEY,
                inline(what).as(WHAT),
                purpose.as(NAME),
                coalesce(
                        records.UPDATED_AT,
                        when(condition(records.IS_REJECTED), afterTheNight).otherwise(never))
                    .as(SAID_AT),
                when(hasNoTime(records), records.FILE_ID).otherwise(inline(0L)).as(SAID_IN)))
        .from(records)
        .join(TouchedCustomers.TABLE)
        .on(TOUCHED.CUSTOMER_KEY.eq(records.CUSTOMER_KEY))
        .join(FILES)
        .on(FILES.FILE_ID.eq(records.FILE_ID), counts);
  }

  /** Not after the day behind the night: a zone can be ahead of the business's. */
  private static Condition isPast() {
    var limit = field("{0} + interval '2 days'", LocalDateTime.class, FILES.NIGHT);
    return CUSTOMER_RECORDS.UPDATED_AT.isNull().or(CUSTOMER_RECORDS.UPDATED_AT.lt(limit));
  }

  private static Condition hasNoTime(CustomerRecords records) {
    return records.UPDATED_AT.isNull().andNot(condition(records.IS_REJECTED));
  }
}
