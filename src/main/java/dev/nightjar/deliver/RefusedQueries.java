package dev.nightjar.deliver;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.audiences.Tables.DESTINATIONS;
import static dev.nightjar.db.audiences.Tables.DESTINATION_EXCLUSIONS;
import static dev.nightjar.db.audiences.Tables.MEMBERS;
import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.db.orders.Tables.REFUSALS;
import static dev.nightjar.deliver.DifferenceQueries.DIFFERENCES;
import static dev.nightjar.deliver.DifferenceQueries.IS_ADD;
import static dev.nightjar.deliver.DifferenceQueries.IS_CHANGE;
import static dev.nightjar.deliver.DifferenceQueries.KEY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;

import dev.nightjar.database.ValidityIntervals;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * The statements for the people who leave a destination because they refused or were erased, in the
 * temporary table {@code refused}. The change guard never keeps them there.
 *
 * <p>They are found by the exclusions of the night and, as a customer who left the audience has
 * none, and neither has an audience that is no longer in the settings, by the customer's own
 * answers to the channel and purpose that counted last for the audience at the destination.
 */
final class RefusedQueries {
  static final Table<Record> REFUSED = table(name("refused"));
  static final Field<String> REFUSED_KEY = field(name("refused", "customer_key"), String.class);

  private static final List<String> EXCLUSIONS =
      List.of("erased", "opted-out", "channel-opted-out", "no-consent");

  private final Holding holding;
  private final LocalDate night;
  private final Field<String> channel = field(name("last", "channel"), String.class);
  private final Field<String> purpose = field(name("last", "purpose"), String.class);
  private final Field<Boolean> isForContacts =
      field(name("last", AUDIENCES.IS_CONSENT_FOR_CONTACTS_ONLY.getName()), Boolean.class);

  RefusedQueries(Holding holding, LocalDate night) {
    this.holding = holding;
    this.night = night;
  }

  static void drop(DSLContext db) {
    db.dropTemporaryTableIfExists(REFUSED).execute();
  }

  /** Gathers the people, once the differences are there; returns how many they are. */
  long gather(DSLContext tx) {
    return tx.createTemporaryTable(REFUSED).as(refused()).execute();
  }

  private Select<?> refused() {
    var last =
        select(DESTINATIONS.CHANNEL, DESTINATIONS.PURPOSE, AUDIENCES.IS_CONSENT_FOR_CONTACTS_ONLY)
            .from(AUDIENCES)
            .join(DESTINATIONS)
            .on(DESTINATIONS.NIGHT.eq(AUDIENCES.NIGHT))
            .and(DESTINATIONS.AUDIENCE.eq(AUDIENCES.AUDIENCE))
            .where(AUDIENCES.AUDIENCE.eq(holding.audience()), AUDIENCES.NIGHT.le(night))
            .and(DESTINATIONS.DESTINATION.eq(holding.destination()))
            .orderBy(AUDIENCES.NIGHT.desc())
            .limit(1)
            .asTable("last");
    return selectDistinct(KEY.as(REFUSED_KEY.getUnqualifiedName()))
        .from(DIFFERENCES)
        .leftJoin(last)
        .on(trueCondition())
        .leftJoin(CUSTOMERS)
        .on(CUSTOMERS.CUSTOMER_KEY.eq(KEY))
        .where(not(condition(IS_ADD)), not(condition(IS_CHANGE)))
        .and(
            or(
                isErased(),
                condition(CUSTOMERS.IS_ERASED),
                condition(CUSTOMERS.IS_OPTED_OUT),
                hasRefusedChannelOrPurpose(),
                hasNotAgreed(),
                isExcluded(),
                isExcludedHere()));
  }

  /**
   * Whether the person was erased: the row was emptied, see {@link WithdrawalQueries}. A customer
   * who is no longer in any file has not refused.
   */
  private static Condition isErased() {
    return CUSTOMERS.CUSTOMER_KEY.isNull().and(isEmptied(DifferenceQueries.FINGERPRINT));
  }

  /** Whether a row that was sent is one of an erased person. */
  static Condition isEmptied(Field<byte[]> fingerprint) {
    return condition("octet_length({0}) = 0", fingerprint);
  }

  /** Of a channel that is not known, any refusal counts. */
  private Condition hasRefusedChannelOrPurpose() {
    var wanted = coalesce(channel, inline("any"));
    var isChannel = REFUSALS.KIND.eq("channel").and(wanted.in(REFUSALS.NAME, inline("any")));
    var isPurpose = REFUSALS.KIND.eq("purpose").and(REFUSALS.NAME.in(purpose, inline("*")));
    return exists(
        selectOne()
            .from(REFUSALS)
            .where(REFUSALS.CUSTOMER_KEY.eq(KEY))
            .and(isChannel.or(isPurpose)));
  }

  private Condition hasNotAgreed() {
    var own = jsonbGetAttributeAsText(CUSTOMERS.CONSENTS, purpose).cast(SQLDataType.BOOLEAN);
    var isContact =
        or(
            CUSTOMERS.EMAIL.isNotNull(),
            CUSTOMERS.PHONE.isNotNull(),
            CUSTOMERS.FIRST_NAME.isNotNull(),
            CUSTOMERS.LAST_NAME.isNotNull());
    return CUSTOMERS
        .CUSTOMER_KEY
        .isNotNull()
        .and(condition("{0} is not true", coalesce(own, CUSTOMERS.HAS_CONSENT)))
        .and(condition("{0} is not true", isForContacts).or(isContact));
  }

  private Condition isExcludedHere() {
    return exists(
        selectOne()
            .from(DESTINATION_EXCLUSIONS)
            .where(DESTINATION_EXCLUSIONS.CUSTOMER_KEY.eq(KEY))
            .and(DESTINATION_EXCLUSIONS.AUDIENCE.eq(holding.audience()))
            .and(DESTINATION_EXCLUSIONS.DESTINATION.eq(holding.destination()))
            .and(ValidityIntervals.at(DESTINATION_EXCLUSIONS, night)));
  }

  private Condition isExcluded() {
    return exists(
        selectOne()
            .from(MEMBERS)
            .where(MEMBERS.CUSTOMER_KEY.eq(KEY), MEMBERS.AUDIENCE.eq(holding.audience()))
            .and(ValidityIntervals.at(MEMBERS, night))
            .and(MEMBERS.EXCLUSION.in(EXCLUSIONS)));
  }
}
