package dev.nightjar.database;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import org.jooq.DSLContext;

/** How far the copies are that run right now, as the server counts them. */
public final class CopiedRows {
  private CopiedRows() {}

  /** The rows that running copies have read or written; zero while none runs. */
  public static long now(DSLContext db) {
    return db.select(
            coalesce(sum(field("tuples_processed", BigDecimal.class)), inline(BigDecimal.ZERO)))
        .from(table("pg_stat_progress_copy"))
        .where(condition("datname = current_database()"))
        .fetchSingle()
        .value1()
        .longValue();
  }
}
