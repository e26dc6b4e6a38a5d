package dev.nightjar.views;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.audiences.Tables.DESTINATION_EXCLUSIONS;
import static dev.nightjar.db.clustering.Tables.CENTROIDS;
import static dev.nightjar.db.clustering.Tables.MEMBERS;
import static dev.nightjar.db.forecast.Tables.CUSTOMERS;
import static dev.nightjar.db.rfm.Tables.METRICS;
import static dev.nightjar.db.segments.Tables.CELLS;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static dev.nightjar.db.segments.Tables.NIGHTS;
import static dev.nightjar.db.segments.Tables.RULES;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why a customer was in a segment in one night. PII.
 *
 * @param previousSegment null if the customer was never in another segment
 * @param changedOn first night of the customer in the segment
 * @param cause code of a {@link Cause} of that change
 * @param map name of the segment map in force
 * @param rule the matching rule of the map, with its conditions; null if the customer is not scored
 * @param attributes values of the attributes that conditions of the map look at
 * @param cluster null if the customer is not clustered
 * @param clusterName null if the customer is not clustered
 * @param tier null if the customer is not clustered, or no tiers are set
 * @param standing scored, lapsed, prospect or net-returner; null, like the other metrics, if the
 *     night is past its retention
 * @param recencyDays days since the last order; null if the customer never ordered
 * @param ordersCount orders in the window
 * @param netValue value less returns in the window, in the business currency
 * @param frequencyCounts what frequency counts: orders, days, lines or units; null, like the next,
 *     if the night is past its retention
 * @param monetaryValue what monetary is: sum or mean-order
 * @param bins one entry per metric; empty if the customer is not scored
 * @param forecast null if the customer never ordered, or the night has no forecast any more
 * @param changes changes of segment up to the night, newest first
 * @param audiences what the customer is to each audience of the night
 */
