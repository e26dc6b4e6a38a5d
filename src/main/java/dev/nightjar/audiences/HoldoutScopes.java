package dev.nightjar.audiences;

import static dev.nightjar.db.audiences.Tables.HOLDOUTS;
import static dev.nightjar.db.orders.Tables.IDENTITIES;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;

import org.jooq.Select;

/**
 * The statement that finds from which audiences customers are held out: their own draws, and those
 * of customers who can be the same person. Otherwise a held-out person would get the marketing
 * under another key.
 */
final class HoldoutScopes {
  static final String SCOPES = "holdout_scopes";

  /** An address or number of more customers is a placeholder. */
  private static final int MOST_WHO_SHARE = 10;

  private HoldoutScopes() {}

  /** One row per customer who is held out from something. */
  static Select<?> find() {
    var drawn = HOLDOUTS.as("drawn");
    var others = IDENTITIES.as("others");
    var crowds =
        select(IDENTITIES.IDENTITY)
            .from(IDENTITIES)
            .where(condition(IDENTITIES.IS_SHARED))
            .groupBy(IDENTITIES.IDENTITY)
            .having(count().gt(MOST_WHO_SHARE));
    var all =
        select(HOLDOUTS.CUSTOMER_KEY, HOLDOUTS.SCOPE)
            .from(HOLDOUTS)
            .union(
                select(others.CUSTOMER_KEY, drawn.SCOPE)
                    .from(drawn)
                    .join(IDENTITIES)
                    .on(IDENTITIES.CUSTOMER_KEY.eq(drawn.CUSTOMER_KEY))
                    .and(condition(IDENTITIES.IS_SHARED))
                    .join(others)
                    .on(others.IDENTITY.eq(IDENTITIES.IDENTITY), condition(others.IS_SHARED))
                    .and(not(condition(others.IS_NATIONAL).and(condition(IDENTITIES.IS_NATIONAL))))
                    .where(IDENTITIES.IDENTITY.notIn(crowds)))
            .asTable("held_out");
    return select(all.field(HOLDOUTS.CUSTOMER_KEY), arrayAgg(all.field(HOLDOUTS.SCOPE)).as(SCOPES))
        .from(all)
        .groupBy(all.field(HOLDOUTS.CUSTOMER_KEY));
  }
}
