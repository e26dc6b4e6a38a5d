package dev.nightjar.audiences;

import static dev.nightjar.db.audiences.Tables.HOLDOUTS;
import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The statements that maintain holdouts, one method per part. */
final class HoldoutQueries {
  private final LocalDate night;
  private final Map<String, Holdout> drawn = new LinkedHashMap<>();

  /**
   * @param everywhere holdout from all audiences
   */
  HoldoutQueries(LocalDate night, Holdout everywhere, List<Audience> audiences) {
    this.night = night;
    add(Holdout.EVERYWHERE, everywhere);
    audiences.forEach(each -> add(each.name(), each.settings().holdout()));
  }

  private void add(String scope, Holdout holdout) {
    if (holdout.isDrawn()) {
      drawn.put(scope, holdout);
    }
  }

  /** The number that a customer draws, 0 to 9999. */
  static Field<Integer> bucket(String salt, Field<String> customerKey) {
    return field("audiences.bucket({0}, {1})", Integer.class, inline(salt), customerKey);
  }

  /** Releases customers who are no longer held out, and adds those who now are. */
  void replace(DSLContext tx) {
    tx.deleteFrom(HOLDOUTS)
        .where(
            and(
                drawn.entrySet().stream()
                    .map(each -> not(each.getKey(), each.getValue()))
                    .toList()))
        .execute();
    drawn.forEach((scope, holdout) -> insert(tx, scope, holdout));
  }

  /** Whether a stored row is not one of a scope's draw as it is now. */
  private static Condition not(String scope, Holdout holdout) {
    return HOLDOUTS
        .SCOPE
        .ne(scope)
        .or(HOLDOUTS.SALT.ne(holdout.saltOf(scope)))
        .or(HOLDOUTS.BUCKET.ge(holdout.limit()));
  }

  private void insert(DSLContext tx, String scope, Holdout holdout) {
    var salt = holdout.saltOf(scope);
    var bucket = bucket(salt, CUSTOMERS.CUSTOMER_KEY);
    tx.insertInto(HOLDOUTS, HOLDOUTS.fields())
        .select(
            select(inline(scope), CUSTOMERS.CUSTOMER_KEY, inline(salt), bucket, inline(night))
                .from(CUSTOMERS)
                .where(bucket.lt(holdout.limit())))
        .onConflictDoNothing()
        .execute();
  }
}
