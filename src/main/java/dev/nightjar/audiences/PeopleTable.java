package dev.nightjar.audiences;

import static dev.nightjar.db.audiences.Tables.HOLDOUTS;
import static dev.nightjar.db.clustering.Tables.CENTROIDS;
import static dev.nightjar.db.clustering.Tables.MEMBERS;
import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.db.orders.Tables.REFUSALS;
import static dev.nightjar.db.rfm.Tables.METRICS;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.db.forecast.tables.Customers;
import dev.nightjar.facts.CustomerFacts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * The temporary table {@code people}, one row per customer with a segment: everything that
 * selections and exclusions need, gathered once for all audiences of a night.
 */
final class PeopleTable {
  static final PeopleTable PERSON = new PeopleTable();
  static final Table<Record> PEOPLE = table(name("people"));

  static final String ANY_CHANNEL = "any";

  private static final Customers FORECASTS = Customers.CUSTOMERS.as("forecasts");

  private static final String EVERY_PURPOSE = "*";

  private static final String NIGHT = "night";
  private static final String CLUSTER = "cluster";
  private static final String CLUSTER_NAME = "cluster_name";
  private static final String TIER = "tier";
  private static final String CHANNELS = "refused_channels";
  private static final String PURPOSES = "refused_purposes";
  private static final String HAS_CONTACT = "has_contact";
  private static final String HAS_EMAIL = "has_email";
  private static final String HAS_PHONE = "has_phone";

  private PeopleTable() {}

  /** Gathers the people of a night. */
  static void gather(DSLContext tx, LocalDate night) {
    tx.createTemporaryTable(PEOPLE).as(people(night)).onCommitDrop().execute();
    tx.execute("analyze {0}", PEOPLE);
  }

  private static Select<?> people(LocalDate night) {
    var refusals = refusals().asTable("refusals");
    var scopes = HoldoutScopes.find().asTable("scopes");
    var clusters = clusters(night).asTable("clusters");
    var key = MEMBERSHIPS.CUSTOMER_KEY;
    return select(inline(night).as(NIGHT))
        .select(key, MEMBERSHIPS.SEGMENT, MEMBERSHIPS.PREVIOUS_SEGMENT, MEMBERSHIPS.CHANGED_ON)
        .select(MEMBERSHIPS.CAUSE, MEMBERSHIPS.R_SCORE, MEMBERSHIPS.F_SCORE, MEMBERSHIPS.M_SCORE)
        .select(METRICS.FIRST_ORDERED_ON, METRICS.LAST_ORDERED_ON)
        .select(METRICS.ORDERS_COUNT, METRICS.NET_VALUE)
        .select(CUSTOMERS.COUNTRY, CUSTOMERS.ATTRIBUTES, CUSTOMERS.CONSENTS, CUSTOMERS.HAS_CONSENT)
        .select(CUSTOMERS.IS_ERASED, CUSTOMERS.IS_OPTED_OUT, field(hasContact()).as(HAS_CONTACT))
        .select(field(hasEmail()).as(HAS_EMAIL), field(hasPhone()).as(HAS_PHONE))
        .select(clusters.field(CLUSTER), clusters.field(CLUSTER_NAME), clusters.field(TIER))
        .select(FORECASTS.PROBABILITY_ALIVE)
        .select(FORECASTS.EXPECTED_ORDERS_90, FORECASTS.EXPECTED_ORDERS_365)
        .select(FORECASTS.EXPECTED_VALUE_90, FORECASTS.EXPECTED_VALUE_365)
        .select(
            refusals.field(CHANNELS), refusals.field(PURPOSES), scopes.field(HoldoutScopes.SCOPES))
        .from(MEMBERSHIPS)
        .join(CUSTOMERS)
        .on(CUSTOMERS.CUSTOMER_KEY.eq(key))
        .leftJoin(METRICS)
        .on(METRICS.CUSTOMER_KEY.eq(key), ValidityIntervals.at(METRICS, night))
        .leftJoin(clusters)
        .on(clusters.field(MEMBERS.CUSTOMER_KEY).eq(key))
        .leftJoin(FORECASTS)
        .on(FORECASTS.CUSTOMER_KEY.eq(key), FORECASTS.NIGHT.eq(night))
        .leftJoin(refusals)
        .on(refusals.field(REFUSALS.CUSTOMER_KEY).eq(key))
        .leftJoin(scopes)
        .on(scopes.field(HOLDOUTS.CUSTOMER_KEY).eq(key))
        .where(ValidityIntervals.at(MEMBERSHIPS, night));
  }

  /** The channels and purposes that each customer refused, or somebody with the same identity. */
  private static Select<?> refusals() {
    return select(
            REFUSALS.CUSTOMER_KEY,
            arrayAgg(REFUSALS.NAME).filterWhere(REFUSALS.KIND.eq("channel")).as(CHANNELS),
            arrayAgg(REFUSALS.NAME).filterWhere(REFUSALS.KIND.eq("purpose")).as(PURPOSES))
        .from(REFUSALS)
        .groupBy(REFUSALS.CUSTOMER_KEY);
  }

