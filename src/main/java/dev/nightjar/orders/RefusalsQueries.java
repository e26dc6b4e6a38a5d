package dev.nightjar.orders;

import static dev.nightjar.db.ingest.Tables.CUSTOMER_RECORDS;
import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.ingest.Tables.SUPPRESSIONS;
import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.db.orders.Tables.IDENTITIES;
import static dev.nightjar.db.orders.Tables.REFUSALS;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import dev.nightjar.database.SharedIdentities;
import dev.nightjar.db.orders.tables.Refusals;
import dev.nightjar.identity.Identities;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * The statements that find who refused what, one method per part. A refusal holds for everybody who
 * has an identity in common with somebody who refused: what leaves the house could be the same.
 *
 * <p>The temporary table {@code spread} holds the refusals, each with the round in which it was
 * found: 0 for the refusals themselves, 1 for customers who share an identity with these, and so
 * on. An identity that more customers share than a family has passes a refusal on in round 1 only,
 * and customers who are only perhaps the same person do not pass it on.
 */
final class RefusalsQueries {
  private static final String ALL = "all";
  private static final String CHANNEL = "channel";
  private static final String PURPOSE = "purpose";
  private static final String EVERY_PURPOSE = "*";
  private static final Table<Record> SPREAD_TABLE = table(name("spread"));
  private static final Refusals SPREAD = REFUSALS.as("spread");
  private static final Field<Boolean> IS_CERTAIN =
      field(name("spread", "is_certain"), Boolean.class);
  private static final Field<Integer> ROUND = field(name("spread", "round"), Integer.class);
  private static final Table<Record> CROWDS = table(name("crowds"));
  private static final Field<String> CROWD = field(name("crowds", "identity"), String.class);

  private RefusalsQueries() {}

  /** Replaces the refusals, and opts out every customer who is refused all marketing. */
  static void replace(DSLContext tx) {
    tx.execute(
        """
        create temporary table spread (
          customer_key text, kind text, name text, is_certain boolean, round integer,
          primary key (customer_key, kind, name)
        ) on commit drop
        """);
    insert(tx, 0, ownOptOuts());
    insert(tx, 0, ownWithdrawals());
    insert(tx, 0, suppressed());
    tx.execute("analyze spread");
    tx.createTemporaryTable(CROWDS).as(SharedIdentities.crowds()).onCommitDrop().execute();
    for (int round = 1; insert(tx, round, sharing(round)) > 0; round++) {
      tx.execute("analyze spread");
    }
    keep(tx);
    optOut(tx);
  }

  private static int insert(DSLContext tx, int round, Select<?> refusals) {
    var found = refusals.asTable("found", "customer_key", "kind", "name", "is_certain");
    var certain = found.field("is_certain", Boolean.class);
    return tx.insertInto(
            SPREAD_TABLE, SPREAD.CUSTOMER_KEY, SPREAD.KIND, SPREAD.NAME, IS_CERTAIN, ROUND)
        .select(
            select(
                    found.field(SPREAD.CUSTOMER_KEY),
                    found.field(SPREAD.KIND),
                    found.field(SPREAD.NAME),
                    boolOr(condition(certain)),
                    inline(round))
                .from(found)
                .groupBy(
                    found.field(SPREAD.CUSTOMER_KEY),
                    found.field(SPREAD.KIND),
                    found.field(SPREAD.NAME)))
        .onConflict(SPREAD.CUSTOMER_KEY, SPREAD.KIND, SPREAD.NAME)
        .doUpdate()
        .set(IS_CERTAIN, true)
        .set(ROUND, round)
        .where(not(condition(IS_CERTAIN)).and(condition(excluded(IS_CERTAIN))))
        .execute();
  }

  /**
   * Those of customers with an identity of an erased person count too: the erasure has deleted what
   * the person refused before.
   */
  private static Select<?> ownOptOuts() {
    return select(CUSTOMERS.CUSTOMER_KEY, inline(ALL), inline(""), inline(true))
        .from(CUSTOMERS)
        .where(condition(CUSTOMERS.HAS_OPTED_OUT).or(condition(CUSTOMERS.IS_ERASED)));
  }

  /** Only those of customers who share an identity: their own consents exclude all of them. */
  private static Select<?> ownWithdrawals() {
    var isSharing =
        exists(
            selectOne()
                .from(IDENTITIES)
                .where(IDENTITIES.CUSTOMER_KEY.eq(CUSTOMERS.CUSTOMER_KEY))
                .and(condition(IDENTITIES.IS_SHARED)));
    var purpose = field(name("answer", "key"), String.class);
    return select(CUSTOMERS.CUSTOMER_KEY, inline(PURPOSE), inline(EVERY_PURPOSE), inline(true))
        .from(CUSTOMERS)
        .where(CUSTOMERS.HAS_CONSENT.isFalse(), isSharing)
        .unionAll(
            select(CUSTOMERS.CUSTOMER_KEY, inline(PURPOSE), purpose, inline(true))
                .from(CUSTOMERS)
                .crossJoin(table("lateral jsonb_each({0}) answer", CUSTOMERS.CONSENTS))
                .where(condition("answer.value = 'false'::jsonb"), isSharing));
  }

