package dev.nightjar.views;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.audiences.Tables.MEMBERS;
import static dev.nightjar.db.orders.Tables.ORDERS;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.varSamp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What exported customers of an audience did after a night, compared with those held out.
 *
 * @param from the night of the export; later orders count
 * @param to last day whose orders count
 * @param tooEarly whether nothing can be said yet; then there are no differences
 * @param revenue difference of the mean revenue of a customer, in the business currency
 * @param repurchase difference of the share of customers who bought again, -1 to 1
 * @param heldOutNeededForRevenue held-out customers with which a true difference of the size seen
 *     would show in four of five trials; 0 where no difference was seen
 * @param heldOutNeededForRepurchase the same for the share of customers who bought again
 */
@JsonNaming(KebabCaseStrategy.class)
@JsonInclude(Include.NON_NULL)
public record Uplift(
    String audience,
    LocalDate from,
    LocalDate to,
    Group exported,
    Group heldOut,
    boolean tooEarly,
    @Nullable Difference revenue,
    @Nullable Difference repurchase,
    @Nullable Long heldOutNeededForRevenue,
    @Nullable Long heldOutNeededForRepurchase) {
  /** Fewer customers than this of a group say nothing, whatever the interval is. */
  public static final int FEWEST = 30;

  /**
   * One of the two groups.
   *
   * @param revenue mean of a customer, in the business currency
   * @param variance of the revenue, of a sample; 0 for fewer than two customers
   * @param buyers customers with an order that counts
   */
  public record Group(long customers, double revenue, double variance, long buyers) {
    static final Group EMPTY = new Group(0, 0, 0, 0);

    /** Share of customers who bought, 0 to 1. */
    public double rate() {
      return (double) buyers / customers;
    }
  }

  /** A difference of exported less held-out customers, with its 95 % confidence interval. */
  public record Difference(double value, double low, double high) {
    /** Whether chance alone would rarely make it. */
    public boolean isTold() {
      return low > 0 || high < 0;
    }
  }

  /**
   * Compares the groups of a night's audience.
   *
   * @param to last day whose orders count; null for the newest published night
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} where the night is not published, or did not
   *     deliver the audience
   */
  public static Uplift of(String audience, LocalDate from, @Nullable LocalDate to, DSLContext db) {
    var nights = PublishedNights.of(db);
    nights.named(from);
    refuseUnlessExported(audience, from, db);
    var last = nights.dates().get(0);
    var until = to == null || to.isAfter(last) ? last : to;
    var groups =
        new GroupComparison(
            group(audience, from, until, false, db), group(audience, from, until, true, db));
    boolean isTooEarly = !until.isAfter(from) || groups.isTooSmall();
    return new Uplift(
        audience,
        from,
        until,
        groups.exported(),
        groups.heldOut(),
        isTooEarly,
        isTooEarly ? null : groups.revenue(),
        isTooEarly ? null : groups.repurchase(),
        isTooEarly ? null : groups.neededForRevenue(),
        isTooEarly ? null : groups.neededForRepurchase());
  }

  private static void refuseUnlessExported(String audience, LocalDate from, DSLContext db) {
    var row =
        db.fetchOptional(AUDIENCES, AUDIENCES.NIGHT.eq(from), AUDIENCES.AUDIENCE.eq(audience));
    if (row.isEmpty()) {
      throw refused("There was no audience %s in the night of %s.".formatted(audience, from), from);
    }
    if (!row.get().getIsDue() || row.get().getIsBlocked()) {
      throw refused(
          "Audience %s was not delivered in the night of %s, being %s."
              .formatted(audience, from, row.get().getIsBlocked() ? "too small" : "not due"),
          from);
    }
  }

  private static Failure refused(String message, LocalDate from) {
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        "%s%nNext: nightjar audiences --date %s".formatted(message, from));
  }

  /** What one of the two groups did after the night. */
  private static Group group(
      String audience, LocalDate from, LocalDate until, boolean isHeldOut, DSLContext db) {
    var later = later(from, until).asTable("later");
    var revenue = coalesce(later.field("revenue", BigDecimal.class), inline(BigDecimal.ZERO));
    var row =
        db.select(
                count(),
                avg(revenue),
                varSamp(revenue),
                count().filterWhere(condition(later.field("bought", Boolean.class))))
            .from(MEMBERS)
            .leftJoin(later)
            .on(later.field(ORDERS.CUSTOMER_KEY).eq(MEMBERS.CUSTOMER_KEY))
            .where(MEMBERS.AUDIENCE.eq(audience), ValidityIntervals.at(MEMBERS, from))
            .and(isHeldOut ? MEMBERS.EXCLUSION.eq("holdout") : MEMBERS.EXCLUSION.isNull())
            .and(notExists(rivalMembers(audience, from)))
            .fetchSingle();
    return row.value1() == 0
        ? Group.EMPTY
        : new Group(
            row.value1(),
            row.value2().doubleValue(),
            row.value3() == null ? 0 : row.value3().doubleValue(),
            row.value4());
  }

  /**
   * What each customer ordered after the night: value less returns, and whether any order counts.
   */
  private static Select<?> later(LocalDate from, LocalDate until) {
    return select(
            ORDERS.CUSTOMER_KEY,
            sum(ORDERS.NET_VALUE).as("revenue"),
            boolOr(condition(ORDERS.IS_KEPT)).as("bought"))
        .from(ORDERS)
        .where(ORDERS.ORDERED_ON.gt(from), ORDERS.ORDERED_ON.le(until))
        .groupBy(ORDERS.CUSTOMER_KEY);
  }

  /**
   * Nobody is exported who is a member of an audience of higher priority in the group. Held-out
   * ones of that kind are left out too, else the groups could not be compared.
   */
  private static Select<?> rivalMembers(String audience, LocalDate from) {
    var own = AUDIENCES.as("own");
    var rival = AUDIENCES.as("rival");
    var members = MEMBERS.as("rival_members");
    return selectOne()
        .from(own)
        .join(rival)
        .on(rival.NIGHT.eq(own.NIGHT), rival.EXCLUSIVE_GROUP.eq(own.EXCLUSIVE_GROUP))
        .and(rival.PRIORITY.gt(own.PRIORITY))
        .join(members)
        .on(members.AUDIENCE.eq(rival.AUDIENCE), ValidityIntervals.at(members, from))
        .where(own.NIGHT.eq(from), own.AUDIENCE.eq(audience))
        .and(members.CUSTOMER_KEY.eq(MEMBERS.CUSTOMER_KEY));
  }
}
