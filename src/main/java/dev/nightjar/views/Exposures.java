package dev.nightjar.views;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.audiences.Tables.MEMBERS;
import static dev.nightjar.db.orders.Tables.ORDERS;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import dev.nightjar.db.audiences.tables.Members;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record7;
import org.jooq.Records;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * The first exposure of each customer in a range of nights, and the orders before and after it, one
 * method per part.
 *
 * <p>A customer is exposed in the first night in which an audience that is delivered has the
 * customer as a member, or would have if the customer were not held out. The group of that night
 * counts from then on, whatever happens later (intention to treat).
 *
 * @param audience null for all audiences and the holdout from all of them
 * @param nights published nights of the range, at least one
 * @param days of orders after the night of the exposure
 */
record Exposures(@Nullable String audience, List<LocalDate> nights, int days) {
  private static final String EXPORTED = "exported";
  private static final String HELD_OUT = "held-out";

  /** Neither, such as customers of whom another key was drawn. */
  private static final String NEITHER = "neither";

  private static final String HOLDOUT = "holdout";
  private static final Table<?> EXPOSURES = table(name("exposures"));
  private static final Field<String> KEY = field(name("exposures", "customer_key"), String.class);
  private static final Field<LocalDate> NIGHT = field(name("night"), LocalDate.class);
  private static final Field<String> GROUP = field(name("exposure"), String.class);
  private static final Field<Boolean> IS_DRAWN = field(name("is_drawn"), Boolean.class);
  private static final Field<BigDecimal> PERCENT = field(name("percent"), BigDecimal.class);

  /** Orders of a year before the exposure, for the variance that they explain. */
  private static final int DAYS_BEFORE = 365;

  /**
   * A customer's exposure.
   *
   * @param isDrawn whether the customer's own key was drawn for the holdout
   * @param percent of the holdout in that night
   * @param revenue of the days after it, less returns
   * @param before value of the orders of the year up to the night
   */
  record Exposure(
      LocalDate night,
      String group,
      boolean isDrawn,
      double percent,
      double revenue,
      double before,
      boolean isBuyer) {
    /** The probability of being drawn, 0 to 1. */
    double chance() {
      return percent / 100;
    }

    boolean isExported() {
      return group.equals(EXPORTED);
    }

    boolean isHeldOut() {
      return group.equals(HELD_OUT);
    }
  }

  /** One entry per exposed customer, without the key, in an order that does not depend on it. */
  List<Exposure> fetch(DSLContext db) {
    return db.with(EXPOSURES.getName())
        .as(exposures())
        .selectFrom(withOrders().asTable("with_orders"))
        .fetch(Records.mapping(Exposure::new));
  }

  /** One row per exposed customer: the first night and its group. */
  private Select<?> exposures() {
    var first = firstNight().asTable("first");
    return select(
            MEMBERS.CUSTOMER_KEY,
            first.field(AUDIENCES.NIGHT),
            exposure(first).as(GROUP),
            field(isDrawn(first)).as(IS_DRAWN),
            percent(first).as(PERCENT))
        .distinctOn(MEMBERS.CUSTOMER_KEY)
        .from(MEMBERS)
        .crossJoin(lateral(first))
        .where(isCandidate(first))
        .orderBy(MEMBERS.CUSTOMER_KEY, first.field(AUDIENCES.NIGHT), exposure(first));
  }

  /** Of each of the members' rows, the first delivered night, with the audience of that night. */
  private Select<?> firstNight() {
    return selectFrom(AUDIENCES)
        .where(AUDIENCES.AUDIENCE.eq(MEMBERS.AUDIENCE), isDelivered())
        .and(isValid(MEMBERS, AUDIENCES.NIGHT))
        .and(audience == null ? noCondition() : notExists(rivalMembers()))
        .orderBy(AUDIENCES.NIGHT)
        .limit(1);
  }

  /** Whether a member's row is valid in the night of another row. */
  private static Condition isValid(Members members, Field<LocalDate> night) {
    return members
        .VALID_FROM
        .le(night)
        .and(members.VALID_TO.isNull().or(members.VALID_TO.gt(night)));
  }

  private Condition isDelivered() {
    return AUDIENCES
        .NIGHT
        .in(nights)
        .and(condition(AUDIENCES.IS_DUE))
        .andNot(condition(AUDIENCES.IS_BLOCKED));
  }