  /**
   * The customers that suppressions name by key, e-mail address or phone number. A suppression
   * holds for good: a file that replaces another does not withdraw it.
   */
  private static Select<?> suppressed() {
    var each = field(name("each_identity"), String.class);
    var channel = field(name("each_channel"), String.class);
    var isNational = field(name("suppressed", "is_national"), Boolean.class);
    var suppressed =
        select(
                Identities.kept(each).as("identity"),
                Identities.isNational(each).as("is_national"),
                channel)
            .from(SUPPRESSIONS)
            .join(FILES)
            .on(FILES.FILE_ID.eq(SUPPRESSIONS.FILE_ID), FILES.VERDICT.in("loaded", "replaced"))
            .crossJoin(
                table(
                    "lateral unnest({0} || {1}) each_identity",
                    SUPPRESSIONS.IDENTITIES, Identities.ofKey(SUPPRESSIONS.CUSTOMER_KEY)))
            .crossJoin(
                table(
                    "lateral unnest(coalesce(nullif({0}, cast('{}' as text[])), array[null::text])) each_channel",
                    SUPPRESSIONS.CHANNELS))
            .unionAll(optedOutInReplacedFiles(each))
            .asTable("suppressed");
    var named = suppressed.field(channel);
    return select(
            IDENTITIES.CUSTOMER_KEY,
            when(named.isNull(), ALL).otherwise(CHANNEL),
            coalesce(named, inline("")),
            isCertain())
        .from(suppressed)
        .join(IDENTITIES)
        .on(IDENTITIES.IDENTITY.eq(suppressed.field("identity", String.class)))
        .and(not(SharedIdentities.areBothNational(isNational)));
  }

  /** Opt-outs of customers of whom no file that holds has a record any more. */
  private static Select<Record3<String, Boolean, String>> optedOutInReplacedFiles(
      Field<String> each) {
    var held = CUSTOMER_RECORDS.as("held");
    var heldIn = FILES.as("held_in");
    return select(Identities.kept(each), Identities.isNational(each), castNull(SQLDataType.CLOB))
        .from(CUSTOMER_RECORDS)
        .join(FILES)
        .on(FILES.FILE_ID.eq(CUSTOMER_RECORDS.FILE_ID), FILES.VERDICT.eq("replaced"))
        .crossJoin(table("lateral unnest({0}) each_identity", CUSTOMER_RECORDS.IDENTITIES))
        .where(condition(CUSTOMER_RECORDS.IS_OPTED_OUT))
        .andNotExists(
            selectOne()
                .from(held)
                .join(heldIn)
                .on(heldIn.FILE_ID.eq(held.FILE_ID), heldIn.VERDICT.eq("loaded"))
                .where(held.CUSTOMER_KEY.eq(CUSTOMER_RECORDS.CUSTOMER_KEY)));
  }

  /** Whether customers with a common identity are certainly the same person. */
  private static Field<Boolean> isCertain() {
    return field(not(IDENTITIES.IDENTITY.startsWith(Identities.NUMBER)));
  }

  /** Customers who share an identity with those of the round before. */
  private static Select<?> sharing(int round) {
    var others = SharedIdentities.others();
    return select(others.CUSTOMER_KEY, SPREAD.KIND, SPREAD.NAME, isCertain())
        .from(SPREAD_TABLE)
        .join(IDENTITIES)
        .on(IDENTITIES.CUSTOMER_KEY.eq(SPREAD.CUSTOMER_KEY))
        .join(others)
        .on(SharedIdentities.areCommon(others))
        .where(ROUND.eq(round - 1), condition(IS_CERTAIN), passesOn(round));
  }

  private static Condition passesOn(int round) {
    return round == 1 ? noCondition() : IDENTITIES.IDENTITY.notIn(select(CROWD).from(CROWDS));
  }

  /** Writes only what differs from the night before. */
  private static void keep(DSLContext tx) {
    // a customer's own consents are read where they are
    var isKept = or(SPREAD.KIND.ne(PURPOSE), ROUND.gt(0));
    tx.deleteFrom(REFUSALS)
        .where(
            notExists(
                selectOne()
                    .from(SPREAD_TABLE)
                    .where(
                        SPREAD.CUSTOMER_KEY.eq(REFUSALS.CUSTOMER_KEY),
                        SPREAD.KIND.eq(REFUSALS.KIND),
                        SPREAD.NAME.eq(REFUSALS.NAME),
                        isKept)))
        .execute();
    tx.insertInto(REFUSALS, REFUSALS.fields())
        .select(
            select(SPREAD.CUSTOMER_KEY, SPREAD.KIND, SPREAD.NAME).from(SPREAD_TABLE).where(isKept))
        .onConflictDoNothing()
        .execute();
  }

  private static void optOut(DSLContext tx) {
    var isRefused =
        CUSTOMERS.CUSTOMER_KEY.in(
            select(REFUSALS.CUSTOMER_KEY).from(REFUSALS).where(REFUSALS.KIND.eq(ALL)));
    tx.update(CUSTOMERS)
        .set(CUSTOMERS.IS_OPTED_OUT, field(isRefused))
        .where(CUSTOMERS.IS_OPTED_OUT.ne(field(isRefused)))
        .execute();
  }
}
