package dev.nightjar.views;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.audiences.Tables.MEMBERS;
import static dev.nightjar.db.orders.Tables.ORDERS;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
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
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Later orders of the exported customers of an audience, compared with the held-out customers.
 *
 * @param from the night of the export; orders after it count
 * @param to last day of orders that count
 * @param tooEarly whether there is too little data; then there are no differences
 * @param revenue difference of the mean revenue per customer, in the business currency
 * @param repurchase difference of the share of customers that bought again, -1 to 1
 * @param heldOutNeededForRevenue held-out customers needed to detect a true difference of the
 *     observed size with a power of 80 %; 0 for no difference
 * @param heldOutNeededForRepurchase the same for the share of customers that bought again
 */
@JsonNaming(KebabCaseStrategy.class)
@JsonInclude(Include.NON_NULL)
public record Uplift(
    String audience,
    LocalDate from,
    LocalDate to,
    UpliftGroup exported,
    UpliftGroup heldOut,
    boolean tooEarly,
    @Nullable UpliftDifference revenue,
    @Nullable UpliftDifference repurchase,
    @Nullable Long heldOutNeededForRevenue,
    @Nullable Long heldOutNeededForRepurchase) {
  /**
   * Compares the groups of a night's audience.
   *
   * @param to last day of orders that count; null for the newest published night
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if the night is not published, or did not
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
      throw refused("Night %s has no audience %s.".formatted(from, audience), from);
    }
    if (!row.get().getIsDue() || row.get().getIsBlocked()) {
      throw refused(
          "Audience %s was not delivered in night %s: it was %s."
              .formatted(audience, from, row.get().getIsBlocked() ? "too small" : "not due"),
          from);
    }
  }

  private static Failure refused(String message, LocalDate from) {
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        "%s%nNext: nightjar audiences --date %s".formatted(message, from));
  }

  /** The later orders of one of the two groups. */
  private static UpliftGroup group(
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
            .and(isHeldOut ? isDrawn(audience, from) : MEMBERS.EXCLUSION.isNull())
            .and(notExists(rivalMembers(audience, from)))
            .fetchSingle();
    return row.value1() == 0
        ? UpliftGroup.EMPTY
        : new UpliftGroup(
            row.value1(),
            row.value2().doubleValue(),
            row.value3() == null ? 0 : row.value3().doubleValue(),
            row.value4());
  }

  /**
   * Members who were drawn for the holdout themselves. Those who are left out because another key
   * of the same person was drawn would make such people too many.
   */
  private static Condition isDrawn(String audience, LocalDate from) {
    return MEMBERS
        .EXCLUSION
        .eq("holdout")
        .andExists(
            selectOne()
                .from(AUDIENCES)
                .where(AUDIENCES.NIGHT.eq(from), AUDIENCES.AUDIENCE.eq(audience))
                .and(
                    bucket(AUDIENCES.GLOBAL_HOLDOUT_SALT)
                        .lt(AUDIENCES.GLOBAL_HOLDOUT_PERCENT.times(100))
                        .or(
                            bucket(AUDIENCES.HOLDOUT_SALT)
                                .lt(AUDIENCES.HOLDOUT_PERCENT.times(100)))));
  }

  private static Field<BigDecimal> bucket(Field<String> salt) {
    return field(
        "audiences.bucket({0}, {1})::numeric", BigDecimal.class, salt, MEMBERS.CUSTOMER_KEY);
  }

  /**
   * One row per customer with orders after the night: value less returns, and whether any order
   * counts.
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
   * Members of an audience with a higher priority in the group are not exported. Held-out customers
   * of that kind are left out too, so that the groups are comparable.
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