  /**
   * Members of an audience with a higher priority in the group are not exported. Held-out customers
   * of that kind are left out too, so that the groups are comparable.
   */
  private static Select<?> rivalMembers() {
    var rival = AUDIENCES.as("rival");
    var members = MEMBERS.as("rival_members");
    return selectOne()
        .from(rival)
        .join(members)
        .on(members.AUDIENCE.eq(rival.AUDIENCE), isValid(members, rival.NIGHT))
        .where(rival.NIGHT.eq(AUDIENCES.NIGHT))
        .and(rival.EXCLUSIVE_GROUP.eq(AUDIENCES.EXCLUSIVE_GROUP))
        .and(rival.PRIORITY.gt(AUDIENCES.PRIORITY))
        .and(members.CUSTOMER_KEY.eq(MEMBERS.CUSTOMER_KEY));
  }

  /**
   * Customers who would be exported if nobody were held out. The globally held out are in neither
   * group of an audience.
   */
  private Condition isCandidate(Table<?> first) {
    var isEligible = MEMBERS.EXCLUSION.isNull().or(MEMBERS.EXCLUSION.eq(HOLDOUT));
    return audience == null
        ? isEligible.or(MEMBERS.EXCLUSION.eq("lower-priority"))
        : isEligible.and(MEMBERS.AUDIENCE.eq(audience)).andNot(isDrawnFromAll(first));
  }

  /** Exported, held out by a draw of the own key, or neither, for another key of the person. */
  private Field<String> exposure(Table<?> first) {
    var isHeldOut = MEMBERS.EXCLUSION.eq(HOLDOUT);
    return when(isHeldOut.and(isDrawn(first)), inline(HELD_OUT))
        .when(isHeldOut.andNot(isDrawnFromOne(first)), inline(NEITHER))
        .otherwise(inline(EXPORTED));
  }

  /** Whether the own key is drawn for the holdout that is measured. */
  private Condition isDrawn(Table<?> first) {
    return audience == null ? isDrawnFromAll(first) : isDrawnFromOne(first);
  }

  private static Condition isDrawnFromAll(Table<?> first) {
    return isDrawn(first, AUDIENCES.GLOBAL_HOLDOUT_SALT, AUDIENCES.GLOBAL_HOLDOUT_PERCENT);
  }

  private static Condition isDrawnFromOne(Table<?> first) {
    return isDrawn(first, AUDIENCES.HOLDOUT_SALT, AUDIENCES.HOLDOUT_PERCENT);
  }

  private static Condition isDrawn(Table<?> first, Field<String> salt, Field<BigDecimal> percent) {
    return field(
            "audiences.bucket({0}, {1})::numeric",
            BigDecimal.class, first.field(salt), MEMBERS.CUSTOMER_KEY)
        .lt(first.field(percent).times(100));
  }

  private Field<BigDecimal> percent(Table<?> first) {
    return first.field(
        audience == null ? AUDIENCES.GLOBAL_HOLDOUT_PERCENT : AUDIENCES.HOLDOUT_PERCENT);
  }

  /** The exposures with the revenue after and before. */
  private Select<Record7<LocalDate, String, Boolean, Double, Double, Double, Boolean>>
      withOrders() {
    var orders = orders().asTable("orders");
    var net = orders.field(ORDERS.NET_VALUE);
    var isAfter = orders.field(ORDERS.ORDERED_ON).gt(NIGHT);
    var isBuyer = boolOr(condition(orders.field(ORDERS.IS_KEPT)).and(isAfter));
    return select(
            NIGHT,
            GROUP,
            IS_DRAWN,
            PERCENT.cast(Double.class).as("percentage"),
            coalesce(sum(net).filterWhere(isAfter), inline(BigDecimal.ZERO))
                .cast(Double.class)
                .as("revenue"),
            coalesce(sum(net).filterWhere(not(isAfter)), inline(BigDecimal.ZERO))
                .cast(Double.class)
                .as("value_before"),
            coalesce(isBuyer, inline(false)).as("is_buyer"))
        .from(EXPOSURES)
        .leftJoin(orders)
        .on(orders.field(ORDERS.CUSTOMER_KEY).eq(KEY))
        .and(orders.field(ORDERS.ORDERED_ON).between(day(-DAYS_BEFORE), day(days)))
        .groupBy(KEY, NIGHT, GROUP, IS_DRAWN, PERCENT)
        .orderBy(inline(1), inline(2), inline(3), inline(5), inline(6), inline(7));
  }

  /** The orders of all days that can count. */
  private Select<?> orders() {
    var first = nights.get(0).minusDays(DAYS_BEFORE);
    var last = nights.get(nights.size() - 1).plusDays(days);
    return selectFrom(ORDERS).where(ORDERS.ORDERED_ON.between(first, last));
  }

  /** The day that is so many days after the exposure. */
  private static Field<LocalDate> day(int days) {
    return field("{0} + {1}", LocalDate.class, NIGHT, inline(days));
  }
}