  /** Each clustered customer with the number, name and tier of the cluster. */
  private static Select<?> clusters(LocalDate night) {
    return select(MEMBERS.CUSTOMER_KEY, MEMBERS.CLUSTER.cast(SQLDataType.CLOB).as(CLUSTER))
        .select(CENTROIDS.NAME.as(CLUSTER_NAME), CENTROIDS.TIER.as(TIER))
        .from(MEMBERS)
        .join(CENTROIDS)
        .on(CENTROIDS.CLUSTER.eq(MEMBERS.CLUSTER), CENTROIDS.NIGHT.eq(night))
        .and(CENTROIDS.IS_PROPOSED.isFalse())
        .where(ValidityIntervals.at(MEMBERS, night));
  }

  private static Condition hasContact() {
    return or(
        CUSTOMERS.EMAIL.isNotNull(),
        CUSTOMERS.PHONE.isNotNull(),
        CUSTOMERS.FIRST_NAME.isNotNull(),
        CUSTOMERS.LAST_NAME.isNotNull());
  }

  /** Whether there is an address with text on both sides of its only at sign. */
  private static Condition hasEmail() {
    return CUSTOMERS
        .EMAIL
        .isNotNull()
        .and(CUSTOMERS.EMAIL.likeRegex("^\\s*[^@\\s]+@[^@\\s]+\\s*$"));
  }

  /** Whether there is a number: digits, and no letters. */
  private static Condition hasPhone() {
    return CUSTOMERS
        .PHONE
        .isNotNull()
        .and(CUSTOMERS.PHONE.likeRegex("[0-9]"))
        .and(CUSTOMERS.PHONE.notLikeRegex("[[:alpha:]]"));
  }

  Field<String> key() {
    return column("customer_key", String.class);
  }

  Field<LocalDate> night() {
    return column(NIGHT, LocalDate.class);
  }

  Field<String> segment() {
    return column("segment", String.class);
  }

  Field<String> previousSegment() {
    return column("previous_segment", String.class);
  }

  Field<LocalDate> changedOn() {
    return column("changed_on", LocalDate.class);
  }

  Field<String> cause() {
    return column("cause", String.class);
  }

  Field<String> cluster() {
    return column(CLUSTER, String.class);
  }

  Field<String> clusterName() {
    return column(CLUSTER_NAME, String.class);
  }

  Field<String> tier() {
    return column(TIER, String.class);
  }

  /** Adds the conditions on the customer's position in the night; an empty list adds none. */
  void addAt(
      List<Condition> all, List<String> segments, List<String> clusters, List<String> tiers) {
    if (!segments.isEmpty()) {
      all.add(segment().in(segments));
    }
    if (!clusters.isEmpty()) {
      all.add(cluster().in(clusters).or(clusterName().in(clusters)));
    }
    if (!tiers.isEmpty()) {
      all.add(tier().in(tiers));
    }
  }

  Field<Integer> r() {
    return column("r_score", Integer.class);
  }

  Field<Integer> f() {
    return column("f_score", Integer.class);
  }

  Field<Integer> m() {
    return column("m_score", Integer.class);
  }

  /** What conditions on facts look at. */
  CustomerFacts facts() {
    var country = column("country", String.class);
    var attributes = column("attributes", JSONB.class);
    return new CustomerFacts(
        since("last_ordered_on"),
        since("first_ordered_on"),
        column("orders_count", Long.class),
        column("net_value", BigDecimal.class),
        name -> CustomerFacts.attribute(name, country, attributes));
  }

  /** A number of the night's forecast, by its column. */
  Field<BigDecimal> forecast(String column) {
    return column(column, BigDecimal.class);
  }

  Condition isErased() {
    return isTrue(column("is_erased", Boolean.class));
  }

  Condition isOptedOut() {
    return isTrue(column("is_opted_out", Boolean.class));
  }

  /** Whether the channel is refused; if the channel is unknown, whether any is. */
  Condition hasRefused(String channel) {
    var refused = column(CHANNELS, String[].class);
    return channel.equals(ANY_CHANNEL) ? refused.isNotNull() : inline(channel).eq(any(refused));
  }

  /**
   * Whether the customer agreed to a purpose; without an answer on it, to all purposes. Nobody with
   * the same identity has refused it.
   */
  Condition hasAgreedTo(String purpose) {
    var refused = column(PURPOSES, String[].class);
    var isRefused = or(inline(purpose).eq(any(refused)), inline(EVERY_PURPOSE).eq(any(refused)));
    var own =
        jsonbGetAttributeAsText(column("consents", JSONB.class), inline(purpose))
            .cast(SQLDataType.BOOLEAN);
    return isTrue(coalesce(own, column("has_consent", Boolean.class)))
        .and(condition("({0}) is not true", isRefused));
  }

  Condition hasContactData() {
    return isTrue(column(HAS_CONTACT, Boolean.class));
  }

  Condition hasUsableEmail() {
    return isTrue(column(HAS_EMAIL, Boolean.class));
  }

  Condition hasUsablePhone() {
    return isTrue(column(HAS_PHONE, Boolean.class));
  }

  /** Whether the customer, or the same person, is held out from all audiences, or from one. */
  Condition isHeldOutFrom(String audience) {
    var scopes = column(HoldoutScopes.SCOPES, String[].class);
    return or(inline(Holdout.EVERYWHERE).eq(any(scopes)), inline(audience).eq(any(scopes)));
  }

  /** Never null, other than jOOQ's own. */
  private static Condition isTrue(Field<Boolean> fact) {
    return condition("{0} is true", fact);
  }

  private static <T> Field<T> column(String column, Class<T> type) {
    return field(name("people", column), type);
  }

  private Field<Integer> since(String day) {
    return field("{0} - {1}", Integer.class, night(), column(day, LocalDate.class));
  }
}
