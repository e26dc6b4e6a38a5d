package dev.nightjar.database;

import static dev.nightjar.db.orders.Tables.IDENTITIES;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/** Parts of statements on identities that several customers have. */
public final class SharedIdentities {
  /** An address or number of more customers than this is a placeholder for a missing one. */
  public static final int MOST_WHO_SHARE = 10;

  private SharedIdentities() {}

  /** The other customers of a join with {@code orders.identities}. */
  public static dev.nightjar.db.orders.tables.Identities others() {
    return IDENTITIES.as("others");
  }

  /** Whether two shared rows are of different customers who can be the same person. */
  public static Condition areCommon(dev.nightjar.db.orders.tables.Identities others) {
    return condition(IDENTITIES.IS_SHARED)
        .and(condition(others.IS_SHARED))
        .and(others.CUSTOMER_KEY.ne(IDENTITIES.CUSTOMER_KEY))
        .and(others.IDENTITY.eq(IDENTITIES.IDENTITY))
        .and(not(areBothNational(others.IS_NATIONAL)));
  }

  /** Whether two phone numbers are both of a known country, and only the rest of them compared. */
  public static Condition areBothNational(Field<Boolean> isNational) {
    return condition(isNational).and(condition(IDENTITIES.IS_NATIONAL));
  }

  /** Identities that are a placeholder, or that a whole company has. */
  public static Select<Record1<String>> crowds() {
    return select(IDENTITIES.IDENTITY)
        .from(IDENTITIES)
        .where(condition(IDENTITIES.IS_SHARED))
        .groupBy(IDENTITIES.IDENTITY)
        .having(count().gt(MOST_WHO_SHARE));
  }
}