public record Explanation(
    LocalDate night,
    String segment,
    @Nullable String previousSegment,
    LocalDate changedOn,
    long daysInSegment,
    String cause,
    String map,
    @Nullable String rule,
    SortedMap<String, String> attributes,
    @Nullable Integer cluster,
    @Nullable String clusterName,
    @Nullable String tier,
    @Nullable String standing,
    @Nullable LocalDate firstOrderedOn,
    @Nullable LocalDate lastOrderedOn,
    @Nullable Long recencyDays,
    @Nullable Long ordersCount,
    @Nullable BigDecimal netValue,
    @Nullable String frequencyCounts,
    @Nullable String monetaryValue,
    List<ScoreBin> bins,
    @Nullable Forecast forecast,
    List<Change> changes,
    List<Standing> audiences) {
  private static final int MOST_CHANGES = 5;
  private static final dev.nightjar.db.audiences.tables.Members AUDIENCE_MEMBERS =
      dev.nightjar.db.audiences.Tables.MEMBERS.as("audience_members");
  private static final dev.nightjar.db.rfm.tables.Nights RFM_NIGHTS =
      dev.nightjar.db.rfm.Tables.NIGHTS;

  /**
   * A change of segment.
   *
   * @param from null if the customer was not known in the night before
   * @param cause code of a {@link Cause}
   */
  public record Change(LocalDate night, @Nullable String from, String to, String cause) {}

  /**
   * What the customer can be expected to buy. Values are in the business currency.
   *
   * @param probabilityAlive probability that the customer has not stopped buying, 0 to 1
   * @param orders90 expected days with an order in the 90 days after the night
   * @param value90 null, like the other value, if values are not forecast
   * @param orders365 expected days with an order in the 365 days after the night
   */
  public record Forecast(
      BigDecimal probabilityAlive,
      BigDecimal orders90,
      @Nullable BigDecimal value90,
      BigDecimal orders365,
      @Nullable BigDecimal value365) {}

  /**
   * Explains the segment of a customer in a night.
   *
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if the night does not know the customer
   */
  public static Explanation of(String customer, LocalDate night, DSLContext db) {
    return db.select()
        .from(MEMBERSHIPS)
        .join(NIGHTS)
        .on(NIGHTS.NIGHT.eq(night))
        .leftJoin(METRICS)
        .on(METRICS.CUSTOMER_KEY.eq(MEMBERSHIPS.CUSTOMER_KEY), ValidityIntervals.at(METRICS, night))
        .leftJoin(RFM_NIGHTS)
        .on(RFM_NIGHTS.NIGHT.eq(night))
        .leftJoin(CELLS)
        .on(CELLS.NIGHT.eq(night), CELLS.R_SCORE.eq(MEMBERSHIPS.R_SCORE))
        .and(CELLS.F_SCORE.eq(MEMBERSHIPS.F_SCORE))
        .and(CELLS.M_SCORE.eq(MEMBERSHIPS.M_SCORE))
        .leftJoin(RULES)
        .on(RULES.NIGHT.eq(night), RULES.POSITION.eq(MEMBERSHIPS.RULE))
        .leftJoin(MEMBERS)
        .on(MEMBERS.CUSTOMER_KEY.eq(MEMBERSHIPS.CUSTOMER_KEY), ValidityIntervals.at(MEMBERS, night))
        .leftJoin(CENTROIDS)
        .on(CENTROIDS.NIGHT.eq(night), CENTROIDS.IS_PROPOSED.isFalse())
        .and(CENTROIDS.CLUSTER.eq(MEMBERS.CLUSTER))
        .where(MEMBERSHIPS.CUSTOMER_KEY.eq(customer), ValidityIntervals.at(MEMBERSHIPS, night))
        .fetchOptional(row -> of(row, customer, night, db))
        .orElseThrow(() -> unknown(customer, night, db));
  }

  private static Failure unknown(String customer, LocalDate night, DSLContext db) {
    var known =
        db.select(min(MEMBERSHIPS.VALID_FROM), max(MEMBERSHIPS.VALID_FROM))
            .from(MEMBERSHIPS)
            .where(MEMBERSHIPS.CUSTOMER_KEY.eq(customer))
            .fetchSingle();
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        known.value1() == null
            ? "No night has a customer %s.%nNext: nightjar explain with the key exactly as in the files, including case and zeros"
                .formatted(customer)
            : "Customer %s has no segment in the night of %s.%nNext: nightjar explain %s --date %s"
                .formatted(
                    customer,
                    night,
                    customer,
                    night.isBefore(known.value1()) ? known.value1() : known.value2()));
  }

  private static Explanation of(Record row, String customer, LocalDate night, DSLContext db) {
    var changedOn = row.get(MEMBERSHIPS.CHANGED_ON);
    var lastOrderedOn = row.get(METRICS.LAST_ORDERED_ON);
    var recency = lastOrderedOn == null ? null : ChronoUnit.DAYS.between(lastOrderedOn, night);
    return new Explanation(
        night,
        row.get(MEMBERSHIPS.SEGMENT),
        row.get(MEMBERSHIPS.PREVIOUS_SEGMENT),
        changedOn,
        ChronoUnit.DAYS.between(changedOn, night),
        row.get(MEMBERSHIPS.CAUSE),
        row.get(NIGHTS.MAP),
        row.get(RULES.RULE) != null ? row.get(RULES.RULE) : row.get(CELLS.RULE),
        attributes(row.get(MEMBERSHIPS.ATTRIBUTES)),
        row.get(MEMBERS.CLUSTER),
        row.get(CENTROIDS.NAME),
        row.get(CENTROIDS.TIER),
        row.get(METRICS.STANDING),
        row.get(METRICS.FIRST_ORDERED_ON),
        lastOrderedOn,
        recency,
        row.get(METRICS.ORDERS_COUNT),
        row.get(METRICS.NET_VALUE),
        row.get(RFM_NIGHTS.FREQUENCY_COUNTS),
        row.get(RFM_NIGHTS.MONETARY_VALUE),
        bins(row, recency, new ScoreBins(night, db)),
        forecast(customer, night, db),
        changes(customer, night, db),
        Standing.of(customer, night, db));
  }

  private static SortedMap<String, String> attributes(@Nullable JSONB json) {
    var values = new TreeMap<String, String>();
    if (json != null) {
      JsonMapper.shared()
          .readTree(json.data())
          .forEachEntry((name, value) -> values.put(name, value.asString()));
    }
    return values;
  }

  private static List<ScoreBin> bins(Record row, @Nullable Long recency, ScoreBins bins) {
    var r = row.get(MEMBERSHIPS.R_SCORE);
    if (r == null || recency == null) {
      return List.of();
    }
    var f = row.get(MEMBERSHIPS.F_SCORE);
    var m = row.get(MEMBERSHIPS.M_SCORE);
    var all = new ArrayList<ScoreBin>();
    all.add(bins.bin("recency", recency, r, List.of()));
    all.add(bins.bin("frequency", row.get(METRICS.FREQUENCY), f, List.copyOf(all)));
    all.add(bins.bin("monetary", row.get(METRICS.MONETARY), m, List.copyOf(all)));
    return all;
  }

  private static @Nullable Forecast forecast(String customer, LocalDate night, DSLContext db) {
    return db.select(
            CUSTOMERS.PROBABILITY_ALIVE,
            CUSTOMERS.EXPECTED_ORDERS_90,
            CUSTOMERS.EXPECTED_VALUE_90,
            CUSTOMERS.EXPECTED_ORDERS_365,
            CUSTOMERS.EXPECTED_VALUE_365)
        .from(CUSTOMERS)
        .where(CUSTOMERS.NIGHT.eq(night), CUSTOMERS.CUSTOMER_KEY.eq(customer))
        .fetchOne(Records.mapping(Forecast::new));
  }

  private static List<Change> changes(String customer, LocalDate night, DSLContext db) {
    return db.selectDistinct(
            MEMBERSHIPS.CHANGED_ON,
            MEMBERSHIPS.PREVIOUS_SEGMENT,
            MEMBERSHIPS.SEGMENT,
            MEMBERSHIPS.CAUSE)
        .from(MEMBERSHIPS)
        .where(MEMBERSHIPS.CUSTOMER_KEY.eq(customer), MEMBERSHIPS.VALID_FROM.le(night))
        .orderBy(MEMBERSHIPS.CHANGED_ON.desc())
        .limit(MOST_CHANGES)
        .fetch(Records.mapping(Change::new));
  }

  /**
   * What a customer is to an audience of a night. PII.
   *
   * @param description who is in the audience, in one line
   * @param isMember whether the audience selects the customer
   * @param exclusion why a member is published nowhere; null for members who are, and for others
   * @param notSentTo destinations to which a published member is not sent, with the reason
   */
  public record Standing(
      String audience,
      String description,
      boolean isMember,
      @Nullable String exclusion,
      Map<String, String> notSentTo) {

    /**
     * The standings of a customer, in the order of the settings; without audiences of other
     * segments if each segment is one.
     */
    private static List<Standing> of(String customer, LocalDate night, DSLContext db) {
      var elsewhere =
          multiset(
              select(DESTINATION_EXCLUSIONS.DESTINATION, DESTINATION_EXCLUSIONS.EXCLUSION)
                  .from(DESTINATION_EXCLUSIONS)
                  .where(DESTINATION_EXCLUSIONS.CUSTOMER_KEY.eq(customer))
                  .and(DESTINATION_EXCLUSIONS.AUDIENCE.eq(AUDIENCES.AUDIENCE))
                  .and(ValidityIntervals.at(DESTINATION_EXCLUSIONS, night)));
      return db.select(
              AUDIENCES.AUDIENCE,
              AUDIENCES.DESCRIPTION,
              AUDIENCE_MEMBERS.CUSTOMER_KEY,
              AUDIENCE_MEMBERS.EXCLUSION,
              elsewhere)
          .from(AUDIENCES)
          .leftJoin(AUDIENCE_MEMBERS)
          .on(
              AUDIENCE_MEMBERS.AUDIENCE.eq(AUDIENCES.AUDIENCE),
              AUDIENCE_MEMBERS.CUSTOMER_KEY.eq(customer))
          .and(ValidityIntervals.at(AUDIENCE_MEMBERS, night))
          .where(AUDIENCES.NIGHT.eq(night))
          .and(AUDIENCES.SEGMENT.isNull().or(AUDIENCE_MEMBERS.CUSTOMER_KEY.isNotNull()))
          .orderBy(AUDIENCES.POSITION)
          .fetch(
              row -> {
                var notSentTo = new TreeMap<String, String>();
                row.value5().forEach(each -> notSentTo.put(each.value1(), each.value2()));
                return new Standing(
                    row.value1(), row.value2(), row.value3() != null, row.value4(), notSentTo);
              });
    }
  }
}
