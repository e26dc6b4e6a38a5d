package dev.nightjar.views;

import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import java.util.Collection;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;

/** The orders that nights have loaded. */
public final class LoadedOrders {
  private LoadedOrders() {}

  /**
   * How many orders of a source are loaded already.
   *
   * @param numbers of the orders
   * @return empty if no night has run on the database
   */
  public static OptionalLong count(String source, Collection<String> numbers, DSLContext db) {
    var table = ORDER_PARTS.getSchema().getName() + "." + ORDER_PARTS.getName();
    var exists =
        db.fetchValue(field("to_regclass({0}) is not null", SQLDataType.BOOLEAN, inline(table)));
    if (!Boolean.TRUE.equals(exists)) {
      return OptionalLong.empty();
    }
    var count =
        db.select(countDistinct(ORDER_PARTS.ORDER_NUMBER))
            .from(ORDER_PARTS)
            .where(ORDER_PARTS.SOURCE.eq(source))
            .and(ORDER_PARTS.ORDER_NUMBER.eq(any(numbers.toArray(String[]::new))))
            .fetchSingle()
            .value1();
    return OptionalLong.of(count);
  }
}
