package dev.nightjar.views;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import dev.nightjar.ports.MoveCauses;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * The customers with a move from one published night to another. PII.
 *
 * @param customers how many have it
 * @param movers some of them, those of the highest value first
 */
public record Movers(long customers, List<Mover> movers) {

  /**
   * A move.
   *
   * @param from segment in the earlier night; null for customers not known then
   * @param to segment in the later night; null for customers not known then
   * @param cause code of the {@link Cause}; null for any
   */
  public record Move(@Nullable String from, @Nullable String to, @Nullable String cause) {}

  /**
   * A customer with the move.
   *
   * @param cause code of the {@link Cause}; null if the customer came or went
   * @param netValue value less returns in the business currency, in the later night, or in the
   *     earlier night for customers that left; null if unknown
   */
  public record Mover(String customerKey, @Nullable String cause, @Nullable BigDecimal netValue) {}

  /**
   * The customers with a move between two published nights.
   *
   * @param most how many are listed
   */
  public static Movers between(
      LocalDate earlier, LocalDate later, Move move, int most, MoveCauses causes, DSLContext db) {
    if (move.from() == null && move.to() == null) {
      return new Movers(0, List.of());
    }
    var moved = MovedCustomers.with(move.from(), move.to(), earlier, later, causes, db);
    var all = count().over();
    var rows =
        moved
            .in(db.select(moved.key(), moved.cause(), moved.revenue(), all))
            .where(is(moved.from(), move.from()), is(moved.to(), move.to()))
            .and(move.cause() == null ? noCondition() : moved.cause().eq(move.cause()))
            .orderBy(coalesce(moved.revenue(), inline(BigDecimal.ZERO)).desc(), moved.key())
            .limit(most)
            .fetch();
    return new Movers(
        rows.isEmpty() ? 0 : rows.get(0).get(all),
        rows.map(row -> new Mover(row.value1(), row.value2(), row.value3())));
  }

  private static Condition is(Field<String> segment, @Nullable String name) {
    return name == null ? segment.isNull() : segment.eq(name);
  }
}
