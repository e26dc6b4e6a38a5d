package dev.nightjar.audiences;

import static dev.nightjar.db.audiences.Tables.HOLDOUTS;
import static dev.nightjar.db.orders.Tables.IDENTITIES;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.select;

import dev.nightjar.database.SharedIdentities;
import org.jooq.Select;

/**
 * The statement that finds from which audiences customers are held out: their own draws, and those
 * of customers who can be the same person. Otherwise a held-out person would get the marketing
 * under another key.
 */
final class HoldoutScopes {
  static final String SCOPES = "holdout_scopes";

  private HoldoutScopes() {}

  /** One row per customer who is held out from something. */
  static Select<?> find() {
    var drawn = HOLDOUTS.as("drawn");
    var others = SharedIdentities.others();
    var all =
        select(HOLDOUTS.CUSTOMER_KEY, HOLDOUTS.SCOPE)
            .from(HOLDOUTS)
            .union(
                select(others.CUSTOMER_KEY, drawn.SCOPE)
                    .from(drawn)
                    .join(IDENTITIES)
                    .on(IDENTITIES.CUSTOMER_KEY.eq(drawn.CUSTOMER_KEY))
                    .join(others)
                    .on(SharedIdentities.areCommon(others))
                    .where(IDENTITIES.IDENTITY.notIn(SharedIdentities.crowds())))
            .asTable("held_out");
    return select(all.field(HOLDOUTS.CUSTOMER_KEY), arrayAgg(all.field(HOLDOUTS.SCOPE)).as(SCOPES))
        .from(all)
        .groupBy(all.field(HOLDOUTS.CUSTOMER_KEY));
  }
}
